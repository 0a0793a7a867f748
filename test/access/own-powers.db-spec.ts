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
