import { LongText, OneOf, PersonStays } from '@app/kernel';
import { COMING, SAID_HOW, type Coming, type SaidHow } from './review-contribution.entity';

/** What the person says for a review themselves. What they leave empty they do not say, or no longer. */
export class SayForReview {
  @OneOf(COMING, { label: 'whether you want to come' }) coming?: Coming | null;
  @LongText({ max: 1000, label: 'what matters to you' }) matters?: string | null;
  @LongText({ max: 1000, label: 'what you would like to talk about' }) talk?: string | null;
  /** whoever is asked to the review, or the organisation alone that holds it */
  @OneOf(['everybody', 'chair'], { required: true, label: 'who may read it' }) readers: 'everybody' | 'chair';
}

/** The same as they said it to whoever holds the review, who writes it down. */
export class WriteDownOwnWords {
  @OneOf(SAID_HOW, { required: true, label: 'how they said it' }) how: SaidHow;
  @OneOf(COMING, { label: 'whether they want to come' }) coming?: Coming | null;
  @LongText({ max: 1000, label: 'what matters to them' }) matters?: string | null;
  @LongText({ max: 1000, label: 'what they would like to talk about' }) talk?: string | null;
  @OneOf(['everybody', 'chair'], { required: true, label: 'who may read it' }) readers: 'everybody' | 'chair';
  @PersonStays() personId?: string;
}
