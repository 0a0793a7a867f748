import { Id, Ids, LocalDate, OneOf } from '@app/kernel';
import { CHANGES_OF_CASES, type ChangeOfCases } from '@app/measures';

/** How many weeks the chart looks back. */
export const PERIODS = ['6', '12', '26'] as const;

/** Whose dashboard, and for how long. */
export class ReadDashboard {
  @Id({ label: 'team' }) team?: string | null;
  @OneOf(PERIODS, { label: 'period' }) weeks?: (typeof PERIODS)[number] | null;
}

/** The cases that were ticked, to ask key workers for all of them. */
export class ChooseCases {
  @Ids({ label: 'the people' }) cases?: string[];
}

/** The tables that can be taken away as a file: how the work is shared out, who waits, referrals, what came and went each week. */
export const TABLES = ['shared', 'waiting', 'referrals', 'weeks'] as const;
export type Table = (typeof TABLES)[number];

/** Which table, of whose dashboard. */
export class ReadTable extends ReadDashboard {
  @OneOf(TABLES, { required: true, label: 'the table' }) table: Table;
}

/** The cases behind one number of the chart. */
export class ReadFlow {
  @Id({ label: 'team' }) team?: string | null;
  @OneOf(CHANGES_OF_CASES, { required: true, label: 'opened or closed' }) change: ChangeOfCases;
  @LocalDate({ required: true, label: 'the week' }) week: string;
}
