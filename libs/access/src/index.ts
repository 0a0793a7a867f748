export { abilityOf, matcher, policies, PolicyRegistry, type Policy } from './ability';
export { describe as describeSubject, factsOf, withFacts, type AccessRow } from './facts';
export { lint } from './lint';
export { CARING, hasRole, itemMayBeRead, itemMayBeWritten, itemMayBeWrittenToTheEnd, outside, personMayBeRead, personMayBeWritten, WRITING } from './rules';
export { readFrom, type Standpoint } from './standpoint';
export type { AppAbility, AppRule, Subject } from './subject';
export { lineToSql, toSql, where, type Where } from './to-sql';
