import type { AccessLogEntry, Look } from '@app/overviews';
import { DataTable, EmptyState, orSay, Sub, SubNav, Tag, Time, type Html } from '@app/web-kit';
import { didWhat, isEmergency, LOOK_WORDS, whyWords } from './words';

interface LogTableProps {
  /** the page's own address */
  at: string;
  items: readonly AccessLogEntry[];
  next: string | null;
  counts: Record<Look, number>;
  shown: Look | null;
  /** refused tries are for who looks after access */
  looks: readonly Look[];
  /** who looks after access sees who it was; others are told the organisation, the role, and the name where the organisation gives it */
  withNames: boolean;
  /** where an entry is held back from the person's own page; for who looks after access */
  holdAt?: string;
}

const address = (at: string, shown: Look | null, cursor?: string): string => {
  const [path = '', kept] = at.split('?');
  const query = new URLSearchParams(kept);
  if (shown) query.set('shown', shown);
  if (cursor) query.set('cursor', cursor);
  return query.size > 0 ? `${path}?${query.toString()}` : path;
};

const Who = ({ entry: { who, role, organisation }, withNames }: { entry: AccessLogEntry; withNames: boolean }): Html => (
  withNames ? <>{orSay(who, 'The service itself')}{role ? <Sub>{role}</Sub> : null}</>
    : <>{organisation ?? orSay(who, 'The service itself')}{organisation && (role || who) ? <Sub>{[who, role].filter(Boolean).join(', ')}</Sub> : null}</>
);

const OnTheirPage = ({ entry: { seq, held, outcome, organisation }, holdAt }: { entry: AccessLogEntry; holdAt: string }): Html => (
  held ? <Tag text="Held back" colour="yellow" />
    : outcome === 'refused' || !organisation ? <>{outcome === 'refused' ? 'Never there' : 'As usual'}</>
      : <a class="nhsuk-link" href={`${holdAt}?entry=${seq}`}>Hold back<span class="nhsuk-u-visually-hidden"> entry {seq}</span></a>
);

/** Who looked: when, who, for which organisation, what and why. Opening is counted apart from being shown in a list. */
export function LogTable({ at, items, next, counts, shown, looks, withNames, holdAt }: LogTableProps): Html {
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
          { head: withNames ? 'Who' : 'Who looked', cell: (entry) => <Who entry={entry} withNames={withNames} /> },
          ...(withNames ? [{ head: 'Acting for', cell: (entry: AccessLogEntry) => orSay(entry.organisation, entry.who ? 'Nobody: their own page' : 'The service itself') }] : []),
          { head: 'What', cell: didWhat },
          { head: 'Why', cell: (entry) => <>{whyWords(entry)}{isEmergency(entry) ? <> <Tag text="Opened in an emergency" colour="red" /></> : null}</> },
          ...(holdAt ? [{ head: 'The person’s page', cell: (entry: AccessLogEntry) => <OnTheirPage entry={entry} holdAt={holdAt} /> }] : []),
        ]} />
      )}
      {next ? <p><a class="nhsuk-link" href={address(at, shown, next)}>Older entries</a></p> : null}
    </>
  );
}
