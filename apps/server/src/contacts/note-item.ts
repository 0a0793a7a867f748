import type { Alert, ContactNote, IncidentReport } from '@app/contacts';

/** A contact note as JSON has it. Those whom it is addressed to by name are left out: not everyone may know of each. */
export interface NoteItem {
  readonly id: string;
  readonly personId: string;
  readonly version: number;
  readonly kind: string;
  readonly about: string;
  readonly aboutName: string | null;
  readonly happenedAt: Date;
  readonly text: string;
  readonly nextStep: string | null;
  readonly category: string;
  readonly audience: string;
  /** only people who are named may know of it */
  readonly onlyPeople: boolean;
  readonly visibleToPerson: boolean;
  readonly state: string;
  readonly correctsId: string | null;
  readonly author: string | null;
  readonly organisationId: string;
  readonly recordedAt: Date;
}

export const noteItem = (note: ContactNote): NoteItem => ({
  id: note.id, personId: note.personId, version: note.rowVersion, kind: note.kind, about: note.about, aboutName: note.aboutName, happenedAt: note.happenedAt, text: note.text,
  nextStep: note.nextStep, category: note.category, audience: note.audience, onlyPeople: note.sealedTo !== null, visibleToPerson: note.visibleToPerson, state: note.state,
  correctsId: note.correctsId, author: note.authorName, organisationId: note.ownerOrganisationId, recordedAt: note.createdAt,
});

/** What is said after a note was moved: who had read it. The author's information-governance lead finds the same in their queue. */
export interface MovedItem {
  readonly incidentId: string;
  readonly at: Date;
  readonly readers: readonly { name: string; organisation: string | null }[];
}

export const movedItem = ({ id, at, readers }: IncidentReport): MovedItem => ({ incidentId: id, at, readers });

/** An alert as JSON has it. */
export interface AlertItem {
  readonly id: string;
  readonly personId: string;
  readonly version: number;
  readonly kind: string;
  readonly text: string;
  readonly whatToDo: string;
  readonly state: string;
  readonly reviewOn: string;
  readonly audience: string;
  /** only people who are named may know of it */
  readonly onlyPeople: boolean;
  readonly visibleToPerson: boolean;
}

export const alertItem = (alert: Alert): AlertItem => ({
  id: alert.id, personId: alert.personId, version: alert.rowVersion, kind: alert.kind, text: alert.text, whatToDo: alert.whatToDo, state: alert.state, reviewOn: alert.reviewOn,
  audience: alert.audience, onlyPeople: alert.sealedTo !== null, visibleToPerson: alert.visibleToPerson,
});
