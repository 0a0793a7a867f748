import type { DemonstrationStaff } from '../types';
import { addressOf, employed, keyWorkerTrained } from './employed';

export const healthStaff: DemonstrationStaff[] = [
  employed('WEIRSIDE-MP', 'Dr Helen Achterberg', 'GP partner', '01632 960211', ['WEIRSIDE-PRACTICE'], { roles: ['practitioner', 'team_manager'] }),
  employed('WEIRSIDE-MP', 'Dr Sunil Perera', 'GP', '01632 960212', ['WEIRSIDE-PRACTICE']),
  employed('WEIRSIDE-MP', 'Marcia Bell', 'Practice nurse', '01632 960213', ['WEIRSIDE-PRACTICE'], keyWorkerTrained),
  employed('WEIRSIDE-MP', 'Keith Oduro', 'Reception and care navigation', '01632 960214', ['WEIRSIDE-PRACTICE'], {
    roles: ['practitioner', 'org_admin'],
  }),
  employed('WEIRSIDE-MP', 'Anwen Rhys', 'Pharmacist', '01632 960215', ['WEIRSIDE-PRACTICE']),

  employed('BRACKEN-PCN', 'Tamsin Lowe', 'Care coordinator, chairs the huddle', '01632 960216', ['PCN-COORDINATION', 'NORTHGATE-WEIRSIDE-INT'], {
    keyWorkerTrained: true,
    roles: ['practitioner', 'org_admin'],
  }),
  {
    name: 'Joel Akande',
    email: addressOf('Joel Akande', 'BRACKEN-PCN'),
    phone: '07700 900101',
    kind: 'employed',
    keyWorkerTrained: true,
    workingPattern: 'Network Monday to Wednesday, Age Well Thursday and Friday',
    memberships: [
      { organisation: 'BRACKEN-PCN', teams: ['PCN-COORDINATION'], roles: ['practitioner'], jobTitle: 'Social prescribing link worker' },
      { organisation: 'AGE-WELL', teams: ['NORTHGATE-WEIRSIDE-INT'], roles: ['practitioner'], jobTitle: 'Link worker' },
    ],
  },

  employed('MARL-VALLEY', 'Bernadette Coyle', 'Community matron', '01632 960217', ['DISTRICT-NURSING', 'NORTHGATE-WEIRSIDE-INT'], {
    keyWorkerTrained: true,
    roles: ['practitioner', 'team_manager'],
  }),
  employed('MARL-VALLEY', 'Idris Vaughan', 'District nurse lead', '07700 900102', ['DISTRICT-NURSING', 'NORTHGATE-WEIRSIDE-INT'], {
    keyWorkerTrained: true,
    email: 'nurse@demo.test',
  }),
  employed('MARL-VALLEY', 'Priya Nair', 'Occupational therapist', '07700 900103', ['COMMUNITY-THERAPY', 'NORTHGATE-WEIRSIDE-INT'], keyWorkerTrained),
  employed('MARL-VALLEY', 'Callum Reid', 'Physiotherapist', '07700 900104', ['COMMUNITY-THERAPY']),
  employed('MARL-VALLEY', 'Zofia Mazur', 'Speech and language therapist', '07700 900105', ['COMMUNITY-THERAPY'], keyWorkerTrained),

  employed('MARL-GENERAL', 'Sister Oonagh Farrell', 'Ward sister, Ward 7', '01632 960218', ['WARD-7'], { roles: ['practitioner', 'team_manager'] }),
  employed('MARL-GENERAL', 'Dr Lev Abramson', 'Consultant geriatrician', '01632 960219', ['WARD-7']),
  employed('MARL-GENERAL', 'Nadia Karim', 'Care transfer hub coordinator', '01632 960220', ['TRANSFER-HUB']),
  employed('MARL-GENERAL', 'Ben Stott', 'Emergency department liaison nurse', '01632 960221', ['EMERGENCY-DEPARTMENT'], {
    roles: ['practitioner', 'emergency_viewer'],
  }),
  employed('MARL-GENERAL', 'Ngozi Okafor', 'Staff nurse, Ward 7', '01632 960222', ['WARD-7']),

  employed(
    'MARLSHIRE-MHT', 'Yusuf Demir', 'Community mental health nurse', '07700 900106',
    ['COMMUNITY-MENTAL-HEALTH', 'NORTHGATE-WEIRSIDE-INT'], keyWorkerTrained,
  ),
  employed('MARLSHIRE-MHT', 'Dr Carys Pugh', 'Consultant psychiatrist', '01632 960223', ['COMMUNITY-MENTAL-HEALTH']),

  employed('MARL-AMBULANCE', 'Sam Ostrowski', 'Paramedic', '07700 900107', ['AMBULANCE-CREWS'], { roles: ['emergency_viewer'] }),
  employed('MARL-OOH', 'Dr Femi Balogun', 'Out-of-hours GP', '07700 900108', ['OUT-OF-HOURS-GP'], { roles: ['emergency_viewer'] }),
];
