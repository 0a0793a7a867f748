import { newId } from '@app/kernel';
import type { KeyWorkerItem } from '../../apps/server/src/key-workers/key-worker-item';
import { signInAs, startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aTeam, aUser, aWorker, PASSWORD, type TestOrganisation, type TestUser, type TestWorker } from '../support/staff';
import { openCase, register } from './people';

/** A council, and the one key worker of it whom a story needs. */
export interface Council {
  readonly app: TestApp;
  readonly council: TestOrganisation;
  readonly jo: TestWorker;
  readonly joAtWork: Visitor;
}

/** Starts the application with a council in which Jo is at work. */
export async function startCouncil(): Promise<Council> {
  const app = await startTestApp();
  const council = await anOrganisation(app, { name: 'Marlshire County Council' });
  const jo = await aWorker(app, council, { name: 'Jo Whitcombe', jobTitle: 'Occupational therapist', keyWorkerTrained: true });
  return { app, council, jo, joAtWork: await jo.signIn() };
}

/** Those who meet round a person in these tests: a council, a trust of teams, a charity, a landlord, and a discreet service. */
export interface Round {
  readonly council: TestOrganisation;
  readonly trust: TestOrganisation;
  readonly ageWell: TestOrganisation;
  readonly fernlea: TestOrganisation;
  readonly havenRow: TestOrganisation;
  readonly nursing: string;
  readonly jo: TestWorker;
  readonly idris: TestWorker;
  /** of the trust, in another team than Idris */
  readonly priya: TestWorker;
  readonly delphine: TestWorker;
  readonly mo: TestWorker;
  readonly martin: TestWorker;
  readonly anita: TestWorker;
  readonly fran: TestWorker;
}

export async function aRound(app: TestApp): Promise<Round> {
  const council = await anOrganisation(app, { name: 'Marlshire County Council' });
  const trust = await anOrganisation(app, { name: 'Marl Valley Trust', sector: 'nhs_community', accessScope: 'team' });
  const ageWell = await anOrganisation(app, { name: 'Age Well Brackenbridge', sector: 'vcse', accessScope: 'named' });
  const fernlea = await anOrganisation(app, { name: 'Fernlea Homes', sector: 'housing_association', accessScope: 'named' });
  const havenRow = await anOrganisation(app, { name: 'Haven Row', sector: 'vcse', accessScope: 'named' });
  await app.sql('update organisation set discreet_by_default = true where id = $1', [havenRow.id]);
  const nursing = await aTeam(app, trust, 'District nursing');
  const therapy = await aTeam(app, trust, 'Therapy');
  return {
    council, trust, ageWell, fernlea, havenRow, nursing,
    jo: await aWorker(app, council, { name: 'Jo Whitcombe', jobTitle: 'Social worker', keyWorkerTrained: true }),
    idris: await aWorker(app, trust, { name: 'Idris Vaughan', jobTitle: 'District nurse', teamIds: [nursing] }),
    priya: await aWorker(app, trust, { name: 'Priya Nair', jobTitle: 'Therapist', teamIds: [therapy] }),
    delphine: await aWorker(app, ageWell, { name: 'Delphine Carter', jobTitle: 'Link worker' }),
    mo: await aWorker(app, ageWell, { name: 'Mo Brennan', jobTitle: 'Director' }),
    martin: await aWorker(app, fernlea, { name: 'Martin Quill', jobTitle: 'Income officer' }),
    anita: await aWorker(app, havenRow, { name: 'Anita Bose', jobTitle: 'Adviser' }),
    fran: await aWorker(app, council, { name: 'Fran Lister', jobTitle: 'Information governance', roles: ['ig_lead'] }),
  };
}

export interface RoundAtWork {
  readonly app: TestApp;
  readonly round: Round;
  readonly jo: Visitor;
  readonly idris: Visitor;
  readonly delphine: Visitor;
}

/** Starts the application with the round, of whom the key worker, the nurse and the charity's worker are at work. */
export async function startRound(): Promise<RoundAtWork> {
  const app = await startTestApp();
  const round = await aRound(app);
  return { app, round, jo: await round.jo.signIn(), idris: await round.idris.signIn(), delphine: await round.delphine.signIn() };
}

/** Somebody whom Jo leads, with the nurses and Delphine in the circle. */
export async function margery(round: Round, jo: Visitor, person: Record<string, unknown> = {}): Promise<string> {
  const personId = await register(jo, person);
  await openCase(jo, personId, { keyWorkerMembershipId: round.jo.membershipId });
  await addToCircle(jo, personId, { organisationId: round.trust.id, teamId: round.nursing, does: 'Dresses the leg', daysTimes: 'Mondays', categories: ['about_me', 'circle', 'plan', 'contacts', 'health'] });
  await addToCircle(jo, personId, { organisationId: round.ageWell.id, membershipId: round.delphine.membershipId, does: 'Lunch club', doesNotDo: 'Medicines', categories: ['about_me', 'circle', 'contacts'] });
  return personId;
}

