/** Names that go together, and what goes with them. `share` is the weight among the 288. */
export interface Heritage {
  ethnicity: string;
  language?: string;
  share: number;
  women: string[];
  men: string[];
  families: string[];
}

const list = (names: string): string[] => names.split(', ');

export const heritages: Heritage[] = [
  {
    ethnicity: 'White British', share: 46,
    women: list('Maureen, Jean, Brenda, Sandra, Lesley, Gillian, Zoë, Hayley, Dorothy, Eileen, Kirsty, Beth, Marjorie, Tracey, Ann, Rosemary'),
    men: list('Ken, Barry, Roy, Trevor, Neil, Gareth, Craig, Dean, Stanley, Cyril, Lewis, Josh, Malcolm, Geoff, Ronald, Keith'),
    families: list('Threlfall, Ashdown, Birtwistle, Crabtree, Dunnock, Eckersley, Fothergill, Garside, Hebblethwaite, Ingham, Kettlewell, Lightowler, '
      + 'Micklethwait, Nuttall, Ormerod, Pickersgill, Ramsbottom, Sutcliffe, Thwaite, Wigglesworth, '
      + 'Askew, Bickerdike, Copperthwaite, Dinsdale, Entwistle, Farnworth, Greenhalgh, Haythornthwaite, Jagger, Lumb, Murgatroyd, Oldroyd, Priestley'),
  },
  {
    ethnicity: 'White Irish', share: 4, women: list('Bríd, Nuala, Áine, Philomena, Gráinne'), men: list('Declan, Fergal, Pádraig, Cormac, Seán'),
    families: list('O’Shaughnessy, Breathnach, Mac Aodha, O’Dowd, Geraghty'),
  },
  {
    ethnicity: 'Welsh', share: 3, women: list('Siân, Eluned, Ffion, Gwenllïan'), men: list('Emyr, Llŷr, Iorwerth, Hywel'),
    families: list('Llewelyn, Gwilym, Prydderch, Tŷ-Mawr'),
  },
  {
    ethnicity: 'Roma, Gypsy or Irish Traveller', share: 2, women: list('Kizzy, Britannia, Mena'), men: list('Nelson, Righteous, Jimmy'),
    families: list('Lovell, Boswell, Delaney, Loveridge'),
  },
  {
    ethnicity: 'White Polish', language: 'Polish', share: 5, women: list('Krystyna, Bożena, Jadwiga, Małgorzata'),
    men: list('Łukasz, Zbigniew, Stanisław, Mirosław'),
    families: list('Wójcik, Śliwa, Żuraw, Nowicka-Bell, Dąbek'),
  },
  {
    ethnicity: 'Pakistani', language: 'Urdu', share: 7, women: list('Nasreen, Shazia, Rukhsana, Ayesha, Zubaida'),
    men: list('Tariq, Imran, Nadeem, Ghulam, Bilal'),
    families: list('Hussain, Mahmood, Akhtar, Qureshi, Chaudhry'),
  },
  {
    ethnicity: 'Bangladeshi', language: 'Sylheti', share: 4, women: list('Shirin, Halima, Rokeya, Taslima'),
    men: list('Abdul, Shafiq, Anwar, Mizan'),
    families: list('Miah, Uddin, Choudhury, Ali, Rahman'),
  },
  {
    ethnicity: 'Indian', language: 'Punjabi', share: 6, women: list('Gurpreet, Manjit, Jasvinder, Kamaljit, Simran'),
    men: list('Balbir, Harjit, Gurdeep, Surinder, Amrik'),
    families: list('Sidhu, Sandhu, Dhillon, Gill, Bains'),
  },
  {
    ethnicity: 'Indian', language: 'Gujarati', share: 4, women: list('Hansa, Pushpa, Bhavna, Kokila'),
    men: list('Dinesh, Kantilal, Mahesh, Jayesh'),
    families: list('Patel, Mistry, Solanki, Parmar'),
  },
  {
    ethnicity: 'Black Caribbean', share: 6, women: list('Gloria, Pearl, Yvonne, Hyacinth, Marva'),
    men: list('Winston, Delroy, Errol, Carlton, Leroy'),
    families: list('Campbell, Baptiste, Bogle, St Hilaire, Grant-Lewis'),
  },
  {
    ethnicity: 'Black African', share: 6, women: list('Folasade, Abena, Ngozi, Chiamaka, Efua'), men: list('Olumide, Kwame, Emeka, Tunde, Kofi'),
    families: list('Adeyinka, Mensah, Nwachukwu, Boateng, Ogunleye'),
  },
  {
    ethnicity: 'Somali', language: 'Somali', share: 2, women: list('Hodan, Fadumo, Ayaan'), men: list('Abdirahman, Yusuf, Warsame'),
    families: list('Warsame, Jama, Farah, Abdi'),
  },
  {
    ethnicity: 'Chinese', language: 'Cantonese', share: 3, women: list('Mei-ling, Suk-yin, Wai-fong'), men: list('Kwok-wing, Chi-keung, Ho-man'),
    families: list('Cheung, Leung, Ng, Wong'),
  },
  {
    ethnicity: 'White Romanian', language: 'Romanian', share: 2, women: list('Ileana, Ștefania, Doina'),
    men: list('Ștefan, Gheorghe, Ionuț'), families: list('Țurcanu, Ionescu, Popa'),
  },
  {
    ethnicity: 'White Portuguese', language: 'Portuguese', share: 2, women: list('Conceição, Fátima, Graça'),
    men: list('João, Aníbal, Tomás'), families: list('Magalhães, Simões, Araújo'),
  },
  {
    ethnicity: 'White Ukrainian', language: 'Ukrainian', share: 2, women: list('Oksana, Halyna, Svitlana'),
    men: list('Bohdan, Taras, Yevhen'), families: list('Kovalchuk, Shevchuk, Melnyk'),
  },
  {
    ethnicity: 'Kurdish', language: 'Kurdish Sorani', share: 2, women: list('Shilan, Nasrin, Rezan'), men: list('Dilshad, Hiwa, Karwan'),
    families: list('Rashid, Barzinji, Aziz'),
  },
  {
    ethnicity: 'Filipino', share: 2, women: list('Maricel, Luz, Corazon'), men: list('Rodel, Ernesto, Jun'),
    families: list('Dela Cruz, Bautista, Villanueva'),
  },
  {
    ethnicity: 'Mixed: White and Black Caribbean', share: 4, women: list('Jade, Naomi, Shantelle, Leanne'),
    men: list('Marcus, Jerome, Tyrone, Kieran'),
    families: list('Barrowclough, Wright-Francis, Hollis, Samuels'),
  },
];

/** Every heritage as often as its share, for a fair draw. */
export const heritageDraw: Heritage[] = heritages.flatMap((heritage) => Array.from({ length: heritage.share }, () => heritage));
