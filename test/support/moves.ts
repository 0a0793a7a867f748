/** How often a property is tried: a share of `PROPERTY_RUNS` (200, and 5,000 in CI), each of which is many acts on a database. */
export const runsOf = (share: number, atLeast: number): number => Math.max(atLeast, Math.floor(Number(process.env['PROPERTY_RUNS'] ?? 200) / share));

/** Since so many runs were asked for, each move of a machine has to come so often, or the machine was not explored. */
const OFTEN = runsOf(1, 0) >= 5_000 ? 50 : 0;

/** Prints how often each move was made. @throws when one came too seldom in CI, or is none of the machine's */
export function countMoves(what: string, made: readonly string[], moves: readonly string[], besides = ''): void {
  const times = Object.fromEntries(moves.map((move) => [move, made.filter((one) => one === move).length]));
  console.info(`${what}: ${Object.entries(times).map(([move, n]) => `${move} ${n}`).join(', ')}${besides}`);
  expect(Object.entries(times).filter(([, n]) => n < OFTEN)).toEqual([]);
  expect(made.filter((move) => !(move in times))).toEqual([]);
}
