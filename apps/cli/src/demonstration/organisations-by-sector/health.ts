import type { DemonstrationOrganisation } from '../types';

export const health: DemonstrationOrganisation[] = [
  {
    code: 'WEIRSIDE-MP',
    name: 'Weirside Medical Practice',
    sector: 'nhs_primary',
    about: 'General practice for Northgate and Weirside; reception can say who somebody’s key worker is.',
    phone: '01632 960101',
    outOfHoursPhone: '01632 960151',
    accessScope: 'organisation',
    discreetByDefault: false,
    teams: [
      {
        code: 'WEIRSIDE-PRACTICE', name: 'Practice team', dutyPhone: '01632 960102', hours: 'Monday to Friday 08:00 to 18:30',
        outOfHours: 'Out-of-hours GP, 01632 960151',
      },
    ],
  },
  {
    code: 'BRACKEN-PCN',
    name: 'Brackenbridge Primary Care Network',
    sector: 'nhs_primary',
    about: 'Care coordination and social prescribing for four practices; runs the Tuesday huddle.',
    phone: '01632 960104',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [
      { code: 'PCN-COORDINATION', name: 'Care coordination', dutyPhone: '01632 960105', hours: 'Monday to Friday 09:00 to 17:00' },
    ],
  },
  {
    code: 'MARL-VALLEY',
    name: 'Marl Valley Community Health Trust',
    sector: 'nhs_community',
    about: 'District nursing, therapy and rapid response in people’s homes.',
    phone: '01632 960110',
    outOfHoursPhone: '01632 960113',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [
      {
        code: 'DISTRICT-NURSING', name: 'District nursing, Weirside', dutyPhone: '01632 960111', hours: 'Every day 08:00 to 20:00',
        outOfHours: 'Rapid Response duty desk, 01632 960113',
      },
      {
        code: 'COMMUNITY-THERAPY', name: 'Community therapy', dutyPhone: '01632 960112', hours: 'Monday to Friday 08:30 to 16:30',
        outOfHours: 'Rapid Response duty desk, 01632 960113',
      },
      { code: 'RAPID-RESPONSE', name: 'Rapid Response duty desk', dutyPhone: '01632 960113', hours: 'Day and night' },
    ],
  },
  {
    code: 'MARL-GENERAL',
    name: 'Marl General Hospital',
    sector: 'nhs_acute',
    about: 'The district hospital, with the care transfer hub that plans people’s way home.',
    phone: '01632 960120',
    outOfHoursPhone: '01632 960120',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [
      { code: 'WARD-7', name: 'Ward 7, older people and stroke', dutyPhone: '01632 960121', hours: 'Day and night' },
      {
        code: 'TRANSFER-HUB', name: 'Care transfer hub', dutyPhone: '01632 960122', hours: 'Every day 08:00 to 18:00',
        outOfHours: 'Site team through the switchboard, 01632 960120',
      },
      { code: 'EMERGENCY-DEPARTMENT', name: 'Emergency department', dutyPhone: '01632 960123', hours: 'Day and night' },
    ],
  },
  {
    code: 'MARLSHIRE-MHT',
    name: 'Marlshire Mental Health Trust',
    sector: 'mental_health',
    about: 'Community mental health nursing and psychiatry.',
    phone: '01632 960130',
    outOfHoursPhone: '01632 960139',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [
      {
        code: 'COMMUNITY-MENTAL-HEALTH', name: 'Community mental health, Brackenbridge', dutyPhone: '01632 960131',
        hours: 'Monday to Friday 09:00 to 17:00', outOfHours: 'Crisis line, day and night, 01632 960139',
      },
    ],
  },
  {
    code: 'MARL-AMBULANCE',
    name: 'Marl Ambulance',
    sector: 'ambulance',
    about: 'Emergency crews, who have ten seconds to know what calms somebody.',
    phone: '01632 960140',
    outOfHoursPhone: '01632 960140',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [{ code: 'AMBULANCE-CREWS', name: 'Brackenbridge crews', dutyPhone: '01632 960141', hours: 'Day and night' }],
  },
  {
    code: 'MARL-OOH',
    name: 'Marl Out-of-hours GP',
    sector: 'nhs_primary',
    about: 'A doctor for evenings, nights and weekends.',
    phone: '01632 960150',
    outOfHoursPhone: '01632 960151',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [
      {
        code: 'OUT-OF-HOURS-GP', name: 'Doctors on duty', dutyPhone: '01632 960151', hours: '18:30 to 08:00, weekends day and night',
      },
    ],
  },
];
