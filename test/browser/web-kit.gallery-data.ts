import { ago, type FieldError, type IdentityBannerProps, type PageContext } from '@app/web-kit';

export const ctx: PageContext = {
  user: { name: 'Amira Hussain', organisation: 'Northside Community Trust', kind: 'staff' },
  csrfToken: 'token',
  path: '/caseload',
  nav: 'caseload',
  navItems: [
    { href: '/', text: 'Today', key: 'today' },
    { href: '/caseload', text: 'Caseload', key: 'caseload' },
    { href: '/people', text: 'People', key: 'people' },
    { href: '/team', text: 'Team', key: 'team' },
  ],
};

export const chidi: IdentityBannerProps = {
  name: 'Chidi Okafor',
  preferredName: 'Chid',
  birthDate: '1948-03-07',
  age: 78,
  reference: { label: 'NHS number', value: '9434765919', missing: 'No NHS number recorded' },
  keyWorker: { name: 'Amira Hussain', organisation: 'Northside Community Trust', phone: '01632 960 001' },
  phone: '01632 960 144',
  alerts: [
    { id: 'a1', category: 'Falls', text: 'fell twice in November', whatToDo: 'Ring before you visit; he comes to the door on his own.', onPaper: true },
    { id: 'a2', category: 'Hearing', text: 'does not hear the phone', whatToDo: 'Text first.', onPaper: true },
  ],
};

export const unknown: IdentityBannerProps = {
  name: 'Wojciechowska-Featherstonehaugh, Aleksandra Marianna',
  birthDate: null,
  age: null,
  reference: { label: 'Our reference', value: null, missing: 'No reference yet' },
  keyWorker: null,
  phone: null,
  alerts: [],
  sameName: 'Another person with this name lives here. Check the date of birth.',
  restricted: true,
};

export interface Row {
  id: string;
  name: string;
  age: number;
  nhs: string;
  next: string;
  review: string;
  overdue: boolean;
  contact: string;
  need: string;
}

export const names = ['Okafor, Chidi', 'Kaur, Barnaby', 'Price, Siân', 'Nowak, Łukasz', 'Ahmed, Farida', 'Jones, Maggie', 'Evans, Llŷr'];
export const rows: Row[] = names.map((name, index) => ({
  id: String(1000 + index),
  name,
  age: 62 + index * 3,
  nhs: '9434765919',
  next: index % 2 ? 'Ring the housing officer about the bathroom' : 'Visit with the district nurse',
  review: `2026-1${index % 3}-0${index + 1}`,
  overdue: index < 2,
  contact: ago(`2026-12-0${index + 1}`, new Date('2026-12-09T09:00:00Z')),
  need: index % 2 ? 'Housing' : 'Frailty',
}));

export const bars = [
  { label: 'Amira Hussain', parts: [6, 27], mark: 30 },
  { label: 'Priya Nair', parts: [2, 18], mark: 30 },
  { label: 'Tom Reed', parts: [0, 9] },
];

export const me: PageContext = {
  ...ctx, nav: 'me', navItems: [{ href: '/me', text: 'My plan', key: 'me' }], user: { name: 'Chidi Okafor', organisation: null, kind: 'person' },
};
export const carer: PageContext = {
  ...me,
  user: { name: 'Ngozi Okafor', organisation: null, kind: 'carer' },
  actingFor: { current: '1', choices: [{ id: '1', name: 'Chidi Okafor' }, { id: '2', name: 'Grace Okafor' }] },
};

export const errors: FieldError[] = [
  { field: 'goal', text: 'Enter what Chidi wants' },
  { field: 'due-day', text: 'The date must be a real date' },
];
