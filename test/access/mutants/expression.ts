/** One part of a policy taken away. */
export interface Mutant {
  readonly what: string;
  readonly sql: string;
}

/**
 * Every way to take one part out of a condition as PostgreSQL prints it (every operand in brackets of its own): an
 * operand of AND becomes true, one of OR becomes false, an arm of CASE becomes true; and the whole becomes true.
 */
export function mutantsOf(sql: string): Mutant[] {
  const mutants: Mutant[] = [{ what: 'the whole of it', sql: 'true' }];
  for (const [from, to] of groups(sql)) {
    for (const [word, instead] of [[' AND ', 'true'], [' OR ', 'false']] as const) {
      const operands = split(sql, from, to, word);
      if (operands.length < 2) continue;
      for (const [start, end] of operands) mutants.push(replaced(sql, start, end, instead));
    }
  }
  for (const { index, 0: found } of sql.matchAll(/(?:THEN|ELSE) /g)) {
    const start = index + found.length;
    mutants.push(replaced(sql, start, armEnd(sql, start), 'true'));
  }
  return mutants;
}

const replaced = (sql: string, start: number, end: number, instead: string): Mutant => ({
  what: `${sql.slice(start, end).replace(/\s+/g, ' ')} → ${instead}`,
  sql: sql.slice(0, start) + instead + sql.slice(end),
});

/** What stands between each pair of brackets. */
function groups(sql: string): [number, number][] {
  const open: number[] = [];
  const found: [number, number][] = [];
  for (let n = 0; n < sql.length; n++) {
    if (sql[n] === '(') open.push(n + 1);
    if (sql[n] === ')') found.push([open.pop() ?? 0, n]);
  }
  return found;
}

/** The parts of a group between a word, where brackets inside it are left whole. */
function split(sql: string, from: number, to: number, word: string): [number, number][] {
  const parts: [number, number][] = [];
  let start = from;
  let depth = 0;
  for (let n = from; n < to; n++) {
    if (sql[n] === '(') depth += 1;
    if (sql[n] === ')') depth -= 1;
    if (depth === 0 && sql.startsWith(word, n)) {
      parts.push([start, n]);
      start = n + word.length;
    }
  }
  return [...parts, [start, to]];
}

function armEnd(sql: string, start: number): number {
  let depth = 0;
  for (let n = start; n < sql.length; n++) {
    if (sql[n] === '(') depth += 1;
    if (sql[n] === ')') depth -= 1;
    if (depth < 0 || (depth === 0 && /^\s+(WHEN|ELSE|END)\b/.test(sql.slice(n, n + 24)))) return n;
  }
  return sql.length;
}
