import { Flag, Id, ListOf, LocalDate, LongText, ManyOf, OneOf, PersonStays } from '@app/kernel';
import { CLOSE_REASONS, NEED_ENDINGS, OpenCase, TOLD_HOW, type CloseReason, type NeedEnding, type ToldHow } from '@app/cases';
import { HANDOVER_REASONS, HANDOVER_STEPS, type HandoverReason, type HandoverStep } from './key-worker-assignment.entity';

/** Why somebody is asked who is not first on the list, or who has as much as was agreed. */
export const CHOICE_REASONS = ['knows_them', 'language', 'skills', 'near', 'nobody_else', 'other'] as const;
export type ChoiceReason = (typeof CHOICE_REASONS)[number];
export const DECLINE_REASONS = ['capacity', 'conflict', 'skills', 'absence', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Opens the case and, when somebody is chosen, gives it its key worker at once. */
export class OpenCaseWithKeyWorker extends OpenCase {
  @Id({ label: 'the key worker' }) keyWorkerMembershipId?: string | null;
}

/** Asks somebody to be the key worker of a case that has none. */
export class AssignKeyWorker {
  @Id({ required: true, label: 'the key worker' }) membershipId: string;
  @Flag({ label: 'the person asked for them' }) personPreference: boolean;
  @OneOf(CHOICE_REASONS, { label: 'why you ask them' }) because?: ChoiceReason | null;
  @LongText({ max: 300, label: 'in a few words' }) words?: string | null;
  @PersonStays() personId?: string;
}

/** One of several questions that are asked in one act. */
export class AskAboutCase extends AssignKeyWorker {
  @Id({ required: true, label: 'the case' }) caseId: string;
}

/** How many cases are given a key worker in one act: no more than somebody can think about at once. */
export const MOST_AT_ONCE = 20;

/** Asks key workers for several cases. */
export class AskKeyWorkers {
  @ListOf(() => AskAboutCase, { max: MOST_AT_ONCE, required: true, label: 'the people' }) allocations: AskAboutCase[];
}

/** Says no, and why: the question goes back to whoever asked. */
export class DeclineCase {
  @OneOf(DECLINE_REASONS, { required: true, label: 'why not' }) because: DeclineReason;
  @LongText({ max: 300, label: 'in a few words' }) words?: string | null;
  @PersonStays() personId?: string;
}

/** Asks somebody to take over from the key worker: done when they accept, at one instant. */
export class HandOverCase extends AssignKeyWorker {
  @OneOf(HANDOVER_REASONS, { required: true, label: 'why the case is handed over' }) reason: HandoverReason;
  @ManyOf(HANDOVER_STEPS, { label: 'what is done' }) done: HandoverStep[];
  @LocalDate({ required: true, past: true, label: 'the day on which the person was told' }) personToldOn: string;
  @LocalDate({ label: 'the day of the joint visit' }) jointVisitOn?: string | null;
}

/** One of several cases that one key worker hands over in one act. */
export class HandOverOne {
  /** false for one that stays with them for now */
  @Flag({ label: 'whether it is handed over' }) chosen: boolean;
  @Id({ required: true, label: 'the case' }) caseId: string;
  @Id({ required: true, label: 'the key worker' }) membershipId: string;
  @Flag({ label: 'the person asked for them' }) personPreference: boolean;
  @OneOf(CHOICE_REASONS, { label: 'why you ask them' }) because?: ChoiceReason | null;
  @LongText({ max: 300, label: 'in a few words' }) words?: string | null;
}

/** Asks others to take over several cases of one key worker: all of them, or none where one cannot be. */
export class HandOverCases {
  @OneOf(HANDOVER_REASONS, { required: true, label: 'why the cases are handed over' }) reason: HandoverReason;
  @ManyOf(HANDOVER_STEPS, { label: 'what is done' }) done: HandoverStep[];
  @LocalDate({ required: true, past: true, label: 'the day on which all of them were told' }) personToldOn: string;
  @ListOf(() => HandOverOne, { max: MOST_AT_ONCE, required: true, label: 'the cases', isBlank: ({ chosen }) => chosen !== true && chosen !== 'on' }) handovers: (HandOverOne | null)[];
}

/** Somebody stands in for a key worker with everybody whom they lead. */
export class CoverCaseload {
  @Id({ required: true, label: 'who covers' }) membershipId: string;
  @LocalDate({ required: true, past: false, label: 'the last day of the cover' }) until: string;
}

/** Puts a case on hold: why, and when somebody looks again. Its key worker stays. */
export class HoldCase {
  @LongText({ max: 500, required: true, label: 'why the case is on hold' }) reason: string;
  @LocalDate({ required: true, past: false, label: 'the day on which you look again' }) reviewOn: string;
  @PersonStays() personId?: string;
}

/** What becomes of a need that lies under others. */
export class EndNeed {
  @Id({ required: true, label: 'the need' }) need: string;
  @OneOf(NEED_ENDINGS, { label: 'what becomes of it' }) ending?: NeedEnding | null;
  @LongText({ max: 300, label: 'who knows of it' }) whoKnows?: string | null;
}

/** Ends the support of this episode, and says how the person hears of it: nobody is left by silence. */
export class CloseCase {
  @OneOf(CLOSE_REASONS, { required: true, label: 'why the case is closed' }) because: CloseReason;
  @LongText({ max: 500, label: 'in a few words' }) words?: string | null;
  /** asked for unless they died */
  @OneOf(TOLD_HOW, { label: 'how they hear of it' }) toldHow?: ToldHow | null;
  /** what the person is told; kept among the letters of the record */
  @LongText({ max: 2000, label: 'what you say to them' }) leavingMessage?: string | null;
  /** of each underlying need that is not met; asked for unless they died */
  @ListOf(() => EndNeed, { max: 60, label: 'underlying needs', mayBeAbsent: true }) needs?: EndNeed[];
  @PersonStays() personId?: string;
}

/** Opens a closed case again: it waits for a key worker. */
export class ReopenCase {
  @LongText({ max: 500, required: true, label: 'why the case is opened again' }) reason: string;
  @PersonStays() personId?: string;
}
