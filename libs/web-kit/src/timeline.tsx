import { formatDate, formatTime, londonDay, type When } from './dates';
import type { Child, Html } from './html';
import { Tag, type TagProps } from './nhs';

export interface TimelineEntry {
  id: string;
  at: When;
  title: Child;
  /** Who, and for which organisation: "Priya Nair, Northside Trust". */
  by: string;
  tag: { text: string; colour: TagProps['colour'] };
  /** Not seen before by the reader. */
  isNew?: boolean;
  body: Child;
}

function days(entries: readonly TimelineEntry[]): [string, TimelineEntry[]][] {
  const byDay = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = londonDay(entry.at);
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  return [...byDay];
}

/** The hour under a day's heading; a calendar date has none. */
function clock(at: When): Html | null {
  if (typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at)) return null;
  return <><time datetime={typeof at === 'string' ? at : at.toISOString()}>{formatTime(at)}</time>, </>;
}

/**
 * What happened, in the order given (newest first), under a heading for each London day. `level` is that of the day
 * headings; entries are one below. Each entry can be linked to as `#entry-<id>`.
 */
export function Timeline(props: { level: 2 | 3; entries: readonly TimelineEntry[] }): Html {
  const Day = `h${props.level}` as const;
  const Title = `h${(props.level + 1) as 3 | 4}` as const;
  return (
    <div class="os-timeline">
      {days(props.entries).map(([day, entries]) => (
        <>
          <Day class="os-timeline__day" id={`day-${day}`}>{formatDate(day)}</Day>
          <ol class="os-timeline__list">
            {entries.map((entry) => (
              <li class="os-timeline__entry" id={`entry-${entry.id}`}>
                <div class="os-timeline__head">
                  <Title class="os-timeline__title">{entry.title}</Title>
                  <Tag text={entry.tag.text} colour={entry.tag.colour} />
                  {entry.isNew ? <strong class="os-new">New</strong> : null}
                </div>
                <p class="os-timeline__by">{clock(entry.at)}{entry.by}</p>
                <div class="os-timeline__body">{entry.body}</div>
              </li>
            ))}
          </ol>
        </>
      ))}
    </div>
  );
}
