import { Id, Ids, isBlank, ListOf, LocalDate, LongText, OneOf, PersonStays, Text, WholeNumber } from '@app/kernel';
import { TOLD_ABOUT, type Category } from '@app/persons';
import type { Audience } from '@app/records';
import { TALKED_HOW, type TalkedHow } from '@app/sharing';
import { ACTION_STATES, type ActionState } from './care-action.entity';
import { VOICES, type Voice } from './plan-item.entity';
import { GOAL_STATES, IMPORTANCES, NEED_DOMAINS, NEED_STATES, UNMET_REASONS, type GoalState, type Importance, type NeedDomain, type NeedState, type UnmetReason } from './plan-items.entity';
import { SAID_VIEWS, type SaidView } from './plan-view.entity';
import { PERSON_VIEWS, VIEW_ASKED, type PersonView, type ViewAsked } from './plan-version.entity';

const AUDIENCES = ['internal', 'circle', 'named'] as const;
/** As many needs, goals and steps of a goal as one form holds. */
export const MOST_LINES = 30;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && isBlank(value));
/** A row of the form in which nothing was written and that stands for nothing yet. */
const blank = (...names: string[]) => (row: Readonly<Record<string, unknown>>): boolean => isEmpty(row['item']) && names.every((name) => isEmpty(row[name]));

/** One line of a plan. `item` is what the line was in the version before; a line whose words are taken away leaves the plan. */
abstract class PlanLine {
  @Id({ label: 'the line' }) item?: string | null;
  @OneOf(TOLD_ABOUT, { label: 'what it tells about' }) category?: Category | null;
  @OneOf(AUDIENCES, { label: 'who may see it' }) audience?: Audience | null;
  @Ids({ label: 'the organisations' }) namedOrganisationIds: string[];
  @OneOf(['yes', 'no'], { label: 'whether the person may read it' }) forPerson?: 'yes' | 'no' | null;
}

export class NeedLine extends PlanLine {
  @LongText({ max: 1000, label: 'the need' }) text?: string | null;
  @OneOf(NEED_DOMAINS, { label: 'the part of life' }) domain?: NeedDomain | null;
  @OneOf(VOICES, { label: 'whose words they are' }) voice?: Voice | null;
  @OneOf(NEED_STATES, { label: 'how it stands' }) state?: NeedState | null;
  @LongText({ max: 500, label: 'why it is not met' }) unmetBecause?: string | null;
  @OneOf(UNMET_REASONS, { label: 'the reason' }) unmetReason?: UnmetReason | null;
  @LongText({ max: 500, label: 'what they asked for' }) askedFor?: string | null;
  @LongText({ max: 500, label: 'what they were offered' }) offered?: string | null;
  @OneOf(['yes', 'no'], { label: 'whether it lies under others' }) underlying?: 'yes' | 'no' | null;
}

const isBlankAction = blank('what', 'endsBecause', 'daysTimes');
export class ActionLine extends PlanLine {
  @LongText({ max: 500, label: 'the step' }) what?: string | null;
  @Text({ max: 60, label: 'who does it' }) doer?: string | null;
  @LocalDate({ label: 'by when' }) dueOn?: string | null;
  @Text({ max: 200, label: 'days and times' }) daysTimes?: string | null;
  @Id({ label: 'the need that it meets' }) needId?: string | null;
  @LongText({ max: 500, label: 'what one comes to with it' }) stageGoal?: string | null;
  @LongText({ max: 500, label: 'how it is done' }) strategies?: string | null;
  @Text({ max: 300, label: 'what they do not do' }) notDo?: string | null;
  @WholeNumber({ min: 0, max: 10, label: 'how sure they are' }) confidence?: number | null;
  @LocalDate({ label: 'when we look whether it helps' }) reviewOn?: string | null;
  /** of a step of the version before: it was looked at, and goes on */
  @OneOf(['yes', 'no'], { label: 'whether it goes on' }) goesOn?: 'yes' | 'no' | null;
  /** instead of the step: why it does not go on */
  @LongText({ max: 500, label: 'why it ends' }) endsBecause?: string | null;
}

const hasNoActions = (row: Readonly<Record<string, unknown>>): boolean =>
  !Array.isArray(row['actions']) || row['actions'].every((one: unknown) => typeof one === 'object' && one !== null && isBlankAction(one as Record<string, unknown>));
export class GoalLine extends PlanLine {
  @LongText({ max: 1000, label: 'the goal' }) text?: string | null;
  @LongText({ max: 1000, label: 'why it matters' }) why?: string | null;
  @OneOf(IMPORTANCES, { label: 'how important it is' }) importance?: Importance | null;
  @OneOf(VOICES, { label: 'whose words they are' }) voice?: Voice | null;
  @LocalDate({ label: 'when it is hoped for' }) targetOn?: string | null;
  @OneOf(GOAL_STATES, { label: 'how the goal stands' }) state?: GoalState | null;
  @LongText({ max: 500, label: 'why nobody does anything for it yet' }) noActionBecause?: string | null;
  @ListOf(() => ActionLine, { max: MOST_LINES, label: 'steps', isBlank: isBlankAction, mayBeAbsent: true }) actions?: (ActionLine | null)[];
}

