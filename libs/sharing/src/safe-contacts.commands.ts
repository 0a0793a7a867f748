import { Ids, OneOf, Text } from '@app/kernel';
import { CHANNELS, type Channel } from './facts.entity';

const YES_NO = ['yes', 'no'] as const;
type YesNo = (typeof YES_NO)[number];

/** How it is safe to reach the person in one way, as the person said it. */
export class RecordSafeContact {
  @OneOf(CHANNELS, { required: true, label: 'the way' }) channel: Channel;
  @OneOf(YES_NO, { required: true, label: 'whether it is safe' }) safe: YesNo;
  @Text({ max: 200, label: 'who answers or opens it' }) whoAnswers?: string | null;
  @Text({ max: 200, label: 'the times' }) times?: string | null;
  @OneOf(YES_NO, { label: 'whether to leave a message' }) voicemail?: YesNo | null;
  @Text({ max: 100, label: 'the code word' }) codeWord?: string | null;
  /** the only users who may know of it, with whoever writes it; without any, everybody who works with the person */
  @Ids({ label: 'who may know' }) knownTo?: string[];
}
