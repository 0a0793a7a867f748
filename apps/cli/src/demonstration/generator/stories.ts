import type { HelperName } from './helpers';

/** Why somebody is known to the team: for whom it is likely, who may lead and who else helps. */
export interface Story {
  ages: [youngest: number, oldest: number];
  reasons: string[];
  leads: HelperName[];
  others: HelperName[];
}

export const stories: Story[] = [
  {
    ages: [70, 99], leads: ['jo', 'bernadette', 'tamsin', 'adaeze'], others: ['idris', 'abi', 'dev', 'sheila', 'callum'],
    reasons: [
      'Three falls since the spring and a flight of stairs.', 'Frail, living alone, and determined to go on with it.',
      'Came out of hospital thinner than they went in.', 'Six medicines, four clinics and nobody who holds the list.',
    ],
  },
  {
    ages: [60, 99], leads: ['jo', 'adaeze', 'bernadette'], others: ['abi', 'omar', 'naomi', 'shanelle'],
    reasons: [
      'Memory going; a partner who covers for it.',
      'Dementia, and a family spread over three countries.',
      'Found twice at the bus station, waiting for a line that closed.',
    ],
  },
  {
    ages: [40, 99], leads: ['idris', 'bernadette', 'marcia'], others: ['callum', 'sheila', 'rory'],
    reasons: [
      'Leg ulcers that have outlasted two winters.',
      'Diabetes and feet.',
      'COPD in a cold house.',
      'Heart failure: up and down with the fluid tablets.',
    ],
  },
  {
    ages: [18, 70], leads: ['yusuf', 'adaeze', 'jo'], others: ['colin', 'steph', 'joel'],
    reasons: [
      'Anxiety, rent arrears, and each making the other worse.',
      'Home after a long stay on the ward; wants a reason to get up.',
      'Voices, mostly friendly, and a job worth keeping.',
    ],
  },
  {
    ages: [35, 90], leads: ['zofia', 'priya', 'tamsin'], others: ['val', 'callum', 'sheila'],
    reasons: [
      'Stroke in the summer: walking before talking.',
      'Parkinson’s; handwriting and voice both getting smaller.',
      'Head injury from a ladder; temper shorter than it was.',
    ],
  },
  {
    ages: [18, 60], leads: ['priya', 'pete', 'jo'], others: ['naomi', 'steph', 'colin', 'joel'],
    reasons: [
      'Learning disability, first flat, first gas bill.',
      'Wheelchair user, second-floor flat, no lift since June.',
      'MS, two part-time jobs and one good day in three.',
    ],
  },
  {
    ages: [30, 85], leads: ['shanelle', 'tamsin', 'adaeze'], others: ['omar', 'colin', 'delphine'],
    reasons: [
      'Looks after everybody and has stopped going to the doctor.',
      'A carer who asked for one night’s sleep a week.',
      'Bereaved, and the house very quiet.',
    ],
  },
  {
    ages: [18, 75], leads: ['tamsin', 'marcia', 'jo'], others: ['selam', 'gary', 'rory', 'colin'],
    reasons: [
      'Damp flat, three chest infections, a landlord who is thinking about it.',
      'New to the town, new to the system, good at forms by now.',
      'Sofa to sofa since the spring, with insulin in a cool bag.',
    ],
  },
];
