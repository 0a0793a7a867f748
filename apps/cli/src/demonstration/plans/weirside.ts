import { bernadette, delphine, gill, helen, idris, jo, lev, marcia, pete, rory, steph, sunil, val, zofia } from '../people/colleagues';
import { prose } from '../people/wording';
import type { DemonstrationPlan } from './plan';

export const margery: DemonstrationPlan = {
  publishedDaysAgo: 4,
  whatMatters: 'Singing the Fauré at Easter, sitting down if I must. Being at home with Tunde.',
  strengths: 'Forty-one years of second alto. She can take bad news standing up, and keeps the score.',
  home: 'The back step is broken: front door, ring twice. The north bedroom is damp; they sleep in the front.',
  more: {
    triggers: 'A cold, salt, a night in the damp room, worry about Tunde.', earlySigns: 'A third pillow, ankles tight by noon, short with people, the scorebook left closed.',
    atNight: 'Rapid Response, 01632 960113, from 20:00 to 08:00 and all weekend.', whatHelps: 'Sitting up at the window, the Fauré on the kitchen radio, somebody who does not hurry her.',
    noReply: 'Ring the neighbour at number 11, 01632 960171, who has a key. Then Duncan. No answer from either within the hour: 999 and ask for the police.',
    carerCannot: 'If Tunde is ill Kestrel comes twice a day; Bisi is told. Carers’ Lantern can sit with him for a morning.', additionalPlans: 'Treatment escalation plan: the original is in the yellow folder by the bed, copy at Weirside.',
    money: 'Attendance allowance, higher rate. Stockings and visits are paid by the council; choir she pays herself.', conditions: 'The water tablet helps the heart and dries her eyes. Less breath makes the fear worse, and fear takes breath.',
    conditionsLead: 'Dr Helen Achterberg', reviewer: 'Jo Whitcombe, with Bernadette Coyle',
  },
  needs: [
    { text: 'Breath enough for the stairs and for a phrase', domain: 'body', category: 'health', underlying: true },
    { text: 'A bedroom that is dry before the winter', domain: 'home', category: 'housing' },
    { text: 'Somebody who asks how Tunde is', domain: 'carer' },
    { text: 'Help with the forgetting that nobody talks about', domain: 'carer', voice: 'carer' },
    { text: 'A taxi to choir when the bus does not run', domain: 'transport', unmet: { reason: 'cost', askedFor: 'A taxi both ways on Thursdays', offered: 'A lift with Tandem, when a driver is free' } },
  ],
  goals: [
    {
      text: 'Sing the Fauré at Easter, sitting down.', why: 'Second alto, and nobody else knows the entries.', targetInDays: 110, importance: 'most',
      steps: [
        { what: 'Practise on the perching stool, eight bars a day', by: 'person', stageGoal: 'The first movement by Candlemas, without a rest', how: 'After breakfast, stool against the wall, one pillow behind the back', confidence: 8, got: { to: 'in_progress', daysAgo: 3 } },
        { what: 'Meet her at the door of the Methodist hall', by: delphine, daysTimes: 'Thursdays', notDo: 'The stairs and the inhaler' },
        { what: 'Ask Tandem about a lift to Thursday rehearsals', by: jo, inDays: 3, meets: 4 },
      ],
    },
    {
      text: 'Stay out of hospital this winter, if that gets me back to singing.', why: 'Treatment at home first; hospital if it would help.',
      steps: [
        { what: 'Weigh, and look at her ankles; ring the doctor if she gains a kilo in two days', by: bernadette, daysTimes: 'Mondays, late morning', meets: 0, category: 'health' },
        { what: 'Blood test after the new dose of the water tablet', by: helen, inDays: -2, meets: 0, category: 'health' },
      ],
    },
    { text: 'A dry bedroom.', category: 'housing', steps: [{ what: 'Gutter first, then plaster; hear about the grant', by: rory, inDays: 16, meets: 1, category: 'housing', got: { to: 'in_progress', daysAgo: 2 } }] },
  ],
  whoToRing: 'Jo Whitcombe, 01632 960162, in working hours. At night Rapid Response, 01632 960113.',
  ifItGoesWrong: prose`Two pillows are not enough, tight ankles, short with people: sit her up and ring the community matron the same day. Blue lips: 999, and show
    them the oxygen card inside the front door. If Tunde is ill, Bisi is told and Kestrel comes twice a day.`,
  ifItGoesWrongContact: 'District nursing, 01632 960111',
  view: { view: 'agrees_with_reservations', asked: 'directly', alone: true, comment: 'Not the day centre: tried it. They gave us balloons.' },
  before: [
    { daysAgo: 280, changed: 'First plan, written at her kitchen table' }, { daysAgo: 190, changed: 'Kestrel began with the stockings' }, { daysAgo: 100, changed: 'After the summer: Rapid Response is now who to ring at night' },
    { daysAgo: 40, changed: 'The damp bedroom came in' },
  ],
};

