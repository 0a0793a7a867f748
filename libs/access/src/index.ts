export { abilityOf, matcher, policies, PolicyRegistry, type AppAbility, type AppRule, type Policy, type Subject } from './ability';
export { describe as describeSubject, factsOf, withFacts, type AccessRow } from './facts';
export { lint } from './lint';
export { CARING, hasRole, itemMayBeRead, itemMayBeWritten, outside, personMayBeRead, personMayBeWritten, WRITING } from './rules';
export { toSql, where, type Where } from './to-sql';
