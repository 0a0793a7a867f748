import { newId } from '@app/kernel';
import type { WholeHuddle } from '../../apps/server/src/huddles/huddle-item';
import type { TestApp, Visitor } from '../support/app';
import { aWorker, type TestWorker } from '../support/staff';
import { openCase, register } from './people';
import { addToCircle, type Round } from './round';

/** An integrated team of the round, with its manager, a key worker, a nurse and the charity's worker; each sees other people. */
export interface HuddleTeam {
  readonly id: string;
  readonly denise: TestWorker;
  readonly chair: Visitor;
  readonly jo: Visitor;
}

export async function aHuddleTeam(app: TestApp, round: Round): Promise<HuddleTeam> {
  const id = newId();
  const denise = await aWorker(app, round.council, { name: 'Denise Marchetti', jobTitle: 'Team manager', roles: ['team_manager'] });
  await app.sql('insert into integrated_team (id, name, host_organisation_id) values ($1, $2, $3)', [id, `Integrated ${id}`, round.council.id]);
  for (const { membershipId } of [denise, round.jo, round.idris, round.delphine]) {
    await app.sql('insert into integrated_team_member (integrated_team_id, membership_id, manages) values ($1, $2, $3)', [id, membershipId, membershipId === denise.membershipId]);
  }
  return { id, denise, chair: await denise.signIn(), jo: await round.jo.signIn() };
}

/** Somebody whose case is the team's and new, so that a rule puts them on the list; `helped` says by whom besides. */
export async function oneOfTheTeam(round: Round, team: HuddleTeam, helped: { nurses?: boolean; charity?: boolean }, person: Record<string, unknown> = {}): Promise<string> {
  const personId = await register(team.jo, person);
  await openCase(team.jo, personId, { keyWorkerMembershipId: round.jo.membershipId, integratedTeamId: team.id });
  if (helped.nurses) await addToCircle(team.jo, personId, { organisationId: round.trust.id, teamId: round.nursing, does: 'Dresses the leg', categories: ['about_me', 'circle', 'plan', 'contacts', 'health'] });
  if (helped.charity) await addToCircle(team.jo, personId, { organisationId: round.ageWell.id, membershipId: round.delphine.membershipId, does: 'Lunch club', categories: ['about_me', 'circle', 'contacts'] });
  return personId;
}

/** The case is as old as that no rule speaks of it. */
export async function settled(app: TestApp, personId: string): Promise<void> {
  await app.sql(`update coordination_case set opened_at = now() - interval '60 days', last_conversation_at = now(), next_review_on = current_date + 60 where person_id = $1`, [personId]);
  await app.sql('select refresh_person_access($1)', [personId]);
}

/** Begins one as JSON, chaired by the visitor. Throws when that is refused. */
export async function beginHuddle(visitor: Visitor, team: HuddleTeam, attendees: readonly TestWorker[] = []): Promise<WholeHuddle> {
  const answer = await visitor.send('post', '/api/huddles', { team: team.id, attendees: attendees.map(({ membershipId }) => membershipId) });
  if (answer.status !== 201) throw new Error(`Not begun: ${answer.status} ${answer.text}`);
  return answer.body as WholeHuddle;
}

export const huddleOf = async (visitor: Visitor, id: string): Promise<WholeHuddle> => (await visitor.get(`/api/huddles/${id}`).expect(200)).body as WholeHuddle;

/** A week goes by. */
export const aWeekLater = (app: TestApp, id: string): Promise<unknown> => app.sql('update huddle set held_on = held_on - 7 where id = $1', [id]);
