import { Writable } from 'node:stream';
import { importFhir } from '../../apps/cli/src/import/apply/fhir';
import { readFhir } from '../../apps/cli/src/import/fhir/read-fhir';
import { inTheNameOf } from '../../apps/cli/src/commands/import';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestOrganisation } from '../support/staff';
import { aFamilyName, openCase, wordsOf } from './people';
import { planOf, smallest, type Plan } from './plans';
import { addToCircle } from './round';

let app: TestApp;
let practice: TestOrganisation;
let trust: TestOrganisation;
let siobhan: Visitor;
let idris: Visitor;
let stranger: Visitor;

const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
beforeAll(async () => {
  app = await startTestApp();
  practice = await anOrganisation(app, { name: 'Mill Street Surgery', sector: 'nhs_primary' });
  trust = await anOrganisation(app, { name: 'Marl Valley Trust', sector: 'nhs_community' });
  siobhan = await (await aWorker(app, practice, { name: 'Siobhan Reid', keyWorkerTrained: true })).signIn();
  idris = await (await aWorker(app, trust, { name: 'Idris Vaughan' })).signIn();
  stranger = await (await aWorker(app, await anOrganisation(app))).signIn();
});
afterAll(() => app?.close());

const subject = (id: string) => ({ reference: `Patient/${id}` });
const code = (text: string) => ({ text });
const clinical = (state: string) => ({ coding: [{ code: state }] });
/** Somebody with two conditions, a plan with a goal and steps, a team, a flag and a request. */
async function imported(more: object[] = []): Promise<{ personId: string; bring: () => Promise<string[]> }> {
  const family = aFamilyName();
  const id = family.toLowerCase();
  const resources = [
    { resourceType: 'Patient', id, name: [{ family, given: ['Liz'] }], birthDate: '1950-02-03' },
    { resourceType: 'Condition', id: `${id}-1`, clinicalStatus: clinical('active'), code: code('Hypertension'), subject: subject(id), onsetDateTime: '2005-07-29' },
    { resourceType: 'Condition', id: `${id}-2`, clinicalStatus: clinical('resolved'), code: code('Sinusitis'), subject: subject(id) },
    { resourceType: 'Goal', id: `${id}-3`, lifecycleStatus: 'active', description: code('Walk to the shops again'), subject: subject(id) },
    {
      resourceType: 'CarePlan', id: `${id}-4`, status: 'active', intent: 'plan', title: 'Blood pressure', subject: subject(id), goal: [{ reference: `Goal/${id}-3` }],
      activity: [{ detail: { code: code('Walk every day'), status: 'in-progress', performer: [subject(id)] } }, { detail: { code: code('Blood test'), status: 'completed' } }],
    },
    { resourceType: 'CareTeam', id: `${id}-5`, status: 'active', subject: subject(id), participant: [{ role: [code('Dietician')], member: { reference: 'Practitioner/x', display: 'Dorothy Marsh' } }, { member: { reference: 'Practitioner/y', display: 'Nurse Nancy' } }] },
    { resourceType: 'Flag', id: `${id}-6`, status: 'active', code: code('Severe peanut allergy'), subject: subject(id) },
    { resourceType: 'ServiceRequest', id: `${id}-7`, status: 'active', intent: 'order', code: code('Colonoscopy'), subject: subject(id), authoredOn: '2025-10-13', performer: [{ reference: 'Organization/none', display: 'Weir Hospital', type: 'Organization' }] },
    ...more,
  ];
  const bring = async (): Promise<string[]> => (await inTheNameOf(app.db, practice.code, (verbs, importer) => importFhir(verbs, importer, readFhir(resources.map((json, n) => ({ file: `${n + 1}.json`, json }))), silent))).lines();
  await bring();
  const [row] = await app.sql<{ id: string }>('select person_id as id from person where family = $1', [family]);
  return { personId: row?.id ?? '', bring };
}
type Imported = Plan & { imported: { from: string; needs: { text: string; state: string }[]; goals: { text: string; actions: { what: string; state: string }[] }[] } | null };
const at = (personId: string, path = ''): string => `/people/${personId}/plan${path}`;