export const chidi: DemonstrationPlan = {
  publishedDaysAgo: 30,
  whatMatters: 'To be spoken to as the teacher I am. Time to find the word.',
  strengths: 'He draws what he cannot say, and understands more than he says.',
  needs: [{ text: 'Words that come back, and other ways until they do', domain: 'mind' }, { text: 'A right arm that holds a rod', domain: 'body', category: 'health' }],
  goals: [
    {
      text: 'Explain the eclipse to Kelechi before it comes, on 2 August 2027.', targetInDays: 220,
      steps: [
        { what: 'Ten words of the eclipse, with the drawing board', by: zofia, daysTimes: 'Tuesdays and Fridays', got: { to: 'in_progress', daysAgo: 12 } },
        { what: 'Draw the sun, the moon and the shadow with Kelechi', by: 'person', daysTimes: 'Sundays' },
      ],
    },
    { text: 'Fish at Weir Pool.', steps: [{ what: 'Ask at Talk Again who goes fishing', by: val, inDays: 9 }, { what: 'Look at the arm, and at how a rod could be held', by: lev, inDays: 24, category: 'health' }] },
  ],
  whoToRing: 'Zofia Mazur, by text so that he can answer: 07700 900120. At night Rapid Response, 01632 960113.',
  ifItGoesWrong: 'Face, arms, speech: 999 at once. New words lost or a day in bed: text Zofia the same day.',
  view: { view: 'agrees', asked: 'with_support', support: 'yes and no cards, the drawing board, an hour', alone: true },
};

export const rasheed: DemonstrationPlan = {
  publishedDaysAgo: 60,
  whatMatters: 'My leeks, my allotment, and to be asked myself. Kamal is a good son; I am the one with the foot.',
  needs: [{ text: 'A foot that heals', domain: 'body', category: 'health' }, { text: 'An interpreter when we talk of the foot', domain: 'people' }],
  goals: [
    {
      text: 'Cook for the allotment lunch on Fridays.', targetInDays: 60,
      steps: [
        { what: 'Dress the foot, and say each time how it is', by: idris, daysTimes: 'Mondays and Thursdays', category: 'health', got: { to: 'in_progress', daysAgo: 20 } },
        { what: 'Cook sitting down at home first, for Rehana', by: 'person', got: { to: 'done', daysAgo: 8 } },
        { what: 'Ask Tandem for a seat to the allotment on Fridays', by: jo, inDays: 5 },
      ],
    },
  ],
  whoToRing: 'Jo Whitcombe, 01632 960162. For the foot district nursing, 01632 960111.',
  ifItGoesWrong: 'Foot hot, red, smelling, or a fever: ring the nurses the same day, and 111 when they are closed.',
  ifItGoesWrongContact: 'District nursing, 01632 960111',
  view: { view: 'agrees', asked: 'with_support', support: 'a Sylheti interpreter by telephone', alone: true, comment: 'Kamal may drive me. He may not answer for me.' },
};

