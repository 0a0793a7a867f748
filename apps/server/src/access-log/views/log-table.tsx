import type { AccessLogEntry, Look } from '@app/overviews';
import { DataTable, EmptyState, orSay, SubNav, Time, type Html } from '@app/web-kit';
import { didWhat, LOOK_WORDS, whyWords } from './words';

interface LogTableProps {
  /** the page's own address */
  at: string;
  items: readonly AccessLogEntry[];
  next: string | null;
  counts: Record<Look, number>;
  shown: Look | null;
  /** refused tries are for who looks after access */
  looks: readonly Look[];
  /** names of staff are for who looks after access; others are told the organisation and why */
  withNames: boolean;
}

const address = (at: string, shown: Look | null, cursor?: string): string => {
  const [path = '', kept] = at.split('?');
  const query = new URLSearchParams(kept);
  if (shown) query.set('shown', shown);
  if (cursor) query.set('cursor', cursor);
  return query.size > 0 ? `${path}?${query.toString()}` : path;
};

/** Who looked: when, who, for which organisation, what and why. Opening is counted apart from being shown in a list. */
export function LogTable({ at, items, next, counts, shown, looks, withNames }: LogTableProps): Html {
  const all = looks.reduce((sum, look) => sum + counts[look], 0);
  return (
    <>
      <SubNav label="What to show" items={[
        { href: address(at, null), text: 'Everything', count: all, current: shown === null },
        ...looks.map((look) => ({ href: address(at, look), text: LOOK_WORDS[look], count: counts[look], current: shown === look })),
      ]} />
      {items.length === 0 ? <EmptyState title="No one has opened this record in this period" /> : (
        <DataTable<AccessLogEntry> caption="Who looked, newest first" hideCaption rows={items} isDue={(entry) => entry.outcome === 'refused'} columns={[
          { head: 'When', rowHeader: true, cell: (entry) => <span id={`look-${entry.seq}`}><Time at={entry.at} short withTime /></span> },
          ...(withNames ? [{ head: 'Who', cell: (entry: AccessLogEntry) => orSay(entry.who, 'The service itself') }] : []),
          { head: withNames ? 'Acting for' : 'Who', cell: (entry) => orSay(entry.organisation ?? (withNames ? null : entry.who), withNames && entry.who ? 'Nobody: their own page' : 'The service itself') },
          { head: 'What', cell: didWhat },
          { head: 'Why', cell: (entry) => whyWords(entry.purpose) },
        ]} />
      )}
      {next ? <p><a class="nhsuk-link" href={address(at, shown, next)}>Older entries</a></p> : null}
    </>
  );
}
