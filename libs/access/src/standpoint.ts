import type { Actor } from '@app/kernel';
import type { AppAbility, Subject } from './subject';
import { withFacts, type AccessRow } from './facts';

/** Somebody else than the caller, at the doors by which they come to one person as far as the caller may know. */
export interface Standpoint {
  readonly actor: Pick<Actor, 'userId'>;
  readonly ability: AppAbility;
  readonly doors: readonly AccessRow[];
}

/**
 * Of records that the caller may read, those that the other would read: the same policy in its JavaScript reading, from where the other stands.
 * Whom an exclusion keeps out, of which the caller knows, reads nothing; of one that the caller may not know of nothing is told, so neither the
 * record's own list of excluded users is asked.
 */
export function readFrom<T extends object>({ actor, ability, doors }: Standpoint, subject: Subject, records: readonly T[]): T[] {
  if (doors.some((door) => door.excluded.includes(actor.userId))) return [];
  return records.filter((record) => ability.can('read', withFacts(subject, 'excluded' in record ? { ...record, excluded: [] } : record, doors, actor.userId) as never));
}