describe('A person who was imported', () => {
  it('shows needs, goals and steps to the practice, as something to which nobody has agreed; the plan itself is empty', async () => {
    const { personId } = await imported();
    const json = await planOf(siobhan, personId) as Imported;
    expect(json).toMatchObject({ plan: null, needs: [], goals: [], draft: null });
    expect(json.imported).toMatchObject({
      from: '2.json and 2 more', needs: [{ text: 'Hypertension (since 2005)', state: 'open' }, { text: 'Sinusitis', state: 'resolved' }],
      goals: [{ text: 'Walk to the shops again', actions: [{ what: 'Walk every day', state: 'in_progress' }, { what: 'Blood test', state: 'done' }] }],
    });
    const page = wordsOf((await siobhan.get(at(personId)).expect(200)).text);
    expect(page).toMatch(/Imported from 2\.json and 2 more on .*Nobody has agreed to it.*Hypertension.*Walk to the shops again.*What is over \(1 line\).*Sinusitis/);
    expect(page).not.toContain('Begin the plan with these lines');
    expect(wordsOf((await siobhan.get(at(personId, '/print')).expect(200)).text)).not.toContain('Hypertension');
    expect(wordsOf((await siobhan.get(`/people/${personId}/timeline`).expect(200)).text)).toMatch(/Asked for elsewhere.*Colonoscopy.*Nothing was sent from here/);
    await stranger.get(at(personId)).expect(404);
  });

  it('is the practice’s alone: the circle reads nothing of what was imported, and the person does not either', async () => {
    const { personId } = await imported();
    await openCase(siobhan, personId);
    await addToCircle(siobhan, personId, { organisationId: trust.id, does: 'Visits', categories: ['about_me', 'circle', 'plan', 'contacts', 'health'] });
    expect(await planOf(idris, personId)).toMatchObject({ imported: null, needs: [], goals: [] });
    for (const path of ['/plan', '/circle', '/alerts', '/timeline', '']) expect(wordsOf((await idris.get(`/people/${personId}${path}`).expect(200)).text)).not.toMatch(/Hypertension|Dorothy|peanut|Colonoscopy/);
    expect((await idris.get(`/api/people/${personId}/circle`).expect(200)).body).toMatchObject({ proposed: [] });
  });

  it('I2, I25: once a case is open a plan is begun with what is not over, each line for one’s own organisation; what was imported is never published and stays as it was', async () => {
    const { personId, bring } = await imported();
    const [version] = await app.sql<{ id: string; v: number }>('select id, row_version as v from plan_version where person_id = $1', [personId]);
    await siobhan.send('post', `/api/people/${personId}/care-plan/imported/drafts`).expect(409);
    await openCase(siobhan, personId);
    for (const act of ['publication', 'discard']) await siobhan.send('post', `/api/people/${personId}/care-plan/drafts/${version?.id}/${act}`).set('If-Match', `"${version?.v}"`).expect(404);
    await siobhan.send('patch', `/api/people/${personId}/care-plan/drafts/${version?.id}`, { whatMatters: 'x' }).set('If-Match', `"${version?.v}"`).expect(404);
    expect(wordsOf((await siobhan.get(at(personId)).expect(200)).text)).toContain('Begin the plan with these lines');
    await siobhan.submit(at(personId, '/imported'), {}).expect(303);
    const { draft } = await planOf(siobhan, personId);
    const begun = (await siobhan.get(`/api/people/${personId}/care-plan/drafts/${draft?.id}`).expect(200)).body as { needs: { text: string; audience: string }[]; goals: { text: string; actions: { what: string; audience: string }[] }[] };
    expect(begun.needs).toMatchObject([{ text: 'Hypertension (since 2005)', audience: 'internal' }]);
    expect(begun.goals).toMatchObject([{ text: 'Walk to the shops again', actions: [{ what: 'Walk every day', audience: 'internal' }] }]);
    await siobhan.send('post', `/api/people/${personId}/care-plan/imported/drafts`).expect(409);
    const { needs: _needs, goals: _goals, ...rest } = smallest();
    const written = (await siobhan.send('patch', `/api/people/${personId}/care-plan/drafts/${draft?.id}`, rest).set('If-Match', `"${draft?.version}"`).expect(200)).body as Plan;
    await siobhan.send('post', `/api/people/${personId}/care-plan/drafts/${draft?.id}/publication`).set('If-Match', `"${written.version}"`).expect(201);
    await bring();
    const now = await planOf(siobhan, personId) as Imported;
    expect([now.plan?.label, now.needs.map(({ text }) => text), now.imported?.needs.length]).toEqual(['1', ['Hypertension (since 2005)'], 2]);
    expect((await bring()).slice(0, 2)).toEqual(['Created:     nothing', 'Changed:     nothing']);
  });

  it('whose plan the practice has begun: a key worker elsewhere, who cannot read that draft yet, is told that there is one, and keeps what was typed', async () => {
    const { personId } = await imported();
    const caseId = await openCase(siobhan, personId);
    const kim = await aWorker(app, trust, { name: 'Kim Bell', keyWorkerTrained: true });
    const kimAtWork = await kim.signIn();
    await addToCircle(siobhan, personId, { organisationId: trust.id, membershipId: kim.membershipId, does: 'Coordinates', categories: ['identity', 'about_me', 'circle', 'plan', 'contacts'] });
    await siobhan.send('post', `/api/cases/${caseId}/key-worker`, { membershipId: kim.membershipId, because: 'skills' }).expect(201);
    await kimAtWork.send('post', `/api/cases/${caseId}/key-worker/accept`).expect(200);
    await siobhan.submit(at(personId, '/imported'), {}).expect(303);
    expect((await kimAtWork.send('post', `/api/people/${personId}/care-plan/drafts`, smallest()).expect(409)).body).toMatchObject({ type: 'urn:onestory:plan.draft', detail: expect.stringContaining('Ask the others who coordinate') });
    const page = await kimAtWork.submit(at(personId, '/draft'), { whatMatters: 'Walking with the dog', _version: '0' });
    expect([page.status, wordsOf(page.text).includes('Somebody else has begun a draft of the plan'), page.text.includes('Walking with the dog')]).toEqual([409, true, true]);
  });

  it('has proposed helpers, who see nothing: whoever coordinates adds them like anybody else, or takes them off the list', async () => {
    const { personId, bring } = await imported();
    expect(await app.sql('select 1 from care_team_member where person_id = $1 union all select 1 from relationship where person_id = $1 and basis <> $2', [personId, 'registered'])).toEqual([]);
    const { proposed } = (await siobhan.get(`/api/people/${personId}/circle`).expect(200)).body as { proposed: { id: string; name: string; role: string | null }[] };
    expect(proposed.map(({ name, role }) => [name, role])).toEqual([['Dorothy Marsh', 'Dietician'], ['Nurse Nancy', null]]);
    const [dorothy, nancy] = proposed.map(({ id }) => id) as [string, string];
    expect(wordsOf((await siobhan.get(`/people/${personId}/circle`).expect(200)).text)).toMatch(/Named by an import They see nothing.*Dorothy Marsh ?Dietician/);
    const found = (await siobhan.get(`/people/${personId}/circle/add?proposed=${dorothy}&search=Marl`).expect(200)).text;
    expect(found).toContain(`/people/${personId}/circle/add?organisation=${trust.id}&amp;proposed=${dorothy}`);
    expect((await siobhan.get(`/people/${personId}/circle/add?organisation=${trust.id}&proposed=${dorothy}`).expect(200)).text).toMatch(/name="proposedId" value="[0-9a-f-]+"[\s\S]*>Dietician<\/textarea>/);
    await siobhan.submit(`/people/${personId}/circle`, { organisationId: trust.id, proposedId: dorothy, does: 'Diet', categories: ['identity', 'contacts'] }).expect(303);
    await siobhan.submit(`/people/${personId}/circle/proposed/${nancy}/dismissal`, {}).expect(303);
    await siobhan.send('post', `/api/people/${personId}/circle/proposed/${nancy}/dismissal`).expect(409);
    await stranger.send('post', `/api/people/${personId}/circle/proposed/${nancy}/dismissal`).expect(404);
    expect(wordsOf((await siobhan.get(`/people/${personId}/circle`).expect(200)).text)).not.toContain('Named by an import');
    await bring();
    expect((await siobhan.get(`/api/people/${personId}/circle`).expect(200)).body).toMatchObject({ proposed: [], items: [{ does: 'Diet' }] });
  });

  it('has a concern that somebody looks at before it is an alert for the circle', async () => {
    const { personId, bring } = await imported();
    const [alert] = (await siobhan.get(`/api/people/${personId}/alerts`).expect(200)).body.items as { id: string; version: number; state: string }[];
    expect(alert?.state).toBe('raised');
    const page = await siobhan.get(`/people/${personId}/alerts`).expect(200);
    expect(wordsOf(page.text)).toMatch(/Severe peanut allergy Imported, nobody has looked at it/);
    const review = `/people/${personId}/alerts/${alert?.id}/review`;
    expect(page.text).toContain(review);
    expect(wordsOf((await siobhan.get(review).expect(200)).text)).toContain('Is this still so?');
    const refused = await siobhan.submit(review, { outcome: 'circle', _version: String(alert?.version) }).expect(422);
    expect(wordsOf(refused.text)).toMatch(/Enter what to do.*Enter when we look at it again/);
    await siobhan.send('post', `/api${review}`, { outcome: 'circle', whatToDo: 'No nuts in the house', reviewOn: '2031-01-01' }).set('If-Match', `"${alert?.version}"`).expect(200);
    await siobhan.send('post', `/api${review}`, { outcome: 'ended' }).set('If-Match', `"${(alert?.version ?? 0) + 1}"`).expect(409);
    await bring();
    await addToCircle(siobhan, personId, { organisationId: trust.id, does: 'Visits', categories: ['contacts'] });
    expect(wordsOf((await idris.get(`/people/${personId}/alerts`).expect(200)).text)).toMatch(/Severe peanut allergy What to do: No nuts in the house/);
    await idris.get(review).expect(403);
  });

  it('of whom the source says something new: that line is changed, and nothing else', async () => {
    const { personId, bring } = await imported();
    await app.sql(`update need set text = 'Was written otherwise', row_version = row_version + 1 where person_id = $1 and state = 'open'`, [personId]);
    expect((await bring()).slice(0, 2)).toEqual(['Created:     nothing', 'Changed:     1 need']);
    expect(((await planOf(siobhan, personId)) as Imported).imported?.needs[0]?.text).toBe('Hypertension (since 2005)');
  });
});