/** A draft, whole or in part: what is not sent stays as it is. The smallest useful plan is one line in each box. */
export class WriteDraft {
  @LongText({ max: 2000, label: 'what matters' }) whatMatters?: string | null;
  @LongText({ max: 2000, label: 'strengths' }) strengths?: string | null;
  @LongText({ max: 2000, label: 'the home' }) home?: string | null;
  @ListOf(() => NeedLine, { max: MOST_LINES, label: 'needs', isBlank: blank('text'), mayBeAbsent: true }) needs?: (NeedLine | null)[];
  @ListOf(() => GoalLine, { max: MOST_LINES, label: 'goals', isBlank: (row) => blank('text', 'why')(row) && hasNoActions(row), mayBeAbsent: true }) goals?: (GoalLine | null)[];
  @LongText({ max: 1000, label: 'who to ring' }) whoToRing?: string | null;
  @LongText({ max: 2000, label: 'what to do if it goes wrong' }) ifItGoesWrong?: string | null;
  @Text({ max: 200, label: 'whom to ring then' }) ifItGoesWrongContact?: string | null;
  @LongText({ max: 500, label: 'why no such plan is needed' }) noContingencyBecause?: string | null;
  @LongText({ max: 1000, label: 'what sets it off' }) triggers?: string | null;
  @LongText({ max: 1000, label: 'the early signs' }) earlySigns?: string | null;
  @LongText({ max: 1000, label: 'who to ring at night' }) atNight?: string | null;
  @LongText({ max: 2000, label: 'what helps' }) whatHelps?: string | null;
  @LongText({ max: 2000, label: 'what to do when nobody answers' }) noReply?: string | null;
  @LongText({ max: 2000, label: 'what happens when the carer cannot care' }) carerCannot?: string | null;
  @LongText({ max: 2000, label: 'other plans' }) additionalPlans?: string | null;
  @LongText({ max: 2000, label: 'money and who pays' }) money?: string | null;
  @LongText({ max: 2000, label: 'how the conditions affect each other' }) conditions?: string | null;
  @Text({ max: 200, label: 'who leads on that' }) conditionsLead?: string | null;
  @Text({ max: 200, label: 'who sees that we look again' }) reviewer?: string | null;
  @OneOf(VOICES, { label: 'whose words they are' }) whatMattersVoice?: Voice | null;
  @OneOf(VOICES, { label: 'whose words they are' }) strengthsVoice?: Voice | null;
  @LocalDate({ label: 'when we look again' }) nextReviewOn?: string | null;
  @OneOf(PERSON_VIEWS, { label: 'what the person thinks of it' }) personView?: PersonView | null;
  @OneOf(VIEW_ASKED, { label: 'how they were asked' }) viewAsked?: ViewAsked | null;
  @Text({ max: 200, label: 'what support they had' }) viewSupport?: string | null;
  @LongText({ max: 500, label: 'why they could not say' }) viewBecause?: string | null;
  @LocalDate({ label: 'when it is tried again' }) viewAgainOn?: string | null;
  @Text({ max: 200, label: 'whose view it is' }) viewOf?: string | null;
  @Text({ max: 200, label: 'who was there' }) viewPresent?: string | null;
  @OneOf(['yes', 'no'], { label: 'whether they spoke alone' }) viewAlone?: 'yes' | 'no' | null;
  @LongText({ max: 1000, label: 'what they said' }) personComment?: string | null;
  @LongText({ max: 500, label: 'what is different' }) changeSummary?: string | null;
  /** the published version whose small changes the writer has seen: what they wrote in the same places stands */
  @Id({ label: 'the version that stands' }) knowsVersion?: string | null;
  @PersonStays() personId?: string;
}

export class SmallChange {
  @Id({ required: true, label: 'the step' }) item: string;
  @Text({ max: 60, label: 'who does it' }) doer?: string | null;
  @LocalDate({ label: 'by when' }) dueOn?: string | null;
  @Text({ max: 200, label: 'days and times' }) daysTimes?: string | null;
}

/** What may change without a new agreement: phone numbers, days, who does what, dates of steps. */
export class UpdatePlan {
  @Text({ max: 200, label: 'what has changed' }) changeSummary?: string | null;
  @LongText({ max: 1000, label: 'who to ring' }) whoToRing?: string | null;
  @Text({ max: 200, label: 'whom to ring if it goes wrong' }) ifItGoesWrongContact?: string | null;
  @ListOf(() => SmallChange, { max: 200, label: 'steps', mayBeAbsent: true }) actions?: SmallChange[];
  @PersonStays() personId?: string;
}

const YES_NO = ['yes', 'no'] as const;
/** What the person says of the plan on their own page. */
export class SayPlanView {
  @OneOf(SAID_VIEWS, { required: true, label: 'what you think of the plan' }) view: SaidView;
  @LongText({ max: 1000, label: 'your words' }) comment?: string | null;
  @OneOf(YES_NO, { required: true, label: 'whether you are alone' }) spokeAlone: (typeof YES_NO)[number];
  @Text({ max: 200, label: 'who is with you' }) present?: string | null;
}

/** The same as they said it to somebody: face to face, by telephone, on paper. */
export class RecordPlanView {
  @OneOf(SAID_VIEWS, { required: true, label: 'what they think of the plan' }) view: SaidView;
  @LongText({ max: 1000, label: 'their words' }) comment?: string | null;
  @OneOf(TALKED_HOW, { required: true, label: 'how you talked' }) how: TalkedHow;
  @OneOf(YES_NO, { required: true, label: 'whether they spoke alone' }) spokeAlone: (typeof YES_NO)[number];
  @Text({ max: 200, label: 'who else was there' }) present?: string | null;
}

/** How far a step has got. */
export class MoveAction {
  @OneOf(ACTION_STATES, { required: true, label: 'how far it has got' }) to: ActionState;
  @LongText({ max: 500, label: 'why' }) reason?: string | null;
  @PersonStays() personId?: string;
}
