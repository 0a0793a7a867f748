import type { RelativeItem } from '../../apps/server/src/family/family.desk';
import { codes, wordsOf } from './people';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

const at = (personId: string, path = ''): string => `/people/${personId}/family${path}`;
const familyOf = async (visitor: typeof jo, personId: string): Promise<RelativeItem[]> => ((await visitor.get(`/api${at(personId)}`).expect(200)).body as { items: RelativeItem[] }).items;
const born = (yearsAgo: number): Record<string, string> => ({ 'birthDate[day]': '1', 'birthDate[month]': '2', 'birthDate[year]': String(new Date().getUTCFullYear() - yearsAgo) });

describe('family and friends', () => {
  it('are written down by whoever helps, on a page without script, and set right by whoever wrote them down', async () => {
    const personId = await margery(round, jo);
    expect((await jo.get(`/people/${personId}/circle`).expect(200)).text).toContain(`href="${at(personId, '/add')}"`);
    const empty = await jo.submit(at(personId), { name: 'Ayo Oduya', relation: '' });
    expect([empty.status, wordsOf(empty.text).includes('Enter relationship'), empty.text.includes('value="Ayo Oduya"')]).toEqual([422, true, true]);
    await jo.submit(at(personId), { name: 'Ayo Oduya', relation: 'Daughter', phone: '01632 960002', mainCarer: 'yes', emergencyContact: 'yes' }).redirects(0).expect(303);
    for (const reader of [jo, idris]) expect(wordsOf((await reader.get(`/people/${personId}/circle`).expect(200)).text)).toMatch(/Family and friends.*Ayo Oduya ?, Daughter, main carer, rung in an emergency/);
    expect(wordsOf((await jo.get(`/people/${personId}`)).text)).toContain('Ayo Oduya');

    const [ayo] = await familyOf(jo, personId);
    await idris.get(at(personId, `/${ayo?.id}`)).expect(403);
    await idris.submit(at(personId, `/${ayo?.id}`), { _version: '1', name: 'X', relation: 'Y' }).expect(403);
    expect((await idris.get(`/people/${personId}/circle`)).text).not.toContain(at(personId, `/${ayo?.id}`));
    expect((await jo.get(at(personId, `/${ayo?.id}`)).expect(200)).text).toMatch(/id="mainCarer"[^>]*checked/);
    await jo.submit(at(personId, `/${ayo?.id}`), { _version: '1', name: 'Ayo Oduya', relation: 'Daughter', phone: '01632 960003', livesWith: 'yes' }).redirects(0).expect(303);
    expect(await familyOf(idris, personId)).toMatchObject([{ phone: '01632 960003', mainCarer: false, emergencyContact: false, livesWith: true }]);
    const late = await jo.submit(at(personId, `/${ayo?.id}`), { _version: '1', name: 'Ayo', relation: 'Child' });
    expect([late.status, wordsOf(late.text).includes('Somebody changed this meanwhile'), late.text.includes('value="Child"')]).toEqual([409, true, true]);
  });

  it('I21: a child is nobody’s first contact; nobody counts on a child, and somebody asks what the child does at home', async () => {
    const personId = await margery(round, jo);
    const child = { name: 'Ellie', relation: 'Granddaughter', livesWith: 'yes' };
    const refused = await jo.submit(at(personId), { ...child, emergencyContact: 'yes', ...born(12) });
    expect([refused.status, wordsOf(refused.text).includes('A child is nobody’s first contact')]).toEqual([422, true]);
    await jo.submit(at(personId), { ...child, ...born(12) }).redirects(0).expect(303);
    await jo.submit(at(personId), { name: 'Finn', relation: 'Grandson' }).redirects(0).expect(303);
    const words = wordsOf((await jo.get(`/people/${personId}/circle`)).text);
    expect(words).toMatch(/Ellie ?, Granddaughter, lives there Under 18: nobody counts on Ellie\. Ask what Ellie does at home/);
    expect(words).toContain('Nobody wrote down how old Finn is, so nobody counts on them');
    expect(wordsOf((await jo.get(`/people/${personId}/plan/who-does-what`)).text)).toMatch(/Ellie \(Granddaughter\) is under 18\. No child is counted on/);
    // On the Overview too, where a child has no number to ring; how old exactly is for those who wrote it down.
    expect(wordsOf((await idris.get(`/people/${personId}`)).text)).toContain('Under 18: nobody counts on Ellie');
    expect((await Promise.all([jo, idris].map(async (reader) => (await familyOf(reader, personId))[0]?.birthDate !== null)))).toEqual([true, false]);
    // Once somebody knows how old he is, nobody is asked about him.
    const finn = (await familyOf(jo, personId)).find(({ name }) => name === 'Finn');
    expect(finn?.child).toBeNull();
    await jo.submit(at(personId, `/${finn?.id}`), { _version: '1', name: 'Finn', relation: 'Grandson', ...born(30) }).redirects(0).expect(303);
    expect((await familyOf(jo, personId)).map(({ name, child: is }) => [name, is])).toEqual([['Ellie', true], ['Finn', false]]);
  });

  it('where nobody knows the date of birth it is enough to say that somebody is a child, or grown up; once an assessment was offered nobody asks again', async () => {
    const personId = await margery(round, jo);
    await jo.submit(at(personId), { name: 'Sam', relation: 'neighbour', ageGroup: 'child', livesWith: 'yes' }).redirects(0).expect(303);
    await jo.submit(at(personId), { name: 'Kit', relation: 'Grandson', ageGroup: 'grown_up' }).redirects(0).expect(303);
    const [sam, kit] = await familyOf(idris, personId);
    expect([sam?.child, kit?.child]).toEqual([true, false]);
    const toLookAt = async (): Promise<string> => wordsOf((await idris.get(`/people/${personId}/plan/who-does-what`).expect(200)).text);
    expect(await toLookAt()).toMatch(/Sam \(neighbour\) is under 18\. No child is counted on\. Ask whether Sam helps with more than other children do/);
    const offered = { 'assessmentOfferedOn[day]': '2', 'assessmentOfferedOn[month]': '11', 'assessmentOfferedOn[year]': '2026' };
    const wrong = await jo.submit(at(personId, `/${kit?.id}`), { _version: '1', name: 'Kit', relation: 'Grandson', ageGroup: 'grown_up', ...offered });
    expect([wrong.status, wordsOf(wrong.text).includes('A young carer’s assessment is for somebody under 18')]).toEqual([422, true]);
    await jo.submit(at(personId, `/${sam?.id}`), { _version: '1', name: 'Sam', relation: 'neighbour', ageGroup: 'child', livesWith: 'yes', ...offered }).redirects(0).expect(303);
    expect(await toLookAt()).toMatch(/Sam \(neighbour\) is under 18\. No child is counted on\. A young carer’s assessment was offered on 2 November 2026\./);
    expect(await toLookAt()).not.toContain('Ask whether Sam');
    expect(wordsOf((await idris.get(`/people/${personId}/circle`)).text)).toContain('A young carer’s assessment was offered on 2 November 2026');
  });

  it('of whom something must not be told stand on no page of the person or the family, also once the words are taken away', async () => {
    const personId = await margery(round, jo);
    const her = await (await letIn(app, personId, 'person')).signIn();
    await jo.submit(at(personId), { name: 'Gareth', relation: 'Ex-husband', mustNotBeTold: 'where she lives now' }).redirects(0).expect(303);
    const [gareth] = await familyOf(idris, personId);
    expect(gareth).toMatchObject({ mustNotBeTold: 'where she lives now' });
    expect((await her.get('/api/me/page').expect(200)).text + (await her.get('/me').expect(200)).text).not.toContain('Gareth');
    await jo.submit(at(personId, `/${gareth?.id}`), { _version: '1', name: 'Gareth', relation: 'Ex-husband' }).redirects(0).expect(303);
    const [row] = await app.sql<{ visible: boolean }>('select visible_to_person as visible from related_person where id = $1', [gareth?.id]);
    expect(row?.visible).toBe(false);
  });

  it('I23: whoever helps discreetly writes nobody down for all to read, and whoever does not know the circle reads nobody', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['circle', 'plan'] });
    const anita = await round.anita.signIn();
    await anita.submit(at(personId), { name: 'Ayo', relation: 'Daughter' }).expect(403);
    expect(await familyOf(jo, personId)).toEqual([]);
    expect(codes((await jo.send('post', `/api${at(personId)}`, {})).body)).toEqual(['/name required', '/relation required']);
    await (await round.priya.signIn()).get(`/api${at(personId)}`).expect(404);
    await jo.send('post', `/api${at(personId)}`, { name: 'Ayo', relation: 'Daughter' }).expect(201);
    expect((await familyOf(delphine, personId)).map(({ name }) => name)).toEqual(['Ayo']);
  });
});
