import { randomUUID } from 'node:crypto';
import { Test } from '@nestjs/testing';
import { Client } from 'pg';
import { CarePlansModule, type WriteDraft } from '@app/care-plans';
import { CareTeamsModule, CareTeamsService } from '@app/care-teams';
import { CasesModule, CasesService } from '@app/cases';
import { ContactsModule } from '@app/contacts';
import { daysAfter, localDay, newId, runInContext, type Actor, type Role } from '@app/kernel';
import { KeyWorkersModule } from '@app/key-workers';
import type { AccessScope, Sector } from '@app/organisations';
import { OverviewsModule } from '@app/overviews';
import { PersonsModule, PersonsService } from '@app/persons';
import { RecordsModule } from '@app/records';
import { HuddlesModule } from '@app/huddles';
import { ReviewsModule } from '@app/reviews';
import { SharingModule, SharingService } from '@app/sharing';
import { entities } from '../../migrations/schema';
import { createTestDatabase, type TestDatabase } from './database';

type Service<T> = abstract new (...args: never[]) => T;

/** The verbs and queries of the house on a database of one's own, without HTTP. */
export interface Place {
  readonly db: TestDatabase;
  /** Does something as somebody: `place.as(marcia, CasesService, (cases) => cases.open(…))`. */
  as<T, R>(who: Actor, service: Service<T>, act: (service: T) => Promise<R>): Promise<R>;
  /** SQL as the superuser, whom no row-level security stops: to arrange facts and to look behind the scenes. */
  sql<R extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

export async function openPlace(): Promise<Place> {
  const db = await createTestDatabase();
  const superuser = new Client({ connectionString: db.superuserUrl, options: '-c search_path=onestory,public' });
  await superuser.connect();
  const { rows: [stored] } = await superuser.query<{ key: Buffer }>('select key from context_key');
  if (!stored) throw new Error('The migrations have left no key');
  const module = await Test.createTestingModule({
    imports: [
      RecordsModule.forRoot({ appUrl: db.appUrl, contextKey: stored.key, entities }),
      PersonsModule, SharingModule, CasesModule, CareTeamsModule, CarePlansModule, ReviewsModule, HuddlesModule, KeyWorkersModule, ContactsModule, OverviewsModule,
    ],
  }).compile();
  await module.init();
  return {
    db,
    as: (actor, service, act) => runInContext({ requestId: randomUUID(), actor, purpose: 'direct-care', source: 'ui' }, () => act(module.get(service as never))),
    sql: async <R extends object>(text: string, values: unknown[] = []) => (await superuser.query(text, values)).rows as R[],
    close: async () => {
      await module.close();
      await superuser.end();
      await db.drop();
    },
  };
}

/** A place with a key worker and a partner, each of an organisation of their own. */
export async function openPlaceOfTwo(): Promise<{ place: Place; jo: Actor; val: Actor }> {
  const place = await openPlace();
  const [jo, val] = [await aWorker(place, 'Jo Whitcombe').of(await anOrganisation(place)), await aWorker(place, 'Val Hope').of(await anOrganisation(place))];
  return { place, jo, val };
}

/** Somebody with an open case, in whose circle is the partner. */
export async function aCaseOfTwo({ place, jo, val }: { place: Place; jo: Actor; val: Actor }, categories: string[]): Promise<string> {
  const { personId } = await aPerson(place).registeredBy(jo);
  await place.as(jo, CasesService, (cases) => cases.open(personId, { reason: 'Falls' }));
  await place.as(jo, CareTeamsService, (circle) => circle.add(personId, { organisationId: val.organisationId ?? '', ...(val.membershipId && { membershipId: val.membershipId }), does: 'Visits', categories }));
  return personId;
}

/** As little as a plan can be published with. */
export const smallPlan = (): WriteDraft => ({
  whatMatters: 'Singing', whoToRing: 'Jo', noContingencyBecause: 'She rings', nextReviewOn: daysAfter(localDay(new Date()), 90), personView: 'agrees', viewAsked: 'directly',
  goals: [{ namedOrganisationIds: [], text: 'Sing at Easter', noActionBecause: 'We wait' }],
});

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
}

/** An active organisation that nobody else uses. */
export async function anOrganisation(place: Place, traits: { name?: string; sector?: Sector; accessScope?: AccessScope } = {}): Promise<Organisation> {
  const id = newId();
  const { name = `Organisation ${id.slice(-6)}`, sector = 'council_social_care', accessScope = 'organisation' } = traits;
  await place.sql(`insert into organisation (id, code, name, sector, state, access_scope, source) values ($1, $2, $3, $4, 'active', $5, 'import')`, [id, `T-${id.slice(-8)}`, name, sector, accessScope]);
  return { id, name, sector };
}

/** Somebody who works: `aWorker(place, 'Jo').of(council)`. Trained as a key worker. */
export const aWorker = (place: Place, name: string, roles: Role[] = ['practitioner']) => ({
  of: async (organisation: Organisation): Promise<Actor & { membershipId: string }> => {
    const [userId, membershipId] = [newId(), newId()];
    await place.sql(`insert into user_account (id, name, email, kind, state) values ($1, $2, $3, 'staff', 'active')`, [userId, name, `${userId}@example.org`]);
    await place.sql(`insert into membership (id, user_id, organisation_id, roles, job_title, key_worker_trained) values ($1, $2, $3, $4, 'Worker', true)`, [membershipId, userId, organisation.id, roles]);
    return { userId, name, organisationId: organisation.id, membershipId, sector: organisation.sector, teamIds: [], roles, onlyByName: false };
  },
});

/** Somebody whom nobody knows until `registeredBy` a worker says who they are, and whom others then help: `.tiedTo(charity, worker)`. */
export const aPerson = (place: Place, name = 'Margery Plumtree-Oduya') => ({
  registeredBy: async (registrar: Actor) => {
    const [given = '', family = ''] = name.split(' ');
    const { personId } = await place.as(registrar, PersonsService, (persons) => persons.register({ given, family, nhsNumberAbsentBecause: 'other' }));
    return {
      personId,
      /** Lets an organisation in, or one worker of it, with these categories. */
      tiedTo: async (organisation: Organisation, worker: { membershipId: string } | null, categories: string[]): Promise<void> => {
        const scope = worker ? { scopeKind: 'membership' as const, scopeId: worker.membershipId } : { scopeKind: 'organisation' as const, scopeId: organisation.id };
        await place.as(registrar, SharingService, (sharing) => sharing.letIn(personId, { organisationId: organisation.id, ...scope, categories }));
      },
    };
  },
});
