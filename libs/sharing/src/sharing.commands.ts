import { Id, ListOf, LocalDate, LongText, OneOf, Text } from '@app/kernel';
import { EXCEPTION_CHOICES, type ExceptionChoice } from './exceptions';
import { CAPACITIES, TALKED_HOW, type Capacity, type TalkedHow } from './sharing-conversation.entity';

export const SHARING_ANSWERS = ['yes', 'except', 'ask'] as const;
export type SharingAnswer = (typeof SHARING_ANSWERS)[number];
const YES_NO = ['yes', 'no'] as const;
type YesNo = (typeof YES_NO)[number];

export class SharingException {
  @Id({ required: true, label: 'the organisation' }) organisationId: string;
  @OneOf(EXCEPTION_CHOICES, { required: true, label: 'what they may not see' }) level: ExceptionChoice;
}

/** How it was talked about, whatever was said. */
class SharingTalk {
  @OneOf(TALKED_HOW, { required: true, label: 'how you talked' }) how: TalkedHow;
  @Text({ max: 200, label: 'who else was there' }) present?: string | null;
  @OneOf(YES_NO, { required: true, label: 'whether they spoke alone' }) spokeAlone: YesNo;
  @Text({ max: 200, label: 'the interpreter' }) interpreter?: string | null;
  @LongText({ max: 1000, label: 'their words' }) words?: string | null;
}

/** What the person said about those who help them directly, as it was said. */
export class RecordSharingConversation extends SharingTalk {
  @OneOf(SHARING_ANSWERS, { required: true, label: 'what they said' }) answer: SharingAnswer;
  @ListOf(() => SharingException, { max: 100, label: 'the exceptions', isBlank: ({ level }) => level === '' || level === 'usual' }) exceptions?: (SharingException | null)[];
  @LocalDate({ past: true, label: 'the day you talked' }) heldOn?: string | null;
  @OneOf(CAPACITIES, { required: true, label: 'whether they could decide this' }) capacity: Capacity;
  @Text({ max: 200, label: 'what support' }) support?: string | null;
  @Text({ max: 200, label: 'who decided' }) decidedBy?: string | null;
  @LocalDate({ past: false, label: 'the day to look again' }) lookAgainOn?: string | null;
  @LocalDate({ past: false, label: 'the day it ends' }) endsOn?: string | null;
}

/** The person wants it to stop: every permit ends. */
export class StopSharing extends SharingTalk {}

/** What somebody says on their own page, and whether anybody is with them. */
export class SayMyself {
  @OneOf(YES_NO, { required: true, label: 'whether you are alone' }) spokeAlone: YesNo;
  @Text({ max: 200, label: 'who is with you' }) present?: string | null;
  @LongText({ max: 1000, label: 'your words' }) words?: string | null;
}

/** Whether the person said yes to one helper whom somebody wants to add; asked where they want to be asked each time. */
export class SaidYes {
  @OneOf(YES_NO, { label: 'whether they said yes to this one' }) agreed?: YesNo | null;
  @Text({ max: 200, label: 'who else was there' }) present?: string | null;
  @OneOf(YES_NO, { label: 'whether they spoke alone' }) spokeAlone?: YesNo | null;
}