/** Adds somebody as JSON; returns the member. Throws when that is refused. */
export async function addToCircle(visitor: Visitor, personId: string, command: Record<string, unknown>): Promise<{ id: string; version: number }> {
  const answer = await visitor.send('post', `/api/people/${personId}/circle`, command);
  if (answer.status !== 201) throw new Error(`Not added: ${answer.status} ${answer.text}`);
  return answer.body as { id: string; version: number };
}

/** Writes a note as JSON; returns it. Throws when that is refused. */
export async function write(visitor: Visitor, personId: string, note: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const answer = await visitor.send('post', `/api/people/${personId}/contact-notes`, { text: 'She walked to the gate.', about: 'person', audience: 'circle', ...note });
  if (answer.status !== 201) throw new Error(`Not written: ${answer.status} ${answer.text}`);
  return answer.body as { id: string; version: number };
}

/** What somebody's timeline holds in JSON: the texts of notes, and the ids of all entries. */
export async function timelineOf(visitor: Visitor, personId: string): Promise<{ texts: string[]; ids: string[] }> {
  const { items } = (await visitor.get(`/api/people/${personId}/timeline?limit=100`).expect(200)).body as { items: { id: string; type: string; text: string | null }[] };
  return { texts: items.filter((item) => item.type === 'note').map((item) => item.text ?? ''), ids: items.map((item) => item.id) };
}

/** A person or a family carer who can sign in and has been let in: `categories` for a carer. */
export async function letIn(app: TestApp, personId: string, as: 'person' | 'carer', traits: { name?: string; categories?: string[]; user?: TestUser } = {}): Promise<TestUser & { signIn(): Promise<Visitor> }> {
  const user = traits.user ?? (await aUser(app, { kind: as, ...(traits.name ? { name: traits.name } : {}) }));
  await app.sql(
    `insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, source, created_by) values ($1, $2, null, 'user', $3, $4, $5, 'system', $3)`,
    [personId, newId(), user.userId, as === 'person' ? 'own' : 'carer', ['identity', ...(traits.categories ?? [])]],
  );
  await app.sql('select refresh_person_access($1)', [personId]);
  return { ...user, signIn: () => signInAs(app, user.email, PASSWORD) };
}

/** A team of two employers, hosted by the council and managed by Denise, who line-manages the council's people only. */
export interface IntegratedTeam {
  readonly id: string;
  readonly council: TestOrganisation;
  readonly trust: TestOrganisation;
  /** the trust's own team */
  readonly therapy: string;
  readonly denise: TestWorker;
  readonly jo: TestWorker;
  /** of the trust */
  readonly priya: TestWorker;
  readonly mo: TestWorker;
}

export async function aTeamOfTwoEmployers(app: TestApp): Promise<IntegratedTeam> {
  const council = await anOrganisation(app, { name: 'Marlshire County Council' });
  const trust = await anOrganisation(app, { name: 'Marl Valley Trust', sector: 'nhs_community', accessScope: 'team' });
  const therapy = await aTeam(app, trust, 'Therapy');
  const team = {
    id: newId(), council, trust, therapy,
    denise: await aWorker(app, council, { name: 'Denise Marchetti', jobTitle: 'Team manager', roles: ['team_manager'] }),
    jo: await aWorker(app, council, { name: 'Jo Whitcombe', jobTitle: 'Social worker', keyWorkerTrained: true }),
    priya: await aWorker(app, trust, { name: 'Priya Nair', jobTitle: 'Therapist', teamIds: [therapy], keyWorkerTrained: true }),
    mo: await aWorker(app, trust, { name: 'Mo Brennan', jobTitle: 'Therapist', teamIds: [therapy], keyWorkerTrained: true }),
  };
  await app.sql('insert into integrated_team (id, name, host_organisation_id) values ($1, $2, $3)', [team.id, `Integrated ${team.id}`, council.id]);
  for (const { membershipId } of [team.denise, team.jo, team.priya, team.mo]) {
    await app.sql('insert into integrated_team_member (integrated_team_id, membership_id, manages) values ($1, $2, $3)', [team.id, membershipId, membershipId === team.denise.membershipId]);
  }
  return team;
}

/** What JSON says about the key worker of a case. */
export async function keyWorkerOf(visitor: Visitor, caseId: string): Promise<KeyWorkerItem> {
  return (await visitor.get(`/api/cases/${caseId}/key-worker`).expect(200)).body as KeyWorkerItem;
}
