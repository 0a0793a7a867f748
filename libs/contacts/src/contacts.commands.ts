import { Flag, Id, Ids, LocalDate, LongText, Moment, OneOf, PersonStays, Text } from '@app/kernel';
import { TOLD_ABOUT, type Category } from '@app/persons';
import { CHOSEN_AUDIENCES, type ChosenAudience } from '@app/sharing';
import { ALERT_KINDS, type AlertKind } from './alert.entity';
import { NOTE_ABOUT, NOTE_KINDS, type NoteAbout, type NoteKind } from './contact-note.entity';

/** Three fields are asked for: what happened, who it is about, who may see it. The rest has an answer of its own. */
export class RecordContactNote {
  @LongText({ max: 10_000, required: true, label: 'what happened' }) text: string;
  @OneOf(NOTE_ABOUT, { required: true, label: 'who it is about' }) about: NoteAbout;
  @OneOf(CHOSEN_AUDIENCES, { required: true, label: 'who may see it' }) audience: ChosenAudience;
  @OneOf(NOTE_KINDS, { label: 'the kind of contact' }) kind?: NoteKind;
  @Moment({ past: true, label: 'the day it happened' }) happenedAt?: Date;
  @Ids({ label: 'the organisations' }) namedOrganisationIds?: string[];
  /** users, where only those named may know of it */
  @Ids({ label: 'the people' }) knownTo?: string[];
  @Flag() visibleToPerson?: boolean;
  @Text({ max: 200, label: 'their name' }) aboutName?: string;
  @LongText({ max: 1000, label: 'next step' }) nextStep?: string;
  @OneOf(TOLD_ABOUT, { label: 'what it is about' }) category?: Category;
}

/** A correction is a new entry beside the old one. */
export class CorrectContactNote {
  @LongText({ max: 10_000, required: true, label: 'the correction' }) text: string;
  @PersonStays() personId?: string;
}

/** "This is about someone else". */
export class MoveContactNote {
  @Id({ required: true, label: 'the person whom it is about' }) otherPersonId: string;
}

export const REVIEWED = ['circle', 'internal', 'ended'] as const;

/** What becomes of a concern that was imported. */
export class ReviewAlert {
  @OneOf(REVIEWED, { required: true, label: 'whether it stands' }) outcome: (typeof REVIEWED)[number];
  @LongText({ max: 1000, label: 'what to do' }) whatToDo?: string | null;
  @LocalDate({ label: 'when we look at it again' }) reviewOn?: string | null;
  @PersonStays() personId?: string;
}

export class RaiseAlert {
  @OneOf(ALERT_KINDS, { required: true, label: 'the concern' }) kind: AlertKind;
  @LongText({ max: 1000, required: true, label: 'the concern in words' }) text: string;
  @LongText({ max: 1000, required: true, label: 'what to do' }) whatToDo: string;
  @LocalDate({ required: true, label: 'when we look at it again' }) reviewOn: string;
  @OneOf(CHOSEN_AUDIENCES, { required: true, label: 'who may see it' }) audience: ChosenAudience;
  @Ids({ label: 'the organisations' }) namedOrganisationIds?: string[];
  /** users, where only those named may know of it */
  @Ids({ label: 'the people' }) knownTo?: string[];
  @Flag() visibleToPerson?: boolean;
}
