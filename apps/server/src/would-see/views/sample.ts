import type { Helper, WouldSee } from '@app/overviews';

/** Invented data for the states of views. */
const delphine: Helper = { id: '0190aaaa-0000-7000-8000-0000000000b4', kind: 'worker', name: 'Delphine Carter', organisation: 'Age Well Brackenbridge' };
export const carer: Helper = { id: '0190aaaa-0000-7000-8000-0000000000b6', kind: 'carer', name: null, organisation: null };
export const helpers: readonly Helper[] = [
  { id: '0190aaaa-0000-7000-8000-0000000000b7', kind: 'person', name: null, organisation: null },
  { ...carer, name: 'Chidi Oduya' },
  delphine,
  { id: '0190aaaa-0000-7000-8000-0000000000b8', kind: 'team', name: 'District nursing', organisation: 'Marl Valley Community Health Trust' },
  { id: '0190aaaa-0000-7000-8000-0000000000b9', kind: 'organisation', name: 'Weirside Medical Practice', organisation: 'Weirside Medical Practice' },
];

const AT = new Date('2026-12-01T10:00:00Z');
export const seen: WouldSee = {
  helper: delphine, opens: true, categories: ['identity', 'about_me', 'contacts'],
  items: [
    { kind: 'identity', id: '0190aaaa-0000-7000-8000-0000000000f1', text: '01632 960001', at: AT, sees: true },
    { kind: 'alert', id: '0190aaaa-0000-7000-8000-0000000000f2', text: 'The dog is not used to visitors', at: AT, sees: true },
    { kind: 'plan', id: '0190aaaa-0000-7000-8000-0000000000f3', text: 'I want to sing again with the others at Easter', at: AT, sees: false },
    { kind: 'note', id: '0190aaaa-0000-7000-8000-0000000000f4', text: 'She walked to the gate and back.', at: AT, sees: true },
    { kind: 'note', id: '0190aaaa-0000-7000-8000-0000000000f5', text: 'Said quietly that money is short.', at: AT, sees: false },
  ],
};
export const nothing: WouldSee = { helper: delphine, opens: true, categories: [], items: [] };
