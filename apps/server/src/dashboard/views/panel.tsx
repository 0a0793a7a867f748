import { Section, type Child, type Html } from '@app/web-kit';
import { hrefOf } from './addresses';
import type { Table } from '../dashboard.commands';
import type { Dashboard } from '../dashboard.desk';

export interface Part {
  data: Dashboard;
  /** the local calendar day */
  today: string;
}

/** The caseload, narrowed as the dashboard is. */
export const listOf = (team: Dashboard['team'], parameters: Record<string, string | null> = {}): string => hrefOf('/caseload', { ...parameters, team: team?.id });

/** One panel with its heading; what could not be read says so, and leaves the others where they are. */
export function Panel<T>({ id, title, of, draw }: { id: string; title: string; of: T | null; draw: (read: T) => Child }): Html {
  return <Section id={id} title={title}>{of === null ? <p>Not available now. Load the page again in a few minutes.</p> : draw(of)}</Section>;
}

/** The table of a panel as a file. */
export const TakeAway = ({ table, team, weeks }: { table: Table; team: Dashboard['team']; weeks?: string | null | undefined }): Html => (
  <p class="os-noprint"><a class="nhsuk-link" href={hrefOf('/dashboard.csv', { table, team: team?.id, weeks })}>{WORDS[table]}</a></p>
);
const WORDS: Record<Table, string> = {
  shared: 'Download this by employer (CSV)', waiting: 'Download who waits (CSV)', referrals: 'Download the numbers of referrals (CSV)', weeks: 'Download the weeks (CSV)',
};
