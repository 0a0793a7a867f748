import type { AppRule } from '@app/access';

/** One rule, or one condition of one, taken away from a list of rules. */
export interface RuleMutant {
  readonly what: string;
  /** the rule in the list, and the path of the condition within it; an empty path takes the whole rule */
  readonly rule: number;
  readonly path: readonly string[];
}

type Conditions = Record<string, unknown>;

export function ruleMutants(rules: readonly AppRule[]): RuleMutant[] {
  return rules.flatMap((rule, n) => {
    const what = `${rule.inverted ? 'cannot' : 'can'} ${String(rule.action)} ${(rule.subject as { name: string }).name}`;
    const paths = rule.conditions ? pathsOf(rule.conditions) : [];
    return [{ what, rule: n, path: [] }, ...paths.map((path) => ({ what: `${what}: ${path.join('.')}`, rule: n, path }))];
  });
}

const isGroup = (value: unknown): value is { $elemMatch: Conditions } => typeof value === 'object' && value !== null && '$elemMatch' in value;

function pathsOf(conditions: Conditions): string[][] {
  return Object.entries(conditions).flatMap(([key, value]) => [
    [key],
    ...(isGroup(value) ? pathsOf(value.$elemMatch).map((path) => [key, '$elemMatch', ...path]) : []),
  ]);
}

export function without(rules: readonly AppRule[], mutant: RuleMutant): AppRule[] {
  return rules.flatMap((rule, n) => {
    if (n !== mutant.rule) return [rule];
    if (!mutant.path.length) return [];
    const conditions = structuredClone(rule.conditions) as Conditions;
    let inner = conditions;
    for (const key of mutant.path.slice(0, -1)) inner = inner[key] as Conditions;
    delete inner[mutant.path.at(-1) as string];
    return [{ ...rule, conditions } as AppRule];
  });
}
