import 'reflect-metadata';
import { newId, type Actor } from '@app/kernel';
import { Transactions } from '@app/records';
import { anOrganisation, aWorker, openPlace, type Place } from '../support/builders';

/** What the application's role could try in SQL, whatever the verbs say. */
describe('nobody widens their own powers', () => {
  let place: Place;
  beforeAll(async () => {
    place = await openPlace();
  });
  afterAll(() => place?.close());
  const sql = (who: Actor, text: string, values: unknown[]): Promise<unknown[]> => place.as(who, Transactions, (transactions) => transactions.query(text, values));

  it('an administrator puts a colleague into a team, and never themself', async () => {
    const trust = await anOrganisation(place);
    const ivy = await aWorker(place, 'Ivy', ['org_admin']).of(trust);
    const jo = await aWorker(place, 'Jo').of(trust);
    const team = newId();
    await place.sql(`insert into team (id, organisation_id, name) values ($1, $2, 'North')`, [team, trust.id]);
    const join = 'insert into team_member (team_id, membership_id) values ($1, $2)';
    await sql(ivy, join, [team, jo.membershipId]);
    await expect(sql(ivy, join, [team, ivy.membershipId])).rejects.toMatchObject({ code: '42501' });
    await expect(sql(jo, join, [team, ivy.membershipId])).rejects.toMatchObject({ code: '42501' });
  });

  it('an administrator makes no employee of a volunteer, whose powers they otherwise change and end', async () => {
    const trust = await anOrganisation(place);
    const ivy = await aWorker(place, 'Ivy', ['org_admin']).of(trust);
    const [joan, steph] = [await aWorker(place, 'Joan').of(trust), await aWorker(place, 'Steph').of(trust)];
    await place.sql(`update membership set staff_type = 'volunteer', key_worker_trained = false, supervisor_id = $2, dbs_level = 'basic', dbs_on = '2026-01-01', ends = now() + interval '1 day' where id = $1`, [joan.membershipId, steph.membershipId]);
    const set = (what: string): Promise<unknown[]> => sql(ivy, `update membership set ${what} where id = $1`, [joan.membershipId]);
    await set(`roles = array['practitioner', 'advocate']`);
    for (const what of [`staff_type = 'employed'`, `user_id = '${steph.userId}'`, `organisation_id = '${trust.id}'`]) await expect(set(what)).rejects.toMatchObject({ code: '42501' });
    expect(await place.sql('select staff_type, roles from membership where id = $1', [joan.membershipId])).toEqual([{ staff_type: 'volunteer', roles: ['practitioner', 'advocate'] }]);
  });

  it('a register brings in organisations that wait, and changes none that takes part', async () => {
    const practice = await anOrganisation(place, { sector: 'nhs_primary' });
    const marcia = await aWorker(place, 'Marcia').of(practice);
    const bring = `insert into organisation (id, code, name, sector, state, access_scope, source) values ($1, $2, 'Practice', 'nhs_primary', $3, 'organisation', 'import')`;
    await sql(marcia, bring, [newId(), 'R1', 'prospective']);
    await expect(sql(marcia, bring, [newId(), 'R2', 'active'])).rejects.toMatchObject({ code: '42501' });
    await sql(marcia, `update organisation set state = 'left' where id = $1`, [practice.id]);
    await sql(marcia, `update organisation set access_scope = 'organisation', name = 'Ours' where id = $1`, [practice.id]);
    expect(await place.sql('select state, name from organisation where id = $1', [practice.id])).toEqual([{ state: 'active', name: practice.name }]);
    await expect(sql(marcia, `update organisation set state = 'active' where code = 'R1'`, [])).rejects.toMatchObject({ code: '42501' });
  });
});
