import { currentContext, Forbidden, newId } from '@app/kernel';
import { SharingDecision } from './facts.entity';

// Not a date in JavaScript: TypeORM writes it as it stands.
export const NEVER = (() => "'infinity'") as unknown as Date;

/** What every new fact has, in the name of the caller. @throws Forbidden for who acts for no organisation */
export function aFact(personId: string) {
  const { actor, source } = currentContext();
  if (!actor.organisationId) throw new Forbidden('action.forbidden');
  const now = new Date();
  return { personId, id: newId(), starts: now, ends: NEVER, sealedTo: null, source, createdAt: now, createdBy: actor.userId, rowVersion: 1 };
}

export function aDecision(personId: string, decision: Partial<SharingDecision>): SharingDecision {
  const { actor } = currentContext();
  const usual: Partial<SharingDecision> = { objection: false, toldOn: null, authorityNote: null, present: [], spokeAlone: null, reviewOn: null, sealedTo: null };
  return Object.assign(new SharingDecision(), { ...usual, ...aFact(personId), createdFor: actor.organisationId }, decision);
}
