import { newId, type Role } from '@app/kernel';
import type { Visitor } from '../support/app';
import { aWorker, type TestWorker } from '../support/staff';
import { anNhsNumber, codes, register } from './people';
import { inDays } from './plans';
import { margery, startRound, type RoundAtWork } from './round';

/** Whoever has all of it has nobody above them in their organisation, and decides about themselves all the same nowhere. */
const EVERYTHING: Role[] = ['practitioner', 'team_manager', 'org_admin', 'ig_lead', 'emergency_viewer'];

let { app, round, jo } = {} as RoundAtWork;
let robin: TestWorker;
let robinAtWork: Visitor;
let elsewhere: TestWorker;
beforeAll(async () => {
  ({ app, round, jo } = await startRound());
  robin = await aWorker(app, round.council, { name: 'Robin Ashe', roles: EVERYTHING, keyWorkerTrained: true });
  // A second employer is no way round it.
  elsewhere = await aWorker(app, round.fernlea, { roles: EVERYTHING, user: robin });
  await aWorker(app, round.council, { roles: ['org_admin'] });
  robinAtWork = await robin.signIn();
});
afterAll(() => app?.close());
beforeEach(() => app.sql('delete from attempt'));

const act = (method: 'post' | 'patch', path: string, body: object = {}) => robinAtWork.send(method, path, body).set('If-Match', '"1"');

describe('I16: nobody, whatever roles they have, ', () => {
  it('changes their own role, teams or last day, or ends their own access', async () => {
    const before = await app.sql('select * from membership where id = $1', [robin.membershipId]);
    for (const roles of [['practitioner'], EVERYTHING, ['practitioner', 'place_manager']]) {
      for (const more of [{}, { endsOn: inDays(30) }, { keyWorkerTrained: true, capacityPoints: 200 }]) {
        const answer = await act('patch', `/api/colleagues/${robin.membershipId}`, { jobTitle: 'x', roles, ...more });
        expect([answer.status, answer.body.type]).toEqual([409, 'urn:onestory:membership.own']);
      }
    }
    expect((await act('post', `/api/colleagues/${robin.membershipId}/end`)).body.type).toBe('urn:onestory:membership.own');
    expect((await robinAtWork.submit(`/people-and-access/${robin.membershipId}`, { _version: '1', jobTitle: 'x', roles: 'practitioner' })).status).toBe(409);
    expect(await app.sql('select * from membership where id = $1', [robin.membershipId])).toEqual(before);
  });

  it('invites themselves a second time, or answers for themselves as a volunteer', async () => {
    const command = { name: 'Robin', email: robin.email, jobTitle: 'x', roles: ['ig_lead'], staffType: 'employed' };
    expect(codes((await robinAtWork.send('post', '/api/colleagues', command).expect(422)).body)).toEqual(['/email colleague.exists']);
  });

  it('decides an objection that they wrote down', async () => {
    const personId = await margery(round, jo);
    const at = `/api/people/${personId}/sharing/objections`;
    const one = (await robinAtWork.send('post', at, { organisationId: round.trust.id, level: 'own_only', said: 'They talk about everybody' }).expect(201)).body as { id: string };
    await robinAtWork.send('post', `${at}/${one.id}/explanation`, { explained: 'They cannot help as they did before' }).set('If-Match', '"1"').expect(200);
    const decided = { outcome: 'not_upheld', reasons: 'They must know it to come safely', decidedBy: 'Robin Ashe', guardian: 'Dr Amal Osei' };
    expect((await robinAtWork.send('post', `${at}/${one.id}/decision`, decided).set('If-Match', '"2"')).status).toBe(403);
  });

  it('reviews what they opened themselves in an emergency, not from their other employer either', async () => {
    const nhsNumber = anNhsNumber();
    const personId = await register(await (await aWorker(app, round.trust, { teamIds: [round.nursing] })).signIn(), { nhsNumber, nhsNumberAbsentBecause: undefined });
    const { id } = (await robinAtWork.send('post', '/api/emergency-openings', { nhsNumber, because: 'life_at_risk', reason: 'Found on the floor at home, cannot speak', hours: 1 }).expect(201)).body as { id: string };
    const review = async (): Promise<number> => (await robinAtWork.send('post', `/api/emergency-openings/${id}/review`, { outcome: 'justified', words: 'I was there myself' }).set('If-Match', '"1"')).status;
    for (const membershipId of [robin.membershipId, elsewhere.membershipId]) {
      await robinAtWork.send('post', '/api/acting-for', { membershipId }).expect(204);
      expect([403, 404]).toContain(await review());
    }
    await robinAtWork.send('post', '/api/acting-for', { membershipId: robin.membershipId }).expect(204);
    expect(await app.sql('select state from emergency_opening where person_id = $1', [personId])).toEqual([{ state: 'to_review' }]);
  });

  it('opens again what they kept themselves out of', async () => {
    const personId = await margery(round, jo);
    await robinAtWork.send('post', `/api/people/${personId}/knowing`).expect(204);
    const [known] = await app.sql<{ id: string }>('select id from known_person where person_id = $1', [personId]);
    expect((await robinAtWork.send('post', `/api/known-people/${known?.id}/lift`, { because: 'Somebody else with this name' })).status).toBe(404);
    await robinAtWork.get(`/people/${personId}`).expect(404);
  });

  it('settles a finding about their own looks', async () => {
    const personId = await margery(round, jo);
    const finding = newId();
    await app.sql(
      `insert into unusual_access (id, organisation_id, user_id, person_id, rule, fact, number, first_at, last_at) values ($1, $2, $3, $4, 'no_involvement', 'x', 1, now(), now())`, [finding, round.council.id, robin.userId, personId],
    );
    const settled = { outcome: 'explained', words: 'On duty' };
    expect((await act('post', `/api/unusual-access/${finding}/outcome`, settled)).status).toBe(404);
    expect(await app.sql('select outcome from unusual_access where id = $1', [finding])).toEqual([{ outcome: null }]);
    const fran = await round.fran.signIn();
    expect((await fran.send('post', `/api/unusual-access/${finding}/outcome`, settled).set('If-Match', '"1"')).status).toBeLessThan(300);
  });
});

describe('There is always somebody who looks after access', () => {
  it('and not only until a day that is known already', async () => {
    const [one, other] = [await aWorker(app, round.trust, { roles: ['org_admin'] }), await aWorker(app, round.trust, { roles: ['org_admin'] })];
    const admin = await one.signIn();
    const change = (more: object) => admin.send('patch', `/api/colleagues/${other.membershipId}`, { jobTitle: 'x', roles: ['org_admin'], ...more });
    await change({ endsOn: inDays(20) }).set('If-Match', '"1"').expect(200);
    const theirs = await other.signIn();
    for (const more of [{ roles: ['practitioner'] }, { endsOn: inDays(90) }]) {
      const answer = await theirs.send('patch', `/api/colleagues/${one.membershipId}`, { jobTitle: 'x', roles: ['org_admin'], ...more }).set('If-Match', '"1"');
      expect([answer.status, answer.body.type]).toEqual([409, 'urn:onestory:organisation.lastAdministrator']);
    }
    expect((await theirs.send('post', `/api/colleagues/${one.membershipId}/end`).set('If-Match', '"1"')).body.type).toBe('urn:onestory:organisation.lastAdministrator');
    await change({ roles: ['practitioner'] }).set('If-Match', '"2"').expect(200);
  });
});
