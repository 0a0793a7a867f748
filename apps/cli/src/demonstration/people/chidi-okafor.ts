import type { DemonstrationPerson } from '../types';
import { callum, helen, lev, ngozi, oonagh, val, zofia } from './colleagues';
import { carer, companionship, directCare, forCircle, forThese, professional, prose, self } from './wording';

export const chidi: DemonstrationPerson = {
  key: 'chidi-okafor',
  nhsNumber: '9990151202',
  given: 'Chidi',
  family: 'Okafor',
  pronouns: 'he/him',
  birthDate: '1968-01-21',
  gender: 'Man',
  languages: [{ language: 'English', interpreterNeeded: false }, { language: 'Igbo', interpreterNeeded: false }],
  communicationNeeds: prose`Aphasia: understands more than he can say. Yes and no questions, one at a time, the drawing board, and time.
    Do not finish his sentences.`,
  ethnicity: 'Black African',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['31 Mill Race', 'Weirside', 'Brackenbridge'], postcode: 'ZK2 1DA' },
  phones: [
    {
      kind: 'mobile', value: '07700 900202',
      safeContact: { whoAnswers: 'Chidi; he reads texts well', times: 'Any', voicemail: false, text: true, post: true },
    },
  ],
  aboutMe: {
    mattersMost: self(30)`The eclipse, 2 August 2027. I explain it to Kelechi before it comes. And fish at Weir Pool.`,
    importantPeople: self(30)`Ngozi. Kelechi, nine, my grandson. My sixth form.`,
    howToCommunicate: self(30)`Wait. Draw. Yes or no. I know what you say.`,
    wellness: carer(90)`Ngozi: mornings are best for words. When he is tired the right hand curls and he stops trying.`,
    pleaseDo: self(30)`Ask me. Real questions. Physics is good.`,
    pleaseDoNot: self(30)`Do not talk to my wife instead. Do not shout.`,
    howToSupport: professional(40)`Offer three written choices and a pen for the left hand. Check back by drawing what you understood.`,
    alsoWorthKnowing: professional(40)`The board lives in the blue bag and goes with him to every appointment.`,
  },
  relatives: [
    {
      name: 'Ngozi Okafor', relationship: 'Wife', mainCarer: true, emergencyContact: true, livesWith: true, phone: '07700 900203',
      mayBeTold: ['about_me', 'circle', 'plan', 'health', 'contacts'], mustNotBeTold: 'What he says at the practice. He will tell her himself.',
    },
    { name: 'Kelechi Okafor', relationship: 'Grandson', birthDate: '2017-02-11', mayBeTold: [] },
  ],
  alerts: [
    {
      category: 'information', text: 'Aphasia after a stroke: silence is not agreement, and not confusion.',
      whatToDo: 'Use the board in the blue bag. Ask yes or no, then ask it the other way round.',
      raisedBy: zofia, audience: 'circle', reviewInDays: 90, visibleToPerson: true,
    },
    {
      category: 'risk_to_self', text: 'Low mood since the summer; has said that he is a burden.',
      whatToDo: 'Ask him directly, with the board, on his own. If he says yes to a plan, ring the crisis line with him: 01632 960139.',
      raisedBy: helen, audience: 'named', namedOrganisations: ['WEIRSIDE-MP', 'MARL-VALLEY'], reviewInDays: 14, visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 240, reason: 'Home after a stroke in March, with aphasia and a weak right arm; wants his words and his river back.',
    openedBy: 'MARL-GENERAL', team: 'NORTHGATE-WEIRSIDE-INT', status: 'active', contactEveryDays: 14, keyWorker: zofia,
    whoToRingNow: 'Zofia Mazur by text; Rapid Response, 01632 960113, at night.', nextReviewInDays: 16,
  },
  circle: [
    {
      organisation: 'MARL-VALLEY', team: 'COMMUNITY-THERAPY', worker: zofia, does: 'Key worker; speech and language. Callum: arm and walking',
      daysTimes: 'Wednesdays 10:00', categories: [...directCare, 'mental_health'], joinedDaysAgo: 240,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: helen, does: 'Blood pressure, mood, medicines',
      categories: [...directCare, 'mental_health'], joinedDaysAgo: 240,
    },
    {
      organisation: 'MARL-GENERAL', team: 'WARD-7', worker: lev, does: 'Stroke follow-up clinic', doesNotDo: 'Anything between clinics',
      categories: ['identity', 'about_me', 'circle', 'plan', 'health', 'contacts'], joinedDaysAgo: 245,
    },
    {
      organisation: 'TALK-AGAIN', worker: val, does: 'Conversation group, and a fishing partner', daysTimes: 'Fridays 14:00',
      categories: companionship, joinedDaysAgo: 120,
    },
  ],
  exclusions: [
    { user: ngozi, because: 'His wife works on Ward 7. She is told what Chidi chooses, by Chidi; she may not open his record.' },
  ],
  objections: [],
  notes: [
    {
      by: zofia, daysAgo: 5, at: '10:00', kind: 'visit', about: 'person', ...forCircle('plan'),
      text: prose`"Moon. In front. Sun." Three words in a row, with the drawing, and he laughed. Homework: the same for Kelechi on
        Sunday, with a torch and an orange.`,
    },
    {
      by: val, daysAgo: 10, at: '16:00', kind: 'meeting', about: 'person', ...forCircle('contacts'),
      text: prose`Chidi stayed the whole hour and corrected Ron’s spelling on the board. Terry will take him to Weir Pool on the first
        dry Saturday: one rod, left-handed reel.`,
    },
    {
      by: callum, daysAgo: 12, at: '11:30', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Right arm to shoulder height twelve times, grip still weak. Walked to the end of Mill Race and back, eleven minutes,
        no stick. Splint at night rubs: new one ordered.`,
    },
    {
      by: zofia, daysAgo: 19, at: '10:00', kind: 'visit', about: 'person', ...forThese('mental_health', 'WEIRSIDE-MP'),
      text: prose`Saw him alone, as he asked. Pointed to "sad" and to "most days", then wrote BURDEN. No plan to harm himself, asked
        both ways round. He agrees that Dr Achterberg knows, and nobody else. She will see him on Tuesday.`,
    },
    {
      by: helen, daysAgo: 17, at: '09:40', kind: 'visit', about: 'person', ...forThese('mental_health', 'MARL-VALLEY'),
      text: prose`Double appointment with the board. He chose a tablet and the fishing, in that order. Started sertraline 50 mg; I ring
        Zofia in two weeks, he texts me a thumb up or down on Fridays.`,
    },
    {
      by: oonagh, daysAgo: 34, at: '14:20', kind: 'letter', about: 'person', ...forCircle('health'),
      text: prose`Stroke clinic with Dr Abramson: scan stable, blood pressure 132 over 78, carry on. Letter written in three short lines
        with pictures, as he likes it. Next clinic in spring.`,
    },
  ],
  spokeAlone: {
    by: zofia, daysAgo: 19, alone: true, present: [],
    said: 'Yes, with the board: mood to the practice and to the therapy team. No: the ward, the group, my wife. I tell her.',
  },
};