export const derek: DemonstrationPlan = {
  publishedDaysAgo: 21,
  whatMatters: '“Keep the Brackenbridge regulator going.”',
  strengths: 'He can hear which of 240 clocks is wrong.',
  home: 'One path to the bed. Knock, and ask him what time it is.',
  needs: [{ text: 'Legs that heal though he stands at the bench', domain: 'body', category: 'health' }, { text: 'To stay where the clocks are', domain: 'home', category: 'housing' }],
  goals: [
    {
      text: 'Keep the Brackenbridge regulator going.',
      steps: [
        { what: 'Sit to work an hour in the morning, legs up on the oak case', by: 'person', got: { to: 'in_progress', daysAgo: 6 } },
        { what: 'Dress the legs; leave the dressings where he shows', by: idris, daysTimes: 'Tuesdays and Fridays', category: 'health' },
        { what: 'A path wide enough for two, agreed clock by clock', by: pete, inDays: -6, category: 'housing', got: { to: 'blocked', daysAgo: 5, because: 'He says no this week, politely' } },
      ],
    },
    { text: 'No letter about the flat without a person before it.', category: 'housing', steps: [{ what: 'Ring Idris before the next inspection', by: steph, inDays: 12, category: 'housing' }] },
  ],
  whoToRing: 'Idris Vaughan, 01632 960111. At night Rapid Response, 01632 960113.',
  ifItGoesWrong: 'No answer at the door: he may be counting. Try at the hour. No answer at the next hour either: ring Idris, who knows who has a key.',
  view: { view: 'agrees_with_reservations', asked: 'directly', alone: true, comment: 'Nobody winds them but me.' },
};

export const wanda: DemonstrationPlan = {
  publishedDaysAgo: 14,
  whatMatters: 'Music, the radio Mass, her own blanket. Polish when she is tired.',
  needs: [{ text: 'Skin that heals', domain: 'body', category: 'health' }, { text: 'Company that knows the songs', domain: 'people' }],
  goals: [
    {
      text: 'Hear the accordion every day.', why: 'She was in a dance band, and her hands still know.',
      steps: [{ what: 'Records after dinner, loud enough', by: gill, daysTimes: 'Every day', got: { to: 'in_progress', daysAgo: 10 } }, { what: 'Mass on the radio', by: gill, daysTimes: 'Sundays 08:10' }],
    },
    { text: 'No sore on the heel.', category: 'health', steps: [{ what: 'Turn her, and look at the heel', by: bernadette, daysTimes: 'Tuesdays', category: 'health' }, { what: 'See the heel', by: sunil, inDays: 8, category: 'health' }] },
  ],
  whoToRing: 'Rowan Court, 01632 960206, day and night.',
  ifItGoesWrong: 'Calling out in Polish: sit with her, put the music on, then look for pain. Not eating for a day: ring the practice.',
  view: { view: 'someone_elses_view_only', of: 'Halina, her niece, who has the lasting power of attorney for health and welfare', because: 'She was asleep each time; we ask again in the morning, with the music', againInDays: 10, alone: false, present: 'Halina' },
};

export const eunJi: DemonstrationPlan = {
  publishedDaysAgo: 120,
  whatMatters: 'I coordinate this myself. Write in whole sentences.',
  strengths: 'Reads contracts in three languages, and this plan.',
  needs: [{ text: 'A way in and out of my own house', domain: 'home', category: 'housing' }],
  goals: [
    { text: 'Keep translating.', steps: [{ what: 'Send my own notes to the specialist before each call', by: 'person' }, { what: 'Ask the specialist for one letter that all can use', by: marcia, inDays: 20, category: 'health' }] },
    { text: 'A ramp that is not ugly.', category: 'housing', noStepBecause: 'The drawing is with the district; I chose the railing', steps: [] },
  ],
  whoToRing: 'Me first. Then Marcia Bell, 01632 960101.',
  ifItGoesWrong: 'If my legs go and I cannot reach the door: my neighbour at number 6 has a key. Do not ring my clients.',
  view: { view: 'agrees', asked: 'directly', alone: true, comment: 'I wrote it.' },
};

