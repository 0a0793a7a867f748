import type { Child, Html } from './html';

export interface Line {
  name: string;
  /** One number for each point of the chart, in its order. */
  values: readonly number[];
  /** The lists behind the numbers, in the same order. */
  hrefs?: readonly (string | undefined)[];
}

export interface LineChartProps {
  /** Names the parts of the drawing: unlike that of another chart on the page. */
  id: string;
  /** What is drawn, for somebody who does not see it: "Cases opened and closed each week". */
  title: string;
  /** The sentence that says what it shows, as it stands above the chart. */
  description: string;
  /** Heading of the first column of the numbers, for example "Week of". */
  first: string;
  /** What stands under each point; every second one is left out where there are many. */
  points: readonly string[];
  /** At most three: more dashes cannot be told apart. */
  lines: readonly Line[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [720, 276, 40, 104, 16, 52];
const FEW = 7;

/** A round number at or above the highest value, and at most five steps up to it. */
function scaleOf(highest: number): { top: number; steps: number[] } {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((one) => highest / one <= 4) ?? highest;
  const top = Math.max(step, Math.ceil(highest / step) * step);
  return { top, steps: Array.from({ length: Math.round(top / step) + 1 }, (_, n) => n * step) };
}

/** A mark of its own shape for each line: colour is never the only sign. */
function Marker({ x, y, of }: { x: number; y: number; of: number }): Html {
  const name = `os-line__marker os-line__marker--${of}`;
  if (of === 0) return <circle cx={x} cy={y} r="4.5" class={name} />;
  if (of === 1) return <rect x={x - 4} y={y - 4} width="8" height="8" class={name} />;
  return <path d={`M${x} ${y - 5}L${x + 5} ${y + 4}L${x - 5} ${y + 4}Z`} class={name} />;
}

/** The names at the ends of the lines, moved apart where they would cover each other. */
function endsOf(lines: readonly Line[], yOf: (value: number) => number): number[] {
  const ends = lines.map((line, index) => ({ index, y: yOf(line.values.at(-1) ?? 0) })).sort((a, b) => a.y - b.y);
  ends.forEach((end, n) => {
    const above = ends[n - 1];
    if (above && end.y - above.y < 18) end.y = above.y + 18;
  });
  // None below the drawing, where the points have their names.
  const below = Math.max(0, (ends.at(-1)?.y ?? 0) - (HEIGHT - BOTTOM));
  return ends.sort((a, b) => a.index - b.index).map(({ y }) => y - below);
}

function Drawing({ id, title, description, points, lines }: LineChartProps): Html {
  const { top, steps } = scaleOf(Math.max(1, ...lines.flatMap(({ values }) => values)));
  const xOf = (n: number): number => Math.round(LEFT + (n * (WIDTH - LEFT - RIGHT)) / Math.max(1, points.length - 1));
  const yOf = (value: number): number => Math.round(TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM));
  const every = points.length > FEW ? 2 : 1;
  const ends = endsOf(lines, yOf);
  return (
    <svg class="os-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {steps.map((step) => (
        <>
          <path d={`M${LEFT} ${yOf(step)}H${WIDTH - RIGHT}`} class="os-line__grid" />
          <text x={LEFT - 8} y={yOf(step) + 5} class="os-line__text os-line__text--end">{step}</text>
        </>
      ))}
      {points.map((point, n) => ((points.length - 1 - n) % every === 0 ? <text x={xOf(n)} y={HEIGHT - 14} class="os-line__text os-line__text--middle">{point}</text> : null))}
      {lines.map((line, index) => (
        <>
          <path d={line.values.map((value, n) => `${n === 0 ? 'M' : 'L'}${xOf(n)} ${yOf(value)}`).join('')} class={`os-line__path os-line__path--${index}`} />
          {line.values.map((value, n) => <Marker x={xOf(n)} y={yOf(value)} of={index} />)}
          <text x={WIDTH - RIGHT + 16} y={(ends[index] ?? 0) + 5} class="os-line__text os-line__name">{line.name}</text>
        </>
      ))}
    </svg>
  );
}

const NUMERIC = 'nhsuk-table__header nhsuk-table__header--numeric';
const numberOf = (value: number, href: string | undefined): Child => (href && value > 0 ? <a class="nhsuk-link" href={href}>{value}</a> : value);

/**
 * A course over time, drawn as lines with their names beside them, and the same numbers as a table. On a phone the drawing is
 * moved sideways rather than made too small to read.
 */
export function LineChart(props: LineChartProps): Html {
  return (
    <div class="os-line-chart">
      <div class="os-line-chart__scroll" tabindex={0} role="region" aria-label={`${props.title}, drawn`}><Drawing {...props} /></div>
      <details class="nhsuk-details">
        <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Show the numbers</span></summary>
        <div class="nhsuk-details__text">
          <table class="nhsuk-table nhsuk-table--compact" role="table">
            <caption class="nhsuk-table__caption nhsuk-u-visually-hidden">{props.title}</caption>
            <thead class="nhsuk-table__head" role="rowgroup">
              <tr role="row"><th scope="col" role="columnheader">{props.first}</th>{props.lines.map(({ name }) => <th class={NUMERIC} scope="col" role="columnheader">{name}</th>)}</tr>
            </thead>
            <tbody class="nhsuk-table__body" role="rowgroup">
              {props.points.map((point, n) => (
                <tr class="nhsuk-table__row" role="row">
                  <th class="nhsuk-table__header" scope="row" role="rowheader">{point}</th>
                  {props.lines.map(({ values, hrefs }) => <td class="nhsuk-table__cell nhsuk-table__cell--numeric" role="cell">{numberOf(values[n] ?? 0, hrefs?.[n])}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
