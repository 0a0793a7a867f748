import { Html, type Child } from './html';

/** How the server sorts by a column: the link that sorts by it next, and how the list is sorted by it now. */
export interface ColumnSort {
  href: string;
  state: 'none' | 'ascending' | 'descending';
}

export interface Column<Row> {
  head: string;
  cell: (row: Row) => Child;
  /** The column that names the row; a list has exactly one. */
  rowHeader?: boolean;
  numeric?: boolean;
  /** Left out on phones: of low value there. */
  wideOnly?: boolean;
  sort?: ColumnSort;
}

export interface DataTableProps<Row> {
  /** Says what the table holds and how it is sorted, for example "Everyone, sorted by plan review". */
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** True for a row that wants attention first: it gets a red edge, so the cell must say why in words. */
  isDue?: (row: Row) => boolean;
}

function classesOf<Row>(column: Column<Row>, element: 'header' | 'cell'): string {
  const numeric = column.numeric ? ` nhsuk-table__${element}--numeric` : '';
  return `nhsuk-table__${element}${numeric}${column.wideOnly ? ' os-wide-only' : ''}`;
}

function heading<Row>(column: Column<Row>): Html {
  const { sort } = column;
  const sorted = sort && sort.state !== 'none' ? sort.state : undefined;
  return (
    <th class={classesOf(column, 'header')} scope="col" role="columnheader" aria-sort={sorted}>
      {sort ? <a class={`os-sort os-sort--${sort.state}`} href={sort.href}>{column.head}</a> : column.head}
    </th>
  );
}

function cell<Row>(column: Column<Row>, row: Row): Html {
  const content = (
    <>
      <span class="nhsuk-table__heading" aria-hidden="true">{column.head}</span>
      <span>{column.cell(row)}</span>
    </>
  );
  return column.rowHeader
    ? <th class={classesOf(column, 'header')} scope="row" role="rowheader">{content}</th>
    : <td class={classesOf(column, 'cell')} role="cell">{content}</td>;
}

/**
 * A list as a table. The server sorts it, by links, so it works over pages and without JavaScript; on a phone each row
 * becomes a block with its headings. The roles keep it a table for screen readers when CSS changes its display.
 */
export function DataTable<Row>(props: DataTableProps<Row>): Html {
  return (
    <table class="nhsuk-table nhsuk-table--responsive nhsuk-table--compact os-table" role="table">
      <caption class={`nhsuk-table__caption${props.hideCaption ? ' nhsuk-u-visually-hidden' : ''}`}>{props.caption}</caption>
      <thead class="nhsuk-table__head" role="rowgroup">
        <tr class="nhsuk-table__row" role="row">{props.columns.map((column) => heading(column))}</tr>
      </thead>
      <tbody class="nhsuk-table__body" role="rowgroup">
        {props.rows.map((row) => (
          <tr class={`nhsuk-table__row${props.isDue?.(row) ? ' os-row--due' : ''}`} role="row">
            {props.columns.map((column) => cell(column, row))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
