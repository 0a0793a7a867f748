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

/** The rules of all modules, collected at start and linted: unknown columns and operators stop the start. */
export class PolicyRegistry {
  private readonly policies: Policy[] = [];

  state(policy: Policy): void {
    if (this.policies.some((known) => known.name === policy.name)) return;
    this.policies.push(policy);
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

  abilityFor(actor: Actor): AppAbility {
    return abilityOf(this.rulesFor(actor));
  }
}

export const abilityOf = (rules: AppRule[]): AppAbility =>
  createMongoAbility<AppAbility>(rules, {
    conditionsMatcher: matcher,
    detectSubjectType: (object) => object.constructor as Subject,
  });

/** The one registry of the process: modules state their policy when their module file is loaded. */
export const policies = new PolicyRegistry();
