import { codes, wordsOf } from './people';
import { draft, inDays, planOf, publish, smallest } from './plans';
import { margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris } = await startRound());
});
afterAll(() => app.close());

const FEAR = 'The fear of falling';
const underlying = (more: Record<string, unknown> = {}) => ({ text: FEAR, domain: 'mind', underlying: 'yes', ...more });
const again = { nextReviewOn: inDays(120), personView: 'agrees', viewAsked: 'directly' };
const ends = { because: 'goals_met', toldHow: 'not_told' };

async function planned(...needs: Record<string, unknown>[]): Promise<{ personId: string; caseId: string; ids: string[] }> {
  const personId = await margery(round, jo);
  const { needs: lines } = await publish(jo, personId, { ...smallest(), needs });
  const [open] = await app.sql<{ id: string }>('select id from coordination_case where person_id = $1', [personId]);
  return { personId, caseId: open?.id ?? '', ids: lines.map(({ id }) => id) };
}
const close = (caseId: string, body: Record<string, unknown>) => jo.send('post', `/api/cases/${caseId}/close`, { ...ends, ...body });
const stateOf = async (caseId: string): Promise<string | undefined> => (await app.sql<{ state: string }>('select state from coordination_case where id = $1', [caseId]))[0]?.state;

describe('A need that lies under others', () => {
  it('is carried on into the next version, and leaves it only as met or with a reason', async () => {
    const { personId, ids: [fear = ''] } = await planned(underlying(), { text: 'Getting to rehearsals' });
    expect((await draft(jo, personId, again)).needs.map(({ text }) => text)).toContain(FEAR);
    const { draft: open } = await planOf(jo, personId);
    const write = (version: number, needs: object[]) => jo.send('patch', `/api/people/${personId}/care-plan/drafts/${open?.id}`, { needs }).set('If-Match', `"${version}"`);
    for (const needs of [[{ text: 'Something else' }], [{ item: fear, text: '' }]]) expect(codes((await write(open?.version ?? 0, needs).expect(422)).body)).toEqual(['/needs need.underlying']);
    await write(open?.version ?? 0, [{ item: fear, text: FEAR, state: 'unmet', unmetReason: 'person_says_no' }]).expect(200);
    // One that nobody has published yet may go again.
    const fresh = await planned();
    const begun = await draft(jo, fresh.personId, { ...again, needs: [underlying()] });
    await jo.send('patch', `/api/people/${fresh.personId}/care-plan/drafts/${begun.plan?.id}`, { needs: [{ text: 'Another' }] }).set('If-Match', `"${begun.plan?.version}"`).expect(200);
  });

  it('does not let a case be closed in silence: what becomes of each is asked, and what was typed stays', async () => {
    const { caseId, ids: [fear = '', damp = ''] } = await planned(underlying(), underlying({ text: 'A damp bedroom', domain: 'home' }), { text: 'Getting to rehearsals' });
    expect(codes((await close(caseId, {}).expect(422)).body)).toEqual(['/needs/0/ending required', '/needs/1/ending required']);
    expect(codes((await close(caseId, { needs: [{ need: damp, ending: 'still_unmet' }] }).expect(422)).body).sort()).toEqual(['/needs/0/ending required', '/needs/0/whoKnows required']);
    expect(wordsOf((await jo.get(`/cases/${caseId}/close`).expect(200)).text)).toMatch(/lies under Margery’s needs and is not met.*The fear of falling.*A damp bedroom/);
    const page = await jo.submit(`/cases/${caseId}/close`, { ...ends, 'needs[0][need]': fear, 'needs[0][ending]': 'still_unmet', 'needs[0][whoKnows]': 'Her practice nurse', 'needs[1][need]': damp }).expect(422);
    expect(page.text).toContain('Her practice nurse');
    expect(page.text).toContain('href="#needs-1-ending"');
    expect(await stateOf(caseId)).toBe('active');
    await jo.submit(`/cases/${caseId}/close`, { ...ends, 'needs[0][need]': fear, 'needs[0][ending]': 'still_unmet', 'needs[0][whoKnows]': 'Her practice nurse', 'needs[1][need]': damp, 'needs[1][ending]': 'resolved' }).expect(303);
    expect(await stateOf(caseId)).toBe('closed');
  });

  it('is told on the timeline with who knows of it, to those who read it', async () => {
    const { personId, caseId, ids: [fear = '', debts = ''] } = await planned(underlying(), underlying({ text: 'Debts that only we know of', audience: 'internal' }));
    await close(caseId, { needs: [{ need: fear, ending: 'still_unmet', whoKnows: 'Her practice nurse' }, { need: debts, ending: 'not_wanted' }] }).expect(200);
    expect(wordsOf((await jo.get(`/people/${personId}/timeline`).expect(200)).text)).toMatch(/Not wanted when the case was closed: Debts that only we know of.*Still unmet when the case was closed: The fear of falling.*Who knows of it: Her practice nurse|Still unmet when the case was closed: The fear of falling.*Not wanted when the case was closed: Debts/);
    expect(await app.sql(`select audience, from_state, to_state, reason from state_transition where person_id = $1 and entity = 'Need' order by audience`, [personId])).toEqual([
      { audience: 'circle', from_state: 'open', to_state: 'unmet', reason: 'Who knows of it: Her practice nurse' }, { audience: 'internal', from_state: 'open', to_state: 'not_wanted', reason: null },
    ]);
    expect((await idris.get(`/people/${personId}/timeline`).expect(200)).text).not.toMatch(/Debts|Not wanted/);
  });

  it('is not asked about where it is met, where they died, and of whoever may not know of it', async () => {
    const met = await planned(underlying({ state: 'resolved' }));
    await close(met.caseId, {}).expect(200);
    const died = await planned(underlying());
    await close(died.caseId, { because: 'died', toldHow: null }).expect(200);
    const theirs = await planned(underlying());
    await app.sql(`do $do$ begin set local session_replication_role = replica; update need set audience = 'internal', owner_organisation_id = '${round.trust.id}' where person_id = '${theirs.personId}'; end $do$`);
    expect(wordsOf((await jo.get(`/cases/${theirs.caseId}/close`).expect(200)).text)).not.toMatch(/fear of falling|lies under/);
    await close(theirs.caseId, {}).expect(200);
  });

  it('still unmet begins the plan of the next case; what was met or not wanted does not', async () => {
    const { personId, caseId, ids: [fear = '', damp = '', gate = ''] } = await planned(underlying(), underlying({ text: 'A damp bedroom', domain: 'home' }), underlying({ text: 'Nobody to ring' }), { text: 'Getting to rehearsals' });
    await close(caseId, { needs: [{ need: fear, ending: 'still_unmet', whoKnows: 'Her practice nurse' }, { need: damp, ending: 'resolved' }, { need: gate, ending: 'not_wanted' }] }).expect(200);
    await jo.send('post', `/api/people/${personId}/case`, { reason: 'Falls again', keyWorkerMembershipId: round.jo.membershipId }).expect(201);
    const begun = await draft(jo, personId, { whatMatters: 'Singing' });
    expect([begun.needs.map(({ text }) => text), begun.goals]).toEqual([[FEAR], []]);
    const next = await published(personId, begun);
    expect(next.needs.map(({ id, text }) => [id, text])).toEqual([[fear, FEAR]]);
  });
});

/** Publishes a draft that is open. */
async function published(personId: string, { plan }: { plan: { id: string; version: number } | null }): ReturnType<typeof planOf> {
  const { whatMatters: _, needs: __, ...rest } = smallest();
  const at = `/api/people/${personId}/care-plan/drafts/${plan?.id}`;
  const { plan: written } = (await jo.send('patch', at, rest).set('If-Match', `"${plan?.version}"`).expect(200)).body as { plan: { version: number } };
  await jo.send('post', `${at}/publication`).set('If-Match', `"${written.version}"`).expect(201);
  return planOf(jo, personId);
}
