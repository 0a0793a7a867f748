import type { AbilityBuilder } from '@casl/ability';
import { scopesOf, type Actor, type Role } from '@app/kernel';
import type { AppAbility, Subject } from './subject';

/** Those who work with the person: the only roles to which an organisation's relationship opens anything. */
export const CARING: readonly Role[] = ['practitioner', 'team_manager', 'emergency_viewer', 'advocate'];
export const WRITING: readonly Role[] = ['practitioner', 'team_manager'];
export const hasRole = (actor: Actor, roles: readonly Role[]): boolean => actor.roles.some((role) => roles.includes(role));

/** A person or a family carer on their own page. */
export const outside = (actor: Actor): boolean => hasRole(actor, ['person', 'carer']);

const mine = (actor: Actor) => ({ scopeId: { $in: scopesOf(actor) }, excludesMe: false });
/** A door of the organisation for which the caller acts now. Those of a person or a carer belong to no organisation. */
const ours = (actor: Actor) => ({ ...mine(actor), organisationId: actor.organisationId });
const acts = (actor: Actor, roles: readonly Role[]): boolean => actor.organisationId !== null && hasRole(actor, roles);

/** Reading an item, for everybody: what design.md calls the template, in CASL's words. docs/adr/0001 gives the reasons. */
export function itemMayBeRead(actor: Actor, subject: Subject, { can, cannot }: AbilityBuilder<AppAbility>): void {
  if (acts(actor, CARING)) {
    for (const way of [{ owns: true }, { inCircle: true }, { named: true }]) can('read', subject, { access: { $elemMatch: { ...ours(actor), ...way } } });
  }
  if (outside(actor)) {
    can('read', subject, { access: { $elemMatch: { ...mine(actor), basis: 'own', forPerson: true } } });
    can('read', subject, { access: { $elemMatch: { ...mine(actor), basis: 'carer', forCarer: true } } });
  }
  cannot('read', subject, { sealedFromMe: true });
}

/** Reading the person's own row: any live door but the one that opens an organisation's own old items. */
export function personMayBeRead(actor: Actor, subject: Subject, { can }: AbilityBuilder<AppAbility>): void {
  if (acts(actor, CARING)) can('read', subject, { access: { $elemMatch: { ...ours(actor), basis: { $ne: 'records' } } } });
  if (outside(actor)) can('read', subject, { access: { $elemMatch: { ...mine(actor), basis: { $in: ['own', 'carer'] } } } });
}

/** Not doors by which one works with the person: the one that opens old items only, and the one of help that has ended. */
const NOT_WORKING = ['records', 'wind_down'];

/** Registering and changing the person's own row: an organisation with a live door by which it works with them. */
export function personMayBeWritten(actor: Actor, subject: Subject, { can }: AbilityBuilder<AppAbility>): void {
  if (!acts(actor, WRITING)) return;
  const access = { $elemMatch: { ...ours(actor), basis: { $nin: NOT_WORKING } } };
  can('change', subject, { access });
  can('create', subject, { registeredBy: actor.organisationId, access });
}

/** Writing: in one's own organisation's name, about a person whom it may open and still helps, never as the person or a carer. */
export function itemMayBeWritten(actor: Actor, subject: Subject, rules: AbilityBuilder<AppAbility>, actions = ['create', 'change']): void {
  written(actor, subject, rules, actions, NOT_WORKING);
}

/** The same for what is still written when the help has ended, until it is wound down (safety.md §3): the closing note. */
export function itemMayBeWrittenToTheEnd(actor: Actor, subject: Subject, rules: AbilityBuilder<AppAbility>, actions = ['create', 'change']): void {
  written(actor, subject, rules, actions, ['records']);
}

function written(actor: Actor, subject: Subject, { can, cannot }: AbilityBuilder<AppAbility>, actions: string[], notThrough: string[]): void {
  if (!acts(actor, WRITING)) return;
  can(actions, subject, { ownerOrganisationId: actor.organisationId, access: { $elemMatch: { ...ours(actor), basis: { $nin: notThrough } } } });
  // What is sealed from its writer may be written, and is out of their hands from then on.
  cannot(actions.filter((action) => action !== 'create'), subject, { sealedFromMe: true });
}
