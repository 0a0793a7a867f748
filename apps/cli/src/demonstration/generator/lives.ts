/** What a person lives for: said by themselves, and as a helper would mention it. */
export interface Passion {
  matters: string;
  thing: string;
}

const passion = (thing: string, matters: string): Passion => ({ thing, matters });

export const passions: Passion[] = [
  passion('the allotment', 'My allotment. If I am not answering, I am there.'),
  passion('the pigeons', 'My pigeons. Forty-two of them, and one that will win.'),
  passion('the football', 'Brackenbridge Town, home games, the wet end.'),
  passion('the baking', 'Baking for the whole stair. They bring the tins back.'),
  passion('the dog', 'The dog and I go out at six, whatever I feel like. That is what holds the day up.'),
  passion('the choir', 'The choir on Thursdays. I only mouth the high ones.'),
  passion('the night classes', 'My evening class. I left school early and I am not finished.'),
  passion('the motorbike', 'One more run to the coast on the bike. Sidecar will do.'),
  passion('the Friday lunch', 'Cooking for the Friday lunch; nobody leaves hungry.'),
  passion('the soup kitchen', 'The soup kitchen on Sundays. I peel; I have always peeled.'),
  passion('the radio plays', 'The afternoon play. I was in one, once.'),
  passion('the quilting', 'Finishing the quilt before the baby comes.'),
  passion('the model railway', 'The branch line, 1957, in double-O, in the back bedroom.'),
  passion('the school run', 'Picking the little ones up from school like everybody else does.'),
  passion('the sea', 'Seeing the sea once a month. It is only eleven miles.'),
  passion('the crossword', 'The crossword, in ink.'),
  passion('the chess', 'Beating Mr Osei at chess before one of us goes.'),
  passion('the dancing', 'Dancing. Sitting down is still dancing.'),
  passion('the garden birds', 'My birds. There is a goldfinch that comes for me and nobody else.'),
  passion('the market stall', 'Getting back to my stall. Socks are a serious business.'),
  passion('the drums', 'Drumming, with headphones, as agreed with downstairs.'),
  passion('the canal walk', 'As far as the second lock and back on my own feet.'),
  passion('the bees', 'My bees. They know me.'),
  passion('the darts team', 'Wednesday darts. I keep the chalk now.'),
  passion('the job', 'Keeping my job. I like being the one who unlocks the place.'),
  passion('the dahlias', 'A first for the dahlias. Second is only being polite.'),
];

export const people = [
  'The woman next door, who has a key.', 'My brother, most days.', 'My girls.', 'The man at the corner shop; he notices.',
  'Everybody at the club.', 'The one in the photograph. I still lay two cups.',
  'My church.', 'The lads from work.', 'My cousin in Leicester, on video.',
];
export const manners = [
  'Say it once, plainly. I will ask if I want more.', 'A joke first does no harm.', 'Ring before you come. Really ring.',
  'Give me a minute; I get there.', 'Look at me, not at your screen.', 'In the morning. By four I have had enough of words.',
  'Write down what you said and leave it on the fridge.',
];
export const wellnessWords = [
  'Good: curtains open by eight. Bad: same jumper three days.', 'When I am well I complain about the council. Worry when I stop.',
  'Most days are good days, thank you.', 'A good day ends with sore knees from something worth doing.', 'If the radio is off, ask why.',
];
export const dos = [
  'Take your shoes off.', 'Have the tea; it is made.',
  'Ask about the photographs.', 'Be on time or tell me.', 'Shut the gate, or you will be chasing the dog.',
];
export const donts = [
  'Do not call me love.', 'Do not move my chair.', 'Do not talk over my head to my daughter.', 'No surprises.', 'Do not tell me to relax.',
];
export const supports = [
  'Do the jars and lids; I do the rest.', 'Walk beside me, not behind.', 'Read me the letters; I decide.', 'Help me start. I can finish.',
];
export const alsos = [
  'I can weld; I know when something is sound.', 'I speak four languages and answer in whichever comes.',
  'I do not need cheering up. I am quite cheerful.', 'I have outlasted three social workers and I was fond of them all.',
  'I keep a diary, so I do know when you last came.', 'I won the seaside talent show. There is a cup.',
];

export const formats = [
  'Large print, 18 point.', 'British Sign Language; book an interpreter, do not write notes.', 'Easy Read with pictures.', 'Braille, or ring.',
  'Deaf in the right ear: sit on the left.', 'Audio: does not read. Ring, or leave a voice message.', 'Yellow paper, and one page at a time.',
];

export const alertsOfThePlace = [
  { category: 'environment', text: 'Dog in the hall, friendly, large.', whatToDo: 'Ring and wait; he is put in the kitchen.' },
  { category: 'environment', text: 'Steep unlit steps to the door.', whatToDo: 'Bring a torch; ring from the bottom after dark.' },
  {
    category: 'information', text: 'Key safe by the meter cupboard.',
    whatToDo: 'The number is with the care agency, 01632 960205. Ring the bell first all the same.',
  },
  { category: 'information', text: 'Hard of hearing: will not hear the bell.', whatToDo: 'Ring the phone twice, then knock on the window.' },
  {
    category: 'risk_to_self', text: 'Has fallen and lain on the floor before.',
    whatToDo: 'No answer by noon: ring the neighbour, then use the key, then 999.',
  },
  {
    category: 'information', text: 'Blood thinners.',
    whatToDo: 'Any bang on the head is for the emergency department, even if they feel well.',
  },
] as const;
