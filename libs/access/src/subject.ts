import type { MongoAbility, RawRuleOf, SubjectClass } from '@casl/ability';

/** An entity class; rules are stated about classes so that a typo does not compile. */
export type Subject = SubjectClass;
export type AppAbility = MongoAbility;
export type AppRule = RawRuleOf<AppAbility>;
