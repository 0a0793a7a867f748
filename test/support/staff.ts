import { hash } from '@node-rs/argon2';
import type { StaffType, UserKind } from '@app/identity';
import { newId, type Role } from '@app/kernel';
import type { AccessScope, Sector } from '@app/organisations';
import { signInAs, type TestApp, type Visitor } from './app';

/** Everybody in tests has the same password. It is checked at the cost that its hash names, and nobody has to be kept from guessing it. */
export const PASSWORD = 'three plain words';
const LEAST = { memoryCost: 8, timeCost: 1, parallelism: 1 };
let hashed: Promise<string> | undefined;

export interface TestOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** An active organisation that no other test knows. */
export async function anOrganisation(app: TestApp, traits: { name?: string; sector?: Sector; accessScope?: AccessScope; state?: string } = {}): Promise<TestOrganisation> {
  const id = newId();
  const organisation = { id, code: `T-${id.slice(-8)}`, name: traits.name ?? `Organisation ${id.slice(-8)}` };
  await app.sql(
    `insert into organisation (id, code, name, sector, state, access_scope, source) values ($1, $2, $3, $4, $5, $6, 'import')`,
    [id, organisation.code, organisation.name, traits.sector ?? 'council_social_care', traits.state ?? 'active', traits.accessScope ?? 'organisation'],
  );
  return organisation;
}

export async function aTeam(app: TestApp, organisation: TestOrganisation, name = 'North team'): Promise<string> {
  const id = newId();
  await app.sql('insert into team (id, organisation_id, name) values ($1, $2, $3)', [id, organisation.id, name]);
  return id;
}

export interface TestUser {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}
export interface TestWorker extends TestUser {
  readonly membershipId: string;
  readonly organisation: TestOrganisation;
  signIn(): Promise<Visitor>;
}

/** Somebody who can sign in: staff without a membership cannot. */
export async function aUser(app: TestApp, traits: { name?: string; kind?: UserKind } = {}): Promise<TestUser> {
  const userId = newId();
  const user = { userId, email: `${userId.slice(-12)}@example.org`, name: traits.name ?? `Worker ${userId.slice(-4)}` };
  await app.sql(`insert into user_account (id, name, email, kind, state) values ($1, $2, $3, $4, 'active')`, [userId, user.name, user.email, traits.kind ?? 'staff']);
  await app.sql('insert into credential (user_id, password_hash) values ($1, $2)', [userId, await (hashed ??= hash(PASSWORD, LEAST))]);
  return user;
}

/** A member of staff of the organisation, in these roles and teams. */
export async function aWorker(
  app: TestApp, organisation: TestOrganisation,
  traits: { name?: string; roles?: Role[]; teamIds?: string[]; jobTitle?: string; staffType?: StaffType; keyWorkerTrained?: boolean; user?: TestUser } = {},
): Promise<TestWorker> {
  const user = traits.user ?? (await aUser(app, traits));
  const membershipId = newId();
  await app.sql(
    `insert into membership (id, user_id, organisation_id, roles, job_title, staff_type, key_worker_trained) values ($1, $2, $3, $4, $5, $6, $7)`,
    [membershipId, user.userId, organisation.id, traits.roles ?? ['practitioner'], traits.jobTitle ?? 'Worker', traits.staffType ?? 'employed', traits.keyWorkerTrained ?? false],
  );
  for (const team of traits.teamIds ?? []) await app.sql('insert into team_member (team_id, membership_id) values ($1, $2)', [team, membershipId]);
  return { ...user, membershipId, organisation, signIn: () => signInAs(app, user.email, PASSWORD) };
}
