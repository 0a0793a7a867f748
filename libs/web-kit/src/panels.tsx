import type { Child, Html } from './html';
import type { SummaryListProps } from './nhs';
import { figure, Hidden, orSay } from './words';

const SMALL_BUTTON = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small';

export interface SubNavItem {
  href: string;
  text: string;
  /** Shown after the text. */
  count?: number;
  /** how far was counted: more are "500+" */
  most?: number;
  current?: boolean;
}

/** The pages of one person, or the views of one list: real pages with links, not tabs. `label` names it. */
export const SubNav = (props: { label: string; items: readonly SubNavItem[] }) => (
  <nav class="os-subnav" aria-label={props.label}>
    <ul class="os-subnav__list">
      {props.items.map((item) => (
        <li class="os-subnav__item">
          <a class="os-subnav__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.text}
            {/* The hidden comma keeps a screen reader from saying "Everyone160". */}
            {item.count === undefined ? null : <span class="os-count"><Hidden>, </Hidden>{figure(item.count, item.most)}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export interface StatTile {
  /** `null` when it could not be counted. */
  value: number | null;
  /** how far was counted: more are "500+" */
  most?: number;
  label: string;
  /** The list that holds exactly these people. */
  href: string;
  warn?: boolean;
}

/** Tiles that count, each a link to the list behind its number. A tile that cannot be counted says so. */
export const Stats = (props: { items: readonly StatTile[] }) => (
  <ul class="os-stats">{props.items.map((item) => <Stat {...item} />)}</ul>
);

/** One tile; stands in `Stats`. */
export const Stat = (props: StatTile) => (
  <li class={`os-stat${props.warn && props.value ? ' os-stat--warn' : ''}`}>
    <a class="os-stat__link" href={props.href}>
      {props.value === null
        ? <span class="os-stat__missing">Not available now</span>
        : <span class="os-stat__value">{figure(props.value, props.most)}</span>}
      {' '}<span class="os-stat__label">{props.label}</span>
    </a>
  </li>
);

/** A part of a page with its own heading; `id` names the heading. */
export const Section = (props: { id: string; title: string; level?: 2 | 3; children: Child }) => {
  const Title = `h${props.level ?? 2}` as const;
  return (
    <section class="os-section" aria-labelledby={props.id}>
      <Title class="nhsuk-heading-s os-section__title" id={props.id}>{props.title}</Title>
      {props.children}
    </section>
  );
};

/**
 * A wide column and a narrow one beside it; on phones one under the other. What stands in `first` comes before all else
 * there too: its `side` directly after its `main`.
 */
export const Columns = (props: { first?: { main: Child; side: Child }; main: Child; side: Child }) => (
  <div class="os-cols">
    {props.first ? <><div class="os-cols__main">{props.first.main}</div><div class="os-cols__side">{props.first.side}</div></> : null}
    <div class="os-cols__main">{props.main}</div>
    <div class="os-cols__side">{props.side}</div>
  </div>
);

/** Instead of an empty list: a sentence that says what is so, and what to do next. */
export const EmptyState = (props: { title: string; level?: 2 | 3; children?: Child }) => {
  const Title = `h${props.level ?? 2}` as const;
  return <div class="os-empty"><Title class="nhsuk-heading-s">{props.title}</Title>{props.children}</div>;
};

export interface FilterBarProps {
  action: string;
  /** Names the form, for example "Caseload". */
  label: string;
  /** Parameters of the list that filtering keeps, for example the sort order. */
  keep?: Readonly<Record<string, string | undefined>>;
  /** At most four fields; more want a page of their own. */
  children: Child;
  /** The list without filters; given only when a filter is set. */
  clearHref?: string;
  submit?: string;
}

/** One row of fields that narrows a list: a GET form, so a filtered list has an address that can be kept. */
export function FilterBar(props: FilterBarProps): Html {
  return (
    <form class="os-filter" method="get" action={props.action} role="search" aria-label={props.label}>
      {Object.entries(props.keep ?? {}).map(([name, value]) => (value ? <input type="hidden" name={name} value={value} /> : null))}
      {props.children}
      <button class={`${SMALL_BUTTON} os-filter__go`} type="submit">{props.submit ?? 'Filter'}</button>
      {props.clearHref ? <p class="os-filter__clear"><a class="nhsuk-link" href={props.clearHref}>Clear filters</a></p> : null}
    </form>
  );
}

type SummaryRow = Exclude<SummaryListProps['rows'][number], string | false | null | undefined>;

/**
 * A row for the official `SummaryList`: what is recorded, or `missing` in its place, and a Change link. `what` completes
 * the link for screen readers: "Change phone number".
 */
export function summaryRow(key: string, value: Child, missing: string, change?: { href: string; what: string; text?: string }): SummaryRow {
  const items = change ? [{ href: change.href, text: change.text ?? 'Change', visuallyHiddenText: change.what }] : [];
  return { key: { text: key }, value: { html: <>{orSay(value, missing)}</> }, actions: { items } };
}

/** A button that prints the page. Hidden until the browser's script shows it: without script it could do nothing. */
export const PrintButton = (props: { text?: string }) => (
  <button class={`${SMALL_BUTTON} os-noprint`} type="button" data-print hidden>{props.text ?? 'Print'}</button>
);
