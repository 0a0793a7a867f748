import type { ContactNote } from '@app/contacts';
import type { FieldFault } from '@app/kernel';
import type { Preview } from '@app/overviews';
import { FormState } from '../../http';
import { identity } from '../../person/views/sample';

/** Invented data for the states of views. */
export const organisations = [
  { id: '0190aaaa-0000-7000-8000-0000000000a2', name: 'Age Well Brackenbridge' },
  { id: '0190aaaa-0000-7000-8000-0000000000a3', name: 'Weirside Medical Practice' },
];

export const people = [
  { userId: '0190aaaa-0000-7000-8000-0000000000b3', name: 'Anita Bose', jobTitle: 'Adviser', organisation: 'Haven Row' },
  { userId: '0190aaaa-0000-7000-8000-0000000000c1', name: 'Idris Vaughan', jobTitle: 'District nurse', organisation: 'Marl Valley Community Health Trust' },
];

export const preview: Preview = {
  readers: [
    { organisationId: organisations[0]?.id ?? '', organisation: 'Age Well Brackenbridge', who: 'Delphine Carter', sees: true },
    { organisationId: identity.person.registeredBy, organisation: 'Marlshire County Council', who: 'Adult care', sees: true },
    { organisationId: organisations[1]?.id ?? '', organisation: 'Weirside Medical Practice', who: null, sees: false },
  ],
  person: true,
  carers: true,
};

export const note: ContactNote = {
  personId: identity.person.personId, id: '0190aaaa-0000-7000-8000-0000000000d1', ownerOrganisationId: identity.person.registeredBy, category: 'contacts', audience: 'circle',
  namedOrganisations: [], visibleToPerson: true, sealedTo: null, createdAt: new Date('2026-12-08T15:00:00Z'), createdBy: identity.person.createdBy, source: 'ui', rowVersion: 2,
  kind: 'visit', about: 'person', aboutName: null, happenedAt: new Date('2026-12-08T14:30:00Z'), endedAt: null,
  text: 'She walked to the gate and back.\nShe would like to go to the lunch club again.', nextStep: 'Ask Age Well about Thursdays', state: 'amended', correctsId: null,
  movedOriginalAt: null, authorName: 'Jo Whitcombe', sourceReference: null, isConversation: true,
};

export const correction: ContactNote = {
  ...note, id: '0190aaaa-0000-7000-8000-0000000000d2', correctsId: note.id, text: 'The lunch club is on Tuesdays.', createdAt: new Date('2026-12-09T09:05:00Z'), state: 'recorded',
  rowVersion: 1, isConversation: true,
};

/** A form that was refused. */
export const refused = (values: Record<string, unknown>, ...faults: FieldFault[]): FormState => FormState.again({ status: 422, message: '', values, faults });
export const missing = (field: string, message: string): FieldFault => ({ pointer: `/${field}`, code: 'required', message });
