import type { DemonstrationStaff } from '../types';
import { employed, keyWorkerTrained } from './employed';

/** In a small charity the one worker is the administrator too. */
const runsIt = { roles: ['practitioner', 'org_admin'] } satisfies Parameters<typeof employed>[5];

const mo = employed('AGE-WELL', 'Mo Brennan', 'Director', '01632 960233', [], { roles: ['team_manager', 'org_admin'] });
const sheila = employed('TANDEM', 'Sheila Dunn', 'Coordinator', '01632 960240', [], runsIt);

export const voluntaryAndCareStaff: DemonstrationStaff[] = [
  mo,
  employed('AGE-WELL', 'Delphine Carter', 'Link worker', '07700 900114', ['NORTHGATE-WEIRSIDE-INT'], {
    keyWorkerTrained: true,
    email: 'voluntary@demo.test',
    workingPattern: 'Tuesdays and Thursdays',
  }),
  employed('AGE-WELL', 'Joan Whittle', 'Volunteer visitor', '07700 900115', [], { kind: 'volunteer', supervisor: 'voluntary@demo.test', volunteer: { check: 'enhanced', days: 320 } }),
  employed('AGE-WELL', 'Pat Ferncliffe', 'Volunteer, lunch club', '07700 900116', [], { kind: 'volunteer', supervisor: mo.email, volunteer: { check: 'none', days: 200 } }),

  employed('CARERS-LANTERN', 'Shanelle Grant', 'Family carers’ worker', '01632 960234', [], { ...runsIt, ...keyWorkerTrained }),
  employed('CARERS-LANTERN', 'Tom Iqbal', 'Young carers’ worker', '01632 960235'),
  employed('WARM-HEARTH', 'Rory Ellis', 'Home energy adviser', '01632 960236', [], runsIt),
  employed('SALTMARSH', 'Colin Meakin', 'Benefits and debt adviser', '01632 960237', [], runsIt),
  employed('TALK-AGAIN', 'Val Hope', 'Volunteer coordinator', '01632 960238', [], runsIt),
  sheila,
  employed('TANDEM', 'Craig Pettifer', 'Volunteer driver', '07700 900117', [], { kind: 'volunteer', supervisor: sheila.email, volunteer: { check: 'basic', days: 24 } }),
  employed('COMMON-GROUND', 'Selam Gebre', 'Welcome worker', '01632 960241', [], runsIt),
  employed('NEW-LEAF', 'Aidan Foy', 'Recovery worker', '07700 900118', [], runsIt),
  employed('HAVEN-ROW', 'Anita Bose', 'Independent domestic violence adviser', '07700 900119', [], runsIt),

  employed('ST-ELWYNS', 'Ruth Abenov', 'Nurse specialist', '07700 900120', ['HOSPICE-AT-HOME'], { ...runsIt, ...keyWorkerTrained }),
  employed('KESTREL', 'Marta Lis', 'Registered manager', '01632 960242', ['HOME-CARE'], { roles: ['practitioner', 'team_manager', 'org_admin'] }),
  employed('KESTREL', 'Dev Rana', 'Care worker', '07700 900121', ['HOME-CARE']),
  employed('KESTREL', 'Abi Sesay', 'Care worker', '07700 900122', ['HOME-CARE']),
  employed('ROWAN-COURT', 'Gill Southern', 'Registered manager', '01632 960243', ['NURSING-HOME'], {
    roles: ['practitioner', 'team_manager', 'org_admin'],
  }),
  employed('MILLBROOK', 'Karl Jensen', 'Support team leader', '07700 900123', ['SUPPORTED-LIVING'], {
    roles: ['practitioner', 'team_manager', 'org_admin'],
  }),
  employed('SPEAK-WITH', 'Naomi Feld', 'Care Act advocate and mental capacity advocate', '07700 900124', [], {
    roles: ['practitioner', 'advocate', 'org_admin'],
  }),
];
