import type { DemonstrationStaff } from '../types';
import { employed, keyWorkerTrained } from './employed';

export const councilAndHousingStaff: DemonstrationStaff[] = [
  employed('MARLSHIRE-CC', 'Denise Marchetti', 'Integrated neighbourhood team manager', '01632 960224', ['ADULT-CARE', 'NORTHGATE-WEIRSIDE-INT'], {
    email: 'manager@demo.test',
    roles: ['practitioner', 'team_manager'],
  }),
  employed('MARLSHIRE-CC', 'Jo Whitcombe', 'Social worker', '07700 900109', ['ADULT-CARE', 'NORTHGATE-WEIRSIDE-INT'], {
    keyWorkerTrained: true,
    email: 'keyworker@demo.test',
    workingPattern: 'Monday to Friday; Wednesdays at home',
  }),
  employed('MARLSHIRE-CC', 'Adaeze Nwosu', 'Social worker', '07700 900110', ['ADULT-CARE', 'NORTHGATE-WEIRSIDE-INT'], keyWorkerTrained),
  employed('MARLSHIRE-CC', 'Pete Langridge', 'Occupational therapist', '07700 900111', ['ADULT-CARE'], keyWorkerTrained),
  employed('MARLSHIRE-CC', 'Omar Siddiqui', 'Carers’ assessor', '07700 900112', ['CARERS-ASSESSMENT']),
  employed('MARLSHIRE-CC', 'Harriet Moss', 'Safeguarding lead', '01632 960225', ['SAFEGUARDING'], { roles: ['practitioner', 'team_manager'] }),
  employed('MARLSHIRE-CC', 'Fran Lister', 'Information governance lead', '01632 960226', ['INFORMATION-GOVERNANCE'], {
    email: 'ig@demo.test',
    roles: ['ig_lead'],
  }),
  employed('MARLSHIRE-CC', 'Miriam Adeyemi', 'Principal social worker, Caldicott guardian', '01632 960227', ['ADULT-CARE'], {
    roles: ['practitioner', 'place_manager'],
  }),

  employed('BRACKENBRIDGE-DC', 'Gary Tull', 'Housing options officer', '01632 960228', ['HOUSING-OPTIONS']),
  employed('BRACKENBRIDGE-DC', 'Leanne Fox', 'Adaptations grants officer', '01632 960229', ['ADAPTATIONS']),
  employed('BRACKENBRIDGE-DC', 'Alex Brandt', 'Environmental health officer', '01632 960230', ['ENVIRONMENTAL-HEALTH']),

  employed('FERNLEA', 'Steph Rowe', 'Tenancy support officer', '07700 900113', ['TENANCY-SUPPORT'], { email: 'housing@demo.test' }),
  employed('FERNLEA', 'Martin Quill', 'Income officer', '01632 960231', ['INCOME'], { email: 'income@demo.test' }),
  employed('FERNLEA', 'Ivy Chan', 'Administrator', '01632 960232', [], { email: 'admin@demo.test', roles: ['org_admin'] }),
];
