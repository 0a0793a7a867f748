import { Id, LocalDate, OneOf } from '@app/kernel';
import { CHANGES_OF_CASES, type ChangeOfCases } from '@app/measures';

/** How many weeks the chart looks back. */
export const PERIODS = ['6', '12', '26'] as const;

/** Whose dashboard, and for how long. */
export class ReadDashboard {
  @Id({ label: 'team' }) team?: string | null;
  @OneOf(PERIODS, { label: 'period' }) weeks?: (typeof PERIODS)[number] | null;
}

/** The cases behind one number of the chart. */
export class ReadFlow {
  @Id({ label: 'team' }) team?: string | null;
  @OneOf(CHANGES_OF_CASES, { required: true, label: 'opened or closed' }) change: ChangeOfCases;
  @LocalDate({ required: true, label: 'the week' }) week: string;
}
