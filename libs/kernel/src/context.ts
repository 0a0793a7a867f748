import { AsyncLocalStorage } from 'node:async_hooks';

/** Why a record is being opened; stored with every audit event. */
export type Purpose = 'direct-care' | 'administration' | 'own-record' | 'information-governance' | 'import' | 'system';

export const ROLES = [
  'practitioner',
  'team_manager',
  'org_admin',
  'ig_lead',
  'place_manager',
  'emergency_viewer',
  'advocate',
  'person',
  'carer',
  'system_admin',
] as const;
export type Role = (typeof ROLES)[number];

/** The caller: a user acting for one organisation at a time. People and family carers act for none. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  /** null for a person or a family carer looking at their own page */
  readonly organisationId: string | null;
  /** the membership acted under; scope of relationships that name one worker */
  readonly membershipId: string | null;
  /** the organisation's sector, e.g. `nhs_primary`; decides who is shown an NHS number */
  readonly sector: string | null;
  readonly teamIds: readonly string[];
  readonly roles: readonly Role[];
  /** a volunteer: only a relationship that names them lets them in, never one of their team or of their organisation (safety.md, section 8) */
  readonly onlyByName: boolean;
}

export interface RequestContext {
  readonly requestId: string;
  readonly actor: Actor;
  readonly purpose: Purpose;
  /** where the act came from; stored on every row it makes */
  readonly source: 'ui' | 'api' | 'import' | 'system';
  /** a job's only: the one person whom it is about, and whose record it may read without being anybody */
  readonly personId?: string;
  /** a request's only: of which restricted records the caller has said, since they signed in, why they open them */
  readonly reasonGiven?: ReadonlySet<string>;
}

const store = new AsyncLocalStorage<RequestContext>();

export const runInContext = <T>(context: RequestContext, work: () => T): T => store.run(context, work);

/** Throws outside a context: nothing reads or writes without a caller. */
export function currentContext(): RequestContext {
  const context = store.getStore();
  if (!context) throw new Error('No request context: run inside runInContext()');
  return context;
}

export const contextIfAny = (): RequestContext | undefined => store.getStore();

const NOBODY: Actor = { userId: '', name: 'OneStory', organisationId: null, membershipId: null, sector: null, teamIds: [], roles: [], onlyByName: false };

/** In which a job does its work: it is nobody, has no role, and names exactly one person. There is no context that sees everybody. */
export const systemContext = (requestId: string, personId: string): RequestContext => ({ requestId, actor: NOBODY, purpose: 'system', source: 'system', personId });

/** The ids under which a relationship may let this caller in: organisation, its teams, the membership, the user. */
export const scopesOf = ({ organisationId, teamIds, membershipId, userId, onlyByName }: Pick<Actor, 'organisationId' | 'teamIds' | 'membershipId' | 'userId' | 'onlyByName'>): string[] =>
  [...(onlyByName ? [] : [organisationId, ...teamIds]), membershipId, userId].filter((id): id is string => Boolean(id));
