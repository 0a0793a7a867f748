import { Id, Ids, LongText, ManyOf, OneOf, PersonStays, Text } from '@app/kernel';
import { CATEGORIES } from '@app/persons';
import { SaysByWhat } from '@app/sharing';

/** Adds a helper to the circle: what it does, what it does not do, what it may see. */
export class AddToCircle extends SaysByWhat {
  @Id({ required: true, label: 'organisation' }) organisationId: string;
  @Id({ label: 'team' }) teamId?: string;
  @Id({ label: 'worker' }) membershipId?: string;
  @LongText({ max: 500, required: true, label: 'what they do' }) does: string;
  @LongText({ max: 500, label: 'what they do not do' }) doesNotDo?: string;
  @Text({ max: 200, label: 'days and times' }) daysTimes?: string;
  @ManyOf(CATEGORIES, { required: true, label: 'what they may see' }) categories: string[];
  /** the only users who may know that they help, with whoever adds them and their worker; without any, everybody, unless the service is known to few by default */
  @Ids({ label: 'who may know' }) knownTo?: string[];
  /** as whom an import named them */
  @Id({ label: 'the proposal' }) proposedId?: string | null;
}

/** Says anew what a helper does; what it may see is not touched. */
export class DescribeHelp {
  @LongText({ max: 500, required: true, label: 'what they do' }) does: string;
  @LongText({ max: 500, label: 'what they do not do' }) doesNotDo?: string | null;
  @Text({ max: 200, label: 'days and times' }) daysTimes?: string | null;
  @PersonStays() personId?: string;
}

const YES_NO = ['yes', 'no'] as const;
/** What the person said about somebody who would like to join. */
export class AnswerJoining {
  @OneOf(YES_NO, { required: true, label: 'yes or no' }) agreed: (typeof YES_NO)[number];
  @OneOf(YES_NO, { required: true, label: 'whether nobody else was there' }) spokeAlone: (typeof YES_NO)[number];
  @Text({ max: 200, label: 'who else was there' }) present?: string | null;
}

/** `finished`: the helper has ten working days for what is its own. The others end its access at once. */
export const END_BECAUSE = ['finished', 'person_said_no', 'safety'] as const;

/** Ends somebody's help, and with it what they may see. */
export class EndHelp {
  @OneOf(END_BECAUSE, { label: 'what kind of end it is' }) because?: (typeof END_BECAUSE)[number];
  @LongText({ max: 500, required: true, label: 'why it ends' }) reason: string;
  @PersonStays() personId?: string;
}
