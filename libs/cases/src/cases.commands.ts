import { Flag, Id, LocalDate, LongText, OneOf, Text, WholeNumber } from '@app/kernel';
import { COMPLEXITIES, type Complexity } from './case.entity';

/** Opens the one case that a person has in a place. */
export class OpenCase {
  @LongText({ max: 500, required: true, label: 'why the case is opened' }) reason: string;
  /** whether the person reads that a case is open, and why: a worry about somebody at home is not for their page unless somebody said so */
  @Flag() visibleToPerson?: boolean;
  @WholeNumber({ min: 1, max: 365, label: 'days between conversations' }) contactEveryDays?: number;
  @LocalDate({ label: 'next review' }) nextReviewOn?: string;
  @Text({ max: 200, label: 'who to ring' }) whoToRing?: string;
  @OneOf(COMPLEXITIES, { label: 'how much it will ask of the key worker' }) complexity?: Complexity | null;
  /** the team of several employers to which it belongs: its manager sees it and shares the work out */
  @Id({ label: 'the team' }) integratedTeamId?: string | null;
}
