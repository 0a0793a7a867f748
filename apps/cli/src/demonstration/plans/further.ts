import { adaeze, idris, joel, karl, leanne, naomi, omar, pete, priya, ruth, selam, shanelle } from '../people/colleagues';
import type { DemonstrationPlan } from './plan';

export const siobhan: DemonstrationPlan = {
  publishedDaysAgo: 185,
  whatMatters: 'That we stay the three of us. Help that does not come with a form about my children.',
  strengths: 'Keeps the books of half the High Street. Knows her own good hours.',
  needs: [{ text: 'A bathroom that I can get into', domain: 'home', category: 'housing' }, { text: 'Hours that add up with fatigue', domain: 'work' }],
  goals: [
    { text: 'Ten hours’ paid work a week.', steps: [{ what: 'Say no before noon, when it is a bad day', by: 'person' }, { what: 'Look at the desk and the chair', by: pete, inDays: -20, got: { to: 'done', daysAgo: 22 } }] },
    { text: 'Ellie back in the swimming squad.', steps: [{ what: 'Drive on Tuesdays', by: { relative: 'Kerry Boothroyd' }, daysTimes: 'Tuesdays 17:30' }] },
    { text: 'The bathroom.', category: 'housing', steps: [{ what: 'Say in writing where the grant stands', by: leanne, inDays: -30, category: 'housing', got: { to: 'blocked', daysAgo: 15, because: 'Eleven months; the surveyor’s drawing is missing' } }] },
  ],
  whoToRing: 'Pete Langridge, 01632 960162. Out of hours the Emergency Duty Team, 01632 960169.',
  ifItGoesWrong: 'A relapse: Kerry doubles her hours for a week, the children stay here, Mark is told by me. Nobody rings the school.',
  view: { view: 'agrees', asked: 'directly', alone: true, comment: 'As long as it says the children stay.' },
};

export const lorna: DemonstrationPlan = {
  publishedDaysAgo: 20,
  whatMatters: 'Quiet, my own front door, and my bench.',
  needs: [{ text: 'To be safe in a seizure when I am alone', domain: 'safety', category: 'health' }],
  goals: [{
    text: 'Six months without moving, and my own bench again.', targetInDays: 160,
    steps: [{ what: 'A bench and a lamp, from the fund', by: adaeze, inDays: 15 }, { what: 'One bird a week', by: 'person', got: { to: 'in_progress', daysAgo: 9 } }],
  }],
  whoToRing: 'Adaeze Nwosu, 01632 960162.',
  ifItGoesWrong: 'A seizure: time it, turn her on her side, stay. Longer than five minutes: 999. Afterwards she needs an hour, dim light, and nobody new.',
  view: { view: 'agrees', asked: 'directly', alone: true },
};

export const toby: DemonstrationPlan = {
  publishedDaysAgo: 45,
  whatMatters: 'Mowers. Knowing what happens next. My phone alarm for the insulin.',
  strengths: 'Knows every mower since 1902.',
  needs: [{ text: 'A job with pictures of what comes first', domain: 'work' }],
  goals: [{
    text: 'A paid Saturday job at the garden centre.', targetInDays: 90,
    steps: [
      { what: 'Go and see the manager with Toby', by: karl, inDays: 6 }, { what: 'Pictures of a Saturday, hour by hour', by: priya, inDays: 2, got: { to: 'in_progress', daysAgo: 4 } },
      { what: 'Go with him and see that they ask him', by: naomi, inDays: 6 },
    ],
  }],
  whoToRing: 'Millbrook, 01632 960208, day and night.',
  ifItGoesWrong: 'Sweaty, cross, slow: sugar first, questions after. Not better in ten minutes: 999. Say what you are doing before you do it.',
  view: { view: 'agrees', asked: 'with_support', support: 'Easy Read with pictures, and Naomi', alone: false, present: 'Naomi Feld, his advocate', comment: 'Yes. Saturdays. Not Sundays.' },
};

