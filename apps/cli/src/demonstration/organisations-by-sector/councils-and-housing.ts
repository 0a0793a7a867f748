import type { DemonstrationOrganisation } from '../types';

export const housing: DemonstrationOrganisation[] = [
  {
    code: 'MARLSHIRE-CC',
    name: 'Marlshire County Council',
    sector: 'council_social_care',
    about: 'Adult social care, safeguarding and carers’ assessments; hosts the integrated neighbourhood team.',
    phone: '01632 960160',
    outOfHoursPhone: '01632 960169',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [
      {
        code: 'NORTHGATE-WEIRSIDE-INT', name: 'Northgate & Weirside Integrated Neighbourhood Team', dutyPhone: '01632 960161',
        hours: 'Monday to Friday 08:30 to 17:30', outOfHours: 'Emergency Duty Team, 01632 960169',
        integrated: { members: ['MARL-VALLEY', 'BRACKEN-PCN', 'MARLSHIRE-MHT', 'AGE-WELL'], meets: 'Huddle, Tuesdays 09:15' },
      },
      {
        code: 'ADULT-CARE', name: 'Adult social care, Brackenbridge', dutyPhone: '01632 960162', hours: 'Monday to Friday 08:30 to 17:30',
        outOfHours: 'Emergency Duty Team, 01632 960169',
      },
      { code: 'CARERS-ASSESSMENT', name: 'Carers’ assessments', dutyPhone: '01632 960163', hours: 'Monday to Friday 09:00 to 17:00' },
      {
        code: 'SAFEGUARDING', name: 'Safeguarding adults front door', dutyPhone: '01632 960164', hours: 'Monday to Friday 08:30 to 17:30',
        outOfHours: 'Emergency Duty Team, 01632 960169',
      },
      {
        code: 'EMERGENCY-DUTY', name: 'Emergency Duty Team', dutyPhone: '01632 960169', hours: '17:30 to 08:30, weekends day and night',
      },
      { code: 'INFORMATION-GOVERNANCE', name: 'Information governance', dutyPhone: '01632 960165', hours: 'Monday to Friday 09:00 to 17:00' },
    ],
  },
  {
    code: 'BRACKENBRIDGE-DC',
    name: 'Brackenbridge District Council',
    sector: 'council_housing',
    about: 'Housing options, adaptations grants and environmental health.',
    phone: '01632 960170',
    outOfHoursPhone: '01632 960179',
    accessScope: 'named',
    discreetByDefault: false,
    teams: [
      {
        code: 'HOUSING-OPTIONS', name: 'Housing options', dutyPhone: '01632 960171', hours: 'Monday to Friday 09:00 to 16:30',
        outOfHours: 'Homeless tonight: 01632 960179',
      },
      { code: 'ADAPTATIONS', name: 'Adaptations grants', dutyPhone: '01632 960172', hours: 'Monday to Thursday 09:00 to 16:30' },
      { code: 'ENVIRONMENTAL-HEALTH', name: 'Environmental health', dutyPhone: '01632 960173', hours: 'Monday to Friday 09:00 to 16:30' },
    ],
  },
  {
    code: 'FERNLEA',
    name: 'Fernlea Homes',
    sector: 'housing_association',
    about: 'Landlord of 1,900 homes. Tenancy support may help a person; rent collection may not read about them.',
    phone: '01632 960180',
    outOfHoursPhone: '01632 960189',
    accessScope: 'named',
    discreetByDefault: false,
    teams: [
      {
        code: 'TENANCY-SUPPORT', name: 'Tenancy support', dutyPhone: '01632 960181', hours: 'Monday to Friday 09:00 to 17:00',
        outOfHours: 'Emergency repairs, 01632 960189',
      },
      { code: 'INCOME', name: 'Income', dutyPhone: '01632 960182', hours: 'Monday to Friday 09:00 to 17:00' },
    ],
  },
];
