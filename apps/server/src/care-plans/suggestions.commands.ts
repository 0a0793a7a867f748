import { Id } from '@app/kernel';

/** About which line of the plan, or a step towards which goal; something new when neither is said. */
export class ChooseLine {
  @Id({ label: 'the line' }) item?: string | null;
  @Id({ label: 'the goal' }) goal?: string | null;
  /** the version in which it is read: a draft about which others are asked, else the plan in force */
  @Id({ label: 'the version' }) version?: string | null;
}

/** The same on one's own page, for who has more than one. */
export class ChooseMyLine extends ChooseLine {
  @Id({ label: 'person' }) person?: string | null;
}
