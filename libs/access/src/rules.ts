import type { AbilityBuilder } from '@casl/ability';
import { scopesOf, type Actor, type Role } from '@app/kernel';
import type { AppAbility, Subject } from './subject';

const OUTSIDERS = ['own', 'carer'];

/** Those who work with the person: the only roles to which an organisation's relationship opens anything. */
export const CARING: readonly Role[] = ['practitioner', 'team_manager', 'emergency_viewer', 'advocate'];
export const WRITING: readonly Role[] = ['practitioner', 'team_manager'];
export const hasRole = (actor: Actor, roles: readonly Role[]): boolean => actor.roles.some((role) => roles.includes(role));

/** A person or a family carer on their own page. */
export const outside = (actor: Actor): boolean => hasRole(actor, ['person', 'carer']);

/** Reading an item, for everybody: what design.md calls the template, in CASL's words. docs/adr/0001 gives the reasons. */
export function itemMayBeRead(actor: Actor, subject: Subject, { can, cannot }: AbilityBuilder<AppAbility>): void {
  const mine = { scopeId: { $in: scopesOf(actor) }, excludesMe: false };
  if (hasRole(actor, CARING)) {
    for (const way of [{ owns: true }, { inCircle: true }, { named: true }]) {
      can('read', subject, { access: { $elemMatch: { ...mine, basis: { $nin: OUTSIDERS }, ...way } } });
    }
  }
  if (outside(actor)) {
    can('read', subject, { access: { $elemMatch: { ...mine, basis: 'own', forPerson: true } } });
    can('read', subject, { access: { $elemMatch: { ...mine, basis: 'carer', forCarer: true } } });
  }
  cannot('read', subject, { sealedFromMe: true });
}

/** Reading the person's own row: any live door but the one that opens an organisation's own old items. */
export function personMayBeRead(actor: Actor, subject: Subject, { can }: AbilityBuilder<AppAbility>): void {
  const mine = { scopeId: { $in: scopesOf(actor) }, excludesMe: false };
  if (hasRole(actor, CARING)) can('read', subject, { access: { $elemMatch: { ...mine, basis: { $nin: [...OUTSIDERS, 'records'] } } } });
  if (outside(actor)) can('read', subject, { access: { $elemMatch: { ...mine, basis: { $in: OUTSIDERS } } } });
}

/** Registering and changing the person's own row: an organisation with a live door that is not for reading only. */
export function personMayBeWritten(actor: Actor, subject: Subject, { can }: AbilityBuilder<AppAbility>): void {
  if (!hasRole(actor, WRITING) || actor.organisationId === null) return;
  const door = { scopeId: { $in: scopesOf(actor) }, excludesMe: false, organisationId: actor.organisationId, basis: { $nin: [...OUTSIDERS, 'records'] } };
  can('change', subject, { access: { $elemMatch: door } });
  can('create', subject, { registeredBy: actor.organisationId, access: { $elemMatch: door } });
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