export const jack: DemonstrationPlan = {
  publishedDaysAgo: 9,
  whatMatters: 'To die here, hearing the weir. Window open, whatever the weather.',
  needs: [{ text: 'No pain, and a clear hour after four', domain: 'body', category: 'health' }, { text: 'A night’s sleep for Johnny', domain: 'carer' }],
  goals: [{
    text: 'Stay at 4 Lock Cottages to the end.',
    steps: [
      { what: 'Driver changed, and tell him the level of the river', by: idris, daysTimes: 'Daily about 10:00', category: 'health' }, { what: 'A sitter on Thursday nights', by: ruth, inDays: 1 },
      { what: 'Ask the lock museum about the door frame', by: ruth, inDays: 6 },
    ],
  }],
  whoToRing: 'St Elwyn’s, 01632 960203, day and night.',
  ifItGoesWrong: 'Do not bring him in. Ring St Elwyn’s: the medicines are in the tackle box. No ambulance unless Johnny says that he cannot manage, and then ask Ruth first.',
  ifItGoesWrongContact: 'St Elwyn’s, 01632 960203',
  view: { view: 'agrees', asked: 'directly', alone: true, comment: 'Tell Johnny everything.' },
};

export const johnny: DemonstrationPlan = {
  publishedDaysAgo: 16,
  whatMatters: 'To be there for Dad to the end, and to still be standing after.',
  needs: [{ text: 'Sleep, and somebody for me', domain: 'carer' }],
  goals: [{
    text: 'Cook for Dad every day, and sleep two nights in the week.',
    steps: [{ what: 'Coffee, and an hour that is only his', by: shanelle, daysTimes: 'Wednesdays' }, { what: 'Talk to the restaurant about leave', by: 'person', inDays: 4 }],
  }],
  whoToRing: 'Adaeze Nwosu, 01632 960162; at night the Emergency Duty Team, 01632 960169.',
  ifItGoesWrong: 'If I do not answer for a day: ring Carly, then come round.',
  view: { view: 'agrees', asked: 'directly', alone: true },
};

export const dawit: DemonstrationPlan = {
  publishedDaysAgo: 11,
  whatMatters: 'To know which office reads this. To work as a surveyor again.',
  strengths: 'Runs half-marathons; interprets for others.',
  needs: [{ text: 'A home that is not forty miles from everybody', domain: 'home' }],
  goals: [{
    text: 'Get my degree recognised.', targetInDays: 150,
    steps: [{ what: 'Read the form together before he signs', by: joel, inDays: 5 }, { what: 'Find somebody who has done it', by: selam, inDays: 14 }],
  }],
  whoToRing: 'Joel Akande, 01632 960180.',
  ifItGoesWrong: 'If I am moved before January: ring Joel before the van comes.',
  view: { view: 'agrees_with_reservations', asked: 'directly', alone: true, comment: 'Tell me each time who will read it.' },
};

export const pat: DemonstrationPlan = {
  publishedDaysAgo: 33,
  whatMatters: 'The bells. Mum. One thing at a time when it gets dark early.',
  needs: [{ text: 'A fortnight off', domain: 'carer' }, { text: 'Hands that hold a rope', domain: 'body', category: 'health' }],
  goals: [
    { text: 'Ring the New Year.', targetInDays: 40, steps: [{ what: 'The light bell, second from the left', by: { relative: 'Ros Tweddle' }, daysTimes: 'Wednesdays' }, { what: 'Bloods before the next injection', by: 'WEIRSIDE-MP', inDays: 7, category: 'health' }] },
    { text: 'A fortnight’s break.', steps: [{ what: 'Finish the carer’s assessment', by: omar, inDays: -3 }, { what: 'Somewhere with sea, and somebody for Edna', by: shanelle, inDays: 30 }] },
  ],
  whoToRing: 'Shanelle Grant, 01632 960190; at night the crisis line, 01632 960139.',
  ifItGoesWrong: 'Curtains shut at noon and no bells on Wednesday: Ros comes round. If I cannot look after Mum, ring Shanelle first.',
  view: { view: 'agrees', asked: 'directly', alone: true },
};

