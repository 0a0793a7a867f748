import type { AbilityBuilder } from '@casl/ability';
import { scopesOf, type Actor, type Role } from '@app/kernel';
import type { AppAbility, Subject } from './ability';

const OUTSIDERS = ['own', 'carer'];

/** Those who work with the person: the only roles to which an organisation's relationship opens anything. */
export const CARING: readonly Role[] = ['practitioner', 'team_manager', 'emergency_viewer', 'advocate'];
export const WRITING: readonly Role[] = ['practitioner', 'team_manager'];
export const hasRole = (actor: Actor, roles: readonly Role[]): boolean => actor.roles.some((role) => roles.includes(role));

/** A person or a family carer on their own page. */
export const outside = (actor: Actor): boolean => hasRole(actor, ['person', 'carer']);

/** Live relationships through which the caller, in these roles, may see anything at all. */
function doors(actor: Actor): object[] {
  const mine = { scopeId: { $in: scopesOf(actor) }, excludesMe: false };
  return [
    ...(hasRole(actor, CARING) ? [{ ...mine, basis: { $nin: OUTSIDERS } }] : []),
    ...(outside(actor) ? [{ ...mine, basis: { $in: OUTSIDERS } }] : []),
  ];
}

/** Reading an item, for everybody: what design.md calls the template, in CASL's words. docs/adr/0001 gives the reasons. */
export function itemMayBeRead(actor: Actor, subject: Subject, { can, cannot }: AbilityBuilder<AppAbility>): void {
  const mine = { scopeId: { $in: scopesOf(actor) }, excludesMe: false };
  if (hasRole(actor, CARING)) {
    can('read', subject, {
      access: { $elemMatch: { ...mine, basis: { $nin: OUTSIDERS }, $or: [{ owns: true }, { inCircle: true }, { named: true }] } },
    });
  }
  if (outside(actor)) {
    can('read', subject, {
      access: { $elemMatch: { ...mine, $or: [{ basis: 'own', forPerson: true }, { basis: 'carer', forCarer: true }] } },
    });
  }
  cannot('read', subject, { sealed: true, sealedTo: { $not: { $elemMatch: { userId: actor.userId } } } });
}

/** Reading the person's own row: any live door but the one that opens an organisation's own old items. */
export function personMayBeRead(actor: Actor, subject: Subject, { can }: AbilityBuilder<AppAbility>): void {
  for (const door of doors(actor)) can('read', subject, { access: { $elemMatch: { $and: [door, { basis: { $ne: 'records' } }] } } });
}

/** Writing: in one's own organisation's name, about a person whom it may open, never as the person, a carer or after the end. */
export function itemMayBeWritten(actor: Actor, subject: Subject, { can }: AbilityBuilder<AppAbility>, actions = ['create', 'change']): void {
  if (!hasRole(actor, WRITING) || actor.organisationId === null) return;
  const door = {
    scopeId: { $in: scopesOf(actor) },
    excludesMe: false,
    organisationId: actor.organisationId,
    basis: { $nin: [...OUTSIDERS, 'records'] },
  };
  can(actions, subject, { ownerOrganisationId: actor.organisationId, access: { $elemMatch: door } });
}
