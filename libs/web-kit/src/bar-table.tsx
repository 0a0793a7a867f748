import type { Child, Html } from './html';
import { plural } from './words';

export interface Bar {
  label: string;
  /** One number for each series, in its order. */
  parts: readonly number[];
  /** The lists behind the numbers, in the order of `parts`. */
  hrefs?: readonly (string | undefined)[];
  /** The agreed number, drawn as a mark; a total over it says "over" in words, and what is over is drawn in the shade of concern. */
  mark?: number;
  /** What stands in the column `also`. */
  also?: Child;
}

export interface BarTableProps {
  caption: string;
  /** Heading of the first column, for example "Key worker". */
  first: string;
  /** At most three: more shades cannot be told apart. */
  series: readonly string[];
  /** Left out where there is one series: it is the total. */
  total?: string;
  /** A further column, beside the first, that is not drawn. */
  also?: string;
  /** What is drawn is no cause for concern: the first shade is left out. */
  calm?: boolean;
  markLabel?: string;
  rows: readonly Bar[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const NUMERIC_HEAD = 'nhsuk-table__header nhsuk-table__header--numeric';

function drawing(bar: Bar, max: number, shade: number): Html {
  const percent = (value: number) => Math.round((value / max) * 1000) / 10;
  const starts = bar.parts.map((_part, index) => sum(bar.parts.slice(0, index)));
  const over = bar.mark === undefined ? 0 : sum(bar.parts) - bar.mark;
  return (
    <svg class="os-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {bar.parts.map((part, index) => (
        <rect x={percent(starts[index] ?? 0)} y="0" width={percent(part)} height="10" class={`os-series-${index + shade}`} />
      ))}
      {over > 0 ? <rect x={percent(bar.mark ?? 0)} y="0" width={percent(over)} height="10" class="os-series-0" /> : null}
      {bar.mark === undefined ? null : <rect x={Math.min(99.4, percent(bar.mark))} y="0" width="0.6" height="10" class="os-bar__mark" />}
    </svg>
  );
}

const Key = (props: { of: number | 'mark' }) => <span class={`os-key os-key--${props.of}`} aria-hidden="true"></span>;

/** On a phone there is no head row in view, so each number says what it is. */
const Cell = (props: { head: string | undefined; mark?: number | 'mark'; children: Child }) => (
  <td class="nhsuk-table__cell nhsuk-table__cell--numeric" role="cell">
    <span class="os-bars__head" aria-hidden="true">{props.mark === undefined ? null : <Key of={props.mark} />}{props.head} </span>
    {props.children}
  </td>
);

/**
 * A comparison as a real table with a drawn bar under each row. The numbers are text (for screen readers, phones, print,
 * copy and paste); the bar only repeats them.
 */
export function BarTable(props: BarTableProps): Html {
  const max = Math.max(1, ...props.rows.flatMap((bar) => [sum(bar.parts), bar.mark ?? 0]));
  const shade = props.calm ? 1 : 0;
  const columns = 1 + props.series.length + [props.total, props.markLabel, props.also].filter(Boolean).length;
  return (
    <table class="nhsuk-table nhsuk-table--compact os-bars" role="table">
      <caption class="nhsuk-table__caption nhsuk-u-visually-hidden">{props.caption}</caption>
      <thead class="nhsuk-table__head" role="rowgroup">
        <tr class="nhsuk-table__row" role="row">
          <th class="nhsuk-table__header" scope="col" role="columnheader">{props.first}</th>
          {props.also ? <th class={NUMERIC_HEAD} scope="col" role="columnheader">{props.also}</th> : null}
          {props.series.map((name, index) => (
            <th class={NUMERIC_HEAD} scope="col" role="columnheader"><Key of={index + shade} />{name}</th>
          ))}
          {props.total ? <th class={NUMERIC_HEAD} scope="col" role="columnheader">{props.total}</th> : null}
          {props.markLabel ? <th class={NUMERIC_HEAD} scope="col" role="columnheader"><Key of="mark" />{props.markLabel}</th> : null}
        </tr>
      </thead>
      <tbody class="nhsuk-table__body" role="rowgroup">
        {props.rows.map((bar) => (
          <>
            <tr class="nhsuk-table__row os-bars__numbers" role="row">
              <th class="nhsuk-table__header" scope="row" role="rowheader">{bar.label}</th>
              {props.also ? <Cell head={props.also}>{bar.also}</Cell> : null}
              {bar.parts.map((part, index) => <Cell head={props.series[index]} mark={index + shade}>{linked(part, bar.hrefs?.[index])}</Cell>)}
              {props.total ? <Cell head={props.total}><strong>{sum(bar.parts)}</strong></Cell> : null}
              {props.markLabel ? <Cell head={props.markLabel} mark="mark">{markText(bar)}</Cell> : null}
            </tr>
            <tr class="os-bars__drawing" role="presentation"><td colspan={columns} role="presentation">{drawing(bar, max, shade)}</td></tr>
          </>
        ))}
      </tbody>
    </table>
  );
}

const linked = (part: number, href: string | undefined): Child => (href && part > 0 ? <a class="nhsuk-link" href={href}>{part}</a> : part);

function markText(bar: Bar): Html {
  if (bar.mark === undefined) return <span class="os-missing">none yet</span>;
  const over = sum(bar.parts) - bar.mark;
  return over > 0 ? <>{bar.mark} <span class="os-overdue-text">{plural(over, 'over', 'over')}</span></> : <>{bar.mark}</>;
}
