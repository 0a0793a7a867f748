import { AbilityBuilder, buildMongoQueryMatcher, createMongoAbility } from '@casl/ability';
import { $and, $not, $or, and, not, or } from '@ucast/mongo2js';
import type { Actor } from '@app/kernel';
import { lint } from './lint';
import type { AppAbility, AppRule, Subject } from './subject';

/** Logical operators at the top of a condition are missing from CASL's own matcher and would be ignored without a word. */
export const matcher = buildMongoQueryMatcher({ $and, $or, $not }, { and, or, not });

/** What a module says about its own entities: pure, no I/O. */
export interface Policy {
  readonly name: string;
  readonly subjects: readonly Subject[];
  rules(actor: Actor, rules: AbilityBuilder<AppAbility>): void;
}

const MOST_KEPT = 1000;

/** The rules of all modules, collected at start and linted: unknown columns and operators stop the start. */
export class PolicyRegistry {
  private readonly policies: Policy[] = [];
  private readonly abilities = new Map<string, AppAbility>();

  state(policy: Policy): void {
    if (this.policies.some((known) => known.name === policy.name)) return;
    this.policies.push(policy);
    this.abilities.clear();
  }

  get subjects(): readonly Subject[] {
    return this.policies.flatMap((policy) => policy.subjects);
  }

  rulesFor(actor: Actor): AppRule[] {
    const builder = new AbilityBuilder<AppAbility>(createMongoAbility);
    for (const policy of this.policies) policy.rules(actor, builder);
    for (const rule of builder.rules) lint(rule);
    return builder.rules;
  }

  /** What the actor may do. The same in every respect may do the same: policies are pure, so it is built once for them. */
  abilityFor(actor: Actor): AppAbility {
    const key = JSON.stringify(actor);
    const known = this.abilities.get(key);
    if (known) return known;
    if (this.abilities.size >= MOST_KEPT) this.abilities.clear();
    const ability = abilityOf(this.rulesFor(actor));
    this.abilities.set(key, ability);
    return ability;
  }
}

export const abilityOf = (rules: AppRule[]): AppAbility =>
  createMongoAbility<AppAbility>(rules, {
    conditionsMatcher: matcher,
    detectSubjectType: (object) => object.constructor as Subject,
  });

/** The one registry of the process: modules state their policy when their module file is loaded. */
export const policies = new PolicyRegistry();
