import { Email, Ids, LocalDate, LongText, ManyOf, OneOf, Text } from '@app/kernel';
import { NEED_DOMAINS, type NeedDomain } from './need-domains';

/** What an organisation says of one of its services. */
export class DescribeService {
  @Text({ max: 200, required: true, label: 'the name' }) name: string;
  @LongText({ max: 4000, required: true, label: 'what it does, in plain words' }) description: string;
  @ManyOf(NEED_DOMAINS, { label: 'what it helps with' }) needs?: NeedDomain[];
  @LongText({ max: 1000, label: 'who it is for' }) eligibility?: string | null;
  @Text({ max: 500, label: 'the area' }) area?: string | null;
  @LongText({ max: 1000, label: 'access' }) accessibility?: string | null;
  @LongText({ max: 1000, label: 'how to refer' }) referralRoutes?: string | null;
  @Text({ max: 200, label: 'capacity' }) capacity?: string | null;
  @Text({ max: 200, label: 'the wait' }) wait?: string | null;
  @LocalDate({ past: true, label: 'the day of the wait' }) waitAsOf?: string | null;
  @Text({ max: 500, label: 'the cost' }) cost?: string | null;
  @Text({ max: 50, label: 'the phone number' }) phone?: string | null;
  @Email({ label: 'the e-mail address' }) email?: string | null;
  @Text({ max: 500, label: 'the web address' }) url?: string | null;
  @Ids({ label: 'who receives its referrals' }) intake?: string[];
}

/** Why a service takes nobody for now, or no more at all: everybody reads it. */
export class PauseService {
  @LongText({ max: 500, required: true, label: 'why, for everybody to read' }) reason: string;
}

export const STOPS = ['paused', 'delisted'] as const;
export type Stop = (typeof STOPS)[number];

/** Takes nobody for now, or is no longer offered. */
export class StopService extends PauseService {
  @OneOf(STOPS, { required: true, label: 'for how long' }) how: Stop;
}
