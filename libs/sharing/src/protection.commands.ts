import { Id, Ids, LocalDate, OneOf, Text } from '@app/kernel';
import type { ExclusionKind } from './facts.entity';

/** Where the person is, for those named only. */
export class ProtectContactPoints {
  @Ids({ required: true, label: 'what others must not know' }) points: string[];
  @Ids({ label: 'who may know' }) knownTo?: string[];
  @Text({ required: true, max: 300, label: 'why' }) because: string;
  @LocalDate({ required: true, past: false, label: 'when we look again' }) reviewOn: string;
}

/** What can be said of somebody who must not open the record; that a colleague knows the person they say themselves. */
export const KEPT_OUT_AS = ['alleged_source_of_harm', 'relative', 'person_as_staff', 'asked_for'] as const satisfies readonly ExclusionKind[];
export type KeptOutAs = (typeof KEPT_OUT_AS)[number];

export class KeepOut {
  @Id({ required: true, label: 'who' }) userId: string;
  @OneOf(KEPT_OUT_AS, { required: true, label: 'why they must not open it' }) kind: KeptOutAs;
  @Text({ max: 300, label: 'in a few words' }) because?: string | null;
  /** the only users who may know of it, with whoever writes it */
  @Ids({ label: 'who may know' }) knownTo?: string[];
  @LocalDate({ required: true, past: false, label: 'when we look again' }) reviewOn: string;
  /** by which name they were looked for: a form that is refused offers the same people again */
  @Text({ max: 100, label: 'the name' }) name?: string | null;
}

/** A family carer no longer reads the person's page: at once, and without a word. */
export class StopCarer {
  @Id({ required: true, label: 'who' }) userId: string;
}
