import { Id, Ids, LocalDate, LongText, OneOf, PersonStays } from '@app/kernel';
import { HUDDLE_OUTCOMES, type HuddleOutcome } from './huddle-line.entity';

/** Whoever begins it chairs it. */
export class BeginHuddle {
  @Id({ required: true, label: 'the team' }) team: string;
  /** the memberships of those who are there */
  @Ids({ label: 'who is there' }) attendees: string[];
}

export class PutOnList {
  @Id({ required: true, label: 'the person' }) person: string;
}

/** What came of it for one person. */
export class RecordOutcome {
  @OneOf(HUDDLE_OUTCOMES, { required: true, label: 'what came of it' }) outcome: HuddleOutcome;
  @OneOf(['stays', 'off'], { required: true, label: 'whether they stay on the list' }) next: 'stays' | 'off';
  @LongText({ max: 300, label: 'what is done' }) decided?: string | null;
  /** the membership of somebody who is there and may know of them */
  @Id({ label: 'who does it' }) doer?: string | null;
  /** of an action by when; of a review when it should be, unless one is planned already */
  @LocalDate({ past: false, label: 'by when' }) dueOn?: string | null;
  @PersonStays() personId?: string;
}

export class EndHuddle {
  @Ids({ label: 'who was there' }) attendees: string[];
}
