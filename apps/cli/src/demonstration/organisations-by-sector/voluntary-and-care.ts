import type { DemonstrationOrganisation, OrganisationCode } from '../types';

/** A small charity: one phone, no teams, and only the named worker opens a record. */
const charity = (
  code: OrganisationCode,
  name: string,
  phone: string,
  about: string,
  more: Partial<DemonstrationOrganisation> = {},
): DemonstrationOrganisation => ({
  code, name, sector: 'vcse', about, phone, accessScope: 'named', discreetByDefault: false, teams: [], ...more,
});

export const voluntaryAndCare: DemonstrationOrganisation[] = [
  charity('AGE-WELL', 'Age Well Brackenbridge', '01632 960190', 'Link workers and volunteers for older people; lunch club on Wednesdays.'),
  charity('CARERS-LANTERN', 'Carers’ Lantern', '01632 960191', 'Breaks, company and advice for family carers, and a club for young carers.'),
  charity('WARM-HEARTH', 'Warm Hearth', '01632 960192', 'Damp, draughts, boilers and fuel bills.'),
  charity('SALTMARSH', 'Saltmarsh Advice', '01632 960193', 'Benefits and debt advice.'),
  charity('TALK-AGAIN', 'Talk Again', '01632 960194', 'Conversation groups for life after a stroke.'),
  charity('TANDEM', 'Tandem Transport', '01632 960195', 'Volunteer drivers to appointments, shops and choirs.'),
  charity('COMMON-GROUND', 'Common Ground', '01632 960196', 'Company and practical help for people newly arrived.'),
  charity('NEW-LEAF', 'New Leaf', '01632 960197', 'Help with alcohol and drugs, without being told off.', {
    discreetByDefault: true,
    outOfHoursPhone: '01632 960198',
  }),
  charity('HAVEN-ROW', 'Haven Row', '01632 960199', 'Independent advisers for people leaving, or living with, domestic abuse.', {
    discreetByDefault: true,
    outOfHoursPhone: '01632 960200',
  }),
  charity('SPEAK-WITH', 'Speak With', '01632 960201', 'Independent advocates under the Care Act and the Mental Capacity Act.', {
    sector: 'advocacy',
  }),
  {
    code: 'ST-ELWYNS',
    name: 'St Elwyn’s Hospice at Home',
    sector: 'care_provider',
    about: 'A charity registered with the Care Quality Commission: nurses who come to people who are dying at home.',
    phone: '01632 960202',
    outOfHoursPhone: '01632 960203',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [{ code: 'HOSPICE-AT-HOME', name: 'Hospice at home nurses', dutyPhone: '01632 960203', hours: 'Day and night' }],
  },
  {
    code: 'KESTREL',
    name: 'Kestrel Home Care',
    sector: 'care_provider',
    about: 'Care at home: washing, dressing, meals, and time to talk when the round allows it.',
    phone: '01632 960204',
    outOfHoursPhone: '01632 960205',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [
      {
        code: 'HOME-CARE', name: 'Weirside round', dutyPhone: '01632 960205', hours: 'Every day 06:30 to 22:30',
        outOfHours: 'The manager on call has the same number',
      },
    ],
  },
  {
    code: 'ROWAN-COURT',
    name: 'Rowan Court Nursing Home',
    sector: 'care_provider',
    about: 'Forty-two rooms, a garden that people use, nurses day and night.',
    phone: '01632 960206',
    outOfHoursPhone: '01632 960206',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [{ code: 'NURSING-HOME', name: 'Rowan Court staff', dutyPhone: '01632 960206', hours: 'Day and night' }],
  },
  {
    code: 'MILLBROOK',
    name: 'Millbrook Supported Living',
    sector: 'care_provider',
    about: 'Nine flats of people’s own, with staff downstairs.',
    phone: '01632 960207',
    outOfHoursPhone: '01632 960208',
    accessScope: 'team',
    discreetByDefault: false,
    teams: [{ code: 'SUPPORTED-LIVING', name: 'Millbrook staff', dutyPhone: '01632 960208', hours: 'Day and night, one sleeping in' }],
  },
  {
    code: 'MARL-BSL',
    name: 'Marl Interpreting and BSL',
    sector: 'other',
    about: 'Interpreters in forty languages and British Sign Language, in the room, by phone or by video.',
    phone: '01632 960209',
    outOfHoursPhone: '01632 960210',
    accessScope: 'named',
    discreetByDefault: false,
    teams: [
      {
        code: 'INTERPRETER-BOOKING', name: 'Booking desk', dutyPhone: '01632 960209', hours: 'Monday to Saturday 08:00 to 18:00',
        outOfHours: 'Urgent calls only, 01632 960210',
      },
    ],
  },
];
