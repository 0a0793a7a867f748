import type { AppRule } from './subject';
import { RELATION_FIELDS, factsOf } from './facts';

const OPERATORS = new Set(['$eq', '$ne', '$in', '$nin', '$elemMatch', '$and', '$or', '$not']);

/**
 * A rule that names a field that is no column, or an operator that SQL cannot say, is refused at start:
 * CASL itself would let a `cannot` with a typo pass silently, and that fails open.
 */
export function lint(rule: AppRule): void {
  if (!rule.conditions) return;
  const subjects = ([] as unknown[]).concat(rule.subject);
  for (const subject of subjects) {
    if (typeof subject !== 'function') throw new Error(`A rule must name an entity class, not ${String(subject)}`);
    const facts = factsOf(subject as never);
    check(rule.conditions, new Set([...facts.fields, ...Object.keys(RELATION_FIELDS)]), subject.name);
  }
}

function check(conditions: Record<string, unknown>, fields: ReadonlySet<string>, where: string): void {
  for (const [key, value] of Object.entries(conditions)) {
    if (key.startsWith('$')) {
      if (!OPERATORS.has(key)) throw new Error(`Policy of ${where}: operator ${key} is not allowed`);
      for (const inner of ([] as unknown[]).concat(value)) check(inner as Record<string, unknown>, fields, where);
      continue;
    }
    if (!fields.has(key)) throw new Error(`Policy of ${where} names ${key}, which is no column`);
    checkField(key, value, where);
  }
}

function checkField(key: string, value: unknown, where: string): void {
  if (value === undefined) throw new Error(`Policy of ${where}: ${key} is undefined`);
  if (value === null || typeof value !== 'object') return;
  for (const [operator, operand] of Object.entries(value)) {
    if (!OPERATORS.has(operator)) throw new Error(`Policy of ${where}: operator ${operator} on ${key} is not allowed`);
    if (operator === '$elemMatch') {
      const relation = RELATION_FIELDS[key];
      if (!relation) throw new Error(`Policy of ${where}: ${key} is no relation`);
      check(operand as Record<string, unknown>, new Set(relation), `${where}.${key}`);
    } else if (operator === '$not') checkField(key, operand, where);
    else if (operand === undefined) throw new Error(`Policy of ${where}: ${key} is undefined`);
  }
}
