import fc from 'fast-check';
import { CarePlansQueries, DraftsService, ProposalsQueries, ProposalsService, PublicationService, SuggestionsService, type PlanVersion } from '@app/care-plans';
import { Conflict, Forbidden, newId, NotFound, StaleVersion, type Actor } from '@app/kernel';
import { Transactions } from '@app/records';
import { aCaseOfTwo, anOrganisation, aWorker, openPlaceOfTwo, smallPlan, type Place } from '../support/builders';
import { countMoves, runsOf } from '../support/moves';

const RUNS = runsOf(20, 8);
const MOVES = [
  'null draft', 'draft in_contribution', 'draft discarded', 'draft published', 'in_contribution draft', 'in_contribution ready_for_agreement', 'in_contribution discarded',
  'ready_for_agreement in_contribution', 'ready_for_agreement draft', 'ready_for_agreement agreed', 'agreed in_contribution', 'agreed draft', 'agreed published', 'published superseded',
];
const ACTS = ['draft', 'write', 'open', 'ready', 'back to others', 'back to its author', 'recorded', 'not agreed', 'goes on', 'says yes', 'says no', 'publish', 'discard', 'small update', 'suggest', 'partner tries'] as const;
type Act = (typeof ACTS)[number];
type Worked = 'draft' | 'in_contribution' | 'ready_for_agreement' | 'agreed';
/** From where each act can be done, written beside the product. */
const MAY: Partial<Record<Act, readonly Worked[]>> = {
  write: ['draft', 'in_contribution'], open: ['draft'], ready: ['in_contribution'], 'back to others': ['ready_for_agreement', 'agreed'], 'back to its author': ['in_contribution', 'ready_for_agreement', 'agreed'],
  recorded: ['ready_for_agreement'], 'not agreed': ['ready_for_agreement'], 'goes on': ['ready_for_agreement'], 'says yes': ['ready_for_agreement'], 'says no': ['ready_for_agreement'], publish: ['draft', 'agreed'], discard: ['draft', 'in_contribution'],
};
/** Mostly onwards, or nothing comes as far as an agreement. */
const ONWARDS: readonly Act[] = [
  'open', 'open', 'open', 'open', 'ready', 'ready', 'ready', 'ready', 'ready', 'recorded', 'recorded', 'says yes', 'says yes', 'back to others', 'back to others', 'back to others', 'back to its author', 'back to its author', 'publish', 'publish',
];
const TO: Partial<Record<Act, string>> = {
  open: 'in_contribution', ready: 'ready_for_agreement', 'back to others': 'in_contribution', 'back to its author': 'draft', recorded: 'agreed', 'goes on': 'agreed', 'says yes': 'agreed', publish: 'published', discard: 'discarded',
};

let place: Place;
let jo: Actor;
let val: Actor;
beforeAll(async () => {
  ({ place, jo, val } = await openPlaceOfTwo());
});
afterAll(() => place?.close());


/** Somebody whom Jo helps, with Val in the circle, and who can sign in. */
async function helped(): Promise<{ personId: string; margery: Actor }> {
  const personId = await aCaseOfTwo({ place, jo, val }, ['identity', 'plan']);
  const userId = newId();
  await place.sql(`insert into user_account (id, name, email, kind, state) values ($1, 'Margery', $2, 'person', 'active')`, [userId, `${userId}@example.org`]);
  await place.sql(`insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, source, created_by) values ($1, $2, null, 'user', $3, 'own', '{identity}', 'system', $3)`, [personId, newId(), userId]);
  await place.sql('select refresh_person_access($1)', [personId]);
  return { personId, margery: { userId, name: 'Margery', organisationId: null, membershipId: null, sector: null, teamIds: [], onlyByName: false, roles: ['person'] } };
}

interface Row { readonly id: string; readonly version: number; readonly state: string }
const rowOf = async (personId: string, published = false): Promise<Row | undefined> =>
  (await place.sql<Row>(`select id, row_version as version, state from plan_version where person_id = $1 and small_number = 0 and state ${published ? `= 'published'` : `in ('draft', 'in_contribution', 'ready_for_agreement', 'agreed')`}`, [personId]))[0];

it('I3, I12: a draft goes only where it can, each move is recorded once with who made it, and it is read by others only while they are asked, whatever its author, the others and the person try in whatever order', async () => {
  const made: string[] = [];
  let refused = 0;
  const acts = fc.array(fc.record({ any: fc.constantFrom<Act>(...ACTS), right: fc.nat({ max: 99 }), stale: fc.nat({ max: 11 }) }), { minLength: 16, maxLength: 30 });
  await fc.assert(fc.asyncProperty(acts, async (tries) => {
    const { personId, margery } = await helped();
    const expected: string[] = [];
    let [state, published, suggested] = [null as Worked | null, false, 0];
    for (const [n, { any, right, stale }] of tries.entries()) {
      const now = await rowOf(personId);
      expect([now?.state ?? null]).toEqual([state]);
      // Mostly something that can be done: what cannot is tried in every state only if every state is reached.
      const possible = state === null ? (['draft'] as const) : [...ACTS, ...ONWARDS].filter((act) => MAY[act]?.includes(state as Worked));
      const act: Act = right < 75 ? (possible[right % possible.length] ?? any) : any;
      const [id, version] = [now?.id ?? personId, (now?.version ?? 1) + (stale === 0 ? 1 : 0)];
      const standing = await rowOf(personId, true);
      const record = (outcome: 'agrees' | 'does_not_agree' | 'goes_on') => place.as(jo, ProposalsService, (proposals) => proposals.record(personId, id, version, { outcome, how: 'phone', spokeAlone: 'yes' }));
      const say = (view: 'agrees' | 'wants_changes') => place.as(margery, ProposalsService, (proposals) => proposals.say(personId, version, { view, spokeAlone: 'yes' }));
      const back = (to: 'draft' | 'in_contribution') => place.as(jo, ProposalsService, (proposals) => proposals.takeBack(personId, id, version, { to, reason: 'mistake' }));
      const doing: Record<Act, () => Promise<unknown>> = {
        // Whom to ring is left to the small updates: both writing it is a test of its own, below.
        draft: () => place.as(jo, DraftsService, (drafts) => drafts.start(personId, published ? { ...smallPlan(), goals: undefined, whoToRing: undefined } : smallPlan())),
        write: () => place.as(jo, DraftsService, (drafts) => drafts.write(personId, id, version, { whatMatters: `Singing ${n}`, personView: 'agrees', viewAsked: 'directly' })),
        open: () => place.as(jo, ProposalsService, (proposals) => proposals.open(personId, id, version)),
        ready: () => place.as(jo, ProposalsService, (proposals) => proposals.ready(personId, id, version)),
        'back to others': () => back('in_contribution'), 'back to its author': () => back('draft'),
        recorded: () => record('agrees'), 'not agreed': () => record('does_not_agree'), 'goes on': () => record('goes_on'), 'says yes': () => say('agrees'), 'says no': () => say('wants_changes'),
        publish: async () => {
          // What was taken back has no view: its author asks again.
          const at = state === 'draft' ? await place.as(jo, DraftsService, (drafts) => drafts.write(personId, id, version, { personView: 'agrees', viewAsked: 'directly' })) : null;
          return place.as(jo, PublicationService, (publication) => publication.publish(personId, id, at?.rowVersion ?? version, new Date(), standing?.id));
        },
        discard: () => place.as(jo, DraftsService, (drafts) => drafts.discard(personId, id, version)),
        'small update': () => place.as(jo, PublicationService, async (publication) => {
          const [stands] = await place.sql<Row>(`select id, row_version as version, state from plan_version where person_id = $1 and state = 'published'`, [personId]);
          return publication.update(personId, stands?.version ?? 1, { whoToRing: `Jo, line ${n}` });
        }),
        suggest: () => place.as(val, SuggestionsService, (service) => service.make(personId, { kind: 'need', text: `Wish ${n}`, forPerson: 'yes' })),
        'partner tries': () => place.as(val, ProposalsService, (proposals) => proposals.open(personId, id, version)),
      };
      const answer: unknown = await doing[act]().then(() => true, (error: unknown) => error);
      const isFresh = stale !== 0 || ['draft', 'small update', 'suggest', 'partner tries'].includes(act);
      const may = { draft: state === null, 'small update': published, suggest: published || state === 'in_contribution', 'partner tries': false }[act as 'draft'] ?? (state !== null && isFresh && (MAY[act] ?? []).includes(state));
      expect([tries.slice(0, n + 1), act, state, may, answer === true || answer]).toEqual([tries.slice(0, n + 1), act, state, may, may || answer]);
      if (!may) {
        refused += 1;
        expect([Conflict, StaleVersion, NotFound, Forbidden].some((fault) => answer instanceof fault)).toBe(true);
        continue;
      }
      if (act === 'suggest') suggested += 1;
      if (act === 'draft') { expected.push('null draft by Jo Whitcombe'); state = 'draft'; }
      const to = TO[act];
      if (act === 'small update') expected.push('null draft by Jo Whitcombe', 'draft published by Jo Whitcombe', 'published superseded by Jo Whitcombe');
      if (act === 'small update' && state !== null) behind.add(id);
      if (!to) continue;
      const who = act === 'says yes' ? 'Margery' : 'Jo Whitcombe';
      // A small update that was published meanwhile goes into what is agreed, which is told of.
      if (act === 'publish' && state === 'agreed' && behind.has(id)) { expected.push(`agreed draft by ${who}`); state = 'draft'; }
      expected.push(`${state} ${to} by ${who}`, ...(act === 'publish' && published ? [`published superseded by ${who}`] : []));
      if (act === 'ready' || act === 'publish') behind.delete(id);
      published = published || act === 'publish';
      state = to === 'published' || to === 'discarded' ? null : (to as Worked);
      // Nobody reads a draft about whom it is not meant for now; whom it is, do.
      const isOpen = state !== null && state !== 'draft';
      for (const one of [val, margery]) expect([act, state, (await place.as(one, ProposalsQueries, (proposals) => proposals.find(personId)))?.version.state ?? null]).toEqual([act, state, isOpen ? state : null]);
      const [lines] = await place.sql<{ open: boolean }>(`select count(*) filter (where proposed) > 0 as open from goal where person_id = $1`, [personId]);
      expect(lines?.open).toBe(isOpen);
      if (published) expect((await place.as(val, CarePlansQueries, (plans) => plans.current(personId))).version?.state).toBe('published');
    }
    const recorded = await place.sql<{ step: string }>(`select concat(coalesce(from_state, 'null'), ' ', to_state, ' by ', actor_name) as step from state_transition where person_id = $1 and entity = 'PlanVersion'`, [personId]);
    expect(recorded.map(({ step }) => step).sort()).toEqual([...expected].sort());
    const [wishes] = await place.sql<{ n: number }>(`select count(*)::int as n from plan_suggestion where person_id = $1`, [personId]);
    expect(wishes?.n).toBe(suggested);
    made.push(...expected.map((step) => step.replace(/ by .*/, '')));
  }), { numRuns: Math.ceil(1.5 * RUNS) });
  countMoves('Moves of drafts', made, MOVES, `; refused ${refused}`);
}, 1_200_000);

it('is not closed over what a small update says otherwise, until its writer has seen that', async () => {
  const { personId } = await helped();
  const first = await place.as(jo, DraftsService, (drafts) => drafts.start(personId, smallPlan()));
  await place.as(jo, PublicationService, (publication) => publication.publish(personId, first.id, first.rowVersion));
  const draft = await place.as(jo, DraftsService, (drafts) => drafts.start(personId, { whoToRing: 'Val', nextReviewOn: smallPlan().nextReviewOn }));
  const opened = await place.as(jo, ProposalsService, (proposals) => proposals.open(personId, draft.id, draft.rowVersion));
  const standing = await rowOf(personId, true);
  await place.as(jo, PublicationService, (publication) => publication.update(personId, standing?.version ?? 0, { whoToRing: 'Jo, line 2' }));
  const ready = (version: number) => place.as(jo, ProposalsService, (proposals) => proposals.ready(personId, draft.id, version));
  await expect(ready(opened.rowVersion)).rejects.toMatchObject({ errors: [{ pointer: '/whoToRing', code: 'plan.moved' }] });
  const [stands] = await place.sql<Row>(`select id, row_version as version, state from plan_version where person_id = $1 and state = 'published'`, [personId]);
  const seen = await place.as(jo, DraftsService, (drafts) => drafts.write(personId, draft.id, opened.rowVersion, { whoToRing: 'Val', nextReviewOn: smallPlan().nextReviewOn, knowsVersion: stands?.id ?? '' }));
  expect((await ready(seen.rowVersion)).state).toBe('ready_for_agreement');
});

/** Drafts behind which a small update was published. */
const behind = new Set<string>();

describe('the database', () => {
  const STATES = ['draft', 'in_contribution', 'ready_for_agreement', 'agreed', 'published', 'superseded', 'discarded', 'withdrawn'] as const;
  const NEXT: Record<Worked, readonly string[]> = {
    draft: ['in_contribution', 'discarded'], in_contribution: ['draft', 'ready_for_agreement', 'discarded'], ready_for_agreement: ['in_contribution', 'draft', 'agreed'], agreed: ['in_contribution', 'draft'],
  };
  const sql = (who: Actor, text: string, values: unknown[]): Promise<unknown> => place.as(who, Transactions, (transactions) => transactions.run(async () => { transactions.wrote(); return transactions.query(text, values); }));
  async function standing(at: Worked): Promise<{ personId: string; draft: PlanVersion; margery: Actor }> {
    const { personId, margery } = await helped();
    let draft = await place.as(jo, DraftsService, (drafts) => drafts.start(personId, smallPlan()));
    await place.as(jo, ProposalsService, async (proposals) => {
      if (at !== 'draft') draft = await proposals.open(personId, draft.id, draft.rowVersion);
      if (at === 'ready_for_agreement' || at === 'agreed') draft = await proposals.ready(personId, draft.id, draft.rowVersion);
      if (at === 'agreed') draft = await proposals.record(personId, draft.id, draft.rowVersion, { outcome: 'agrees', how: 'phone', spokeAlone: 'yes' });
    });
    return { personId, draft, margery };
  }

  it.each(Object.keys(NEXT) as Worked[])('lets the application take a draft from %s one step and no other, and nobody else any', async (from) => {
    const { personId, draft, margery } = await standing(from);
    const agreed = `, agreed_at = now(), agreed_by = ctx_user(), person_view = 'agrees', agreed_because = null`;
    for (const to of STATES.filter((one) => one !== from)) {
      const move = `update plan_version set state = $2 ${to === 'agreed' ? agreed : ''} where id = $1`;
      const answer = await place.as(jo, Transactions, (transactions) => transactions.run(async () => {
        transactions.wrote();
        await transactions.query(move, [draft.id, to]);
        // tried, and taken back: the next is tried from the same place
        throw new Error('it went');
      })).catch((error: unknown) => String(error));
      expect([from, to, /it went/.test(String(answer))]).toEqual([from, to, NEXT[from].includes(to)]);
      for (const other of [val, margery]) await sql(other, move, [draft.id, to]).catch(() => undefined);
      expect((await rowOf(personId))?.state).toBe(from);
    }
  });

  it.each(['ready_for_agreement', 'agreed'] as const)('refuses every word of a draft that is %s, to the application', async (state) => {
    const { draft } = await standing(state);
    for (const change of [`update plan_statement set text = 'x' where version_id = $1`, `update goal set dropped = true where version_id = $1`, `update plan_version set next_review_on = '2030-01-01' where id = $1`, `update plan_version set state = 'draft', change_summary = 'x' where id = $1`]) {
      await expect(sql(jo, change, [draft.id])).rejects.toThrow(/does not change/);
    }
  });

  it('says itself for whom a line is: nobody opens one before its time, nor keeps one open', async () => {
    const { personId, draft } = await standing('draft');
    await sql(jo, `update goal set audience = 'circle', visible_to_person = true where version_id = $1`, [draft.id]);
    expect(await place.sql('select audience, visible_to_person as shown, proposed from goal where person_id = $1', [personId])).toEqual([{ audience: 'internal', shown: false, proposed: null }]);
    await expect(sql(jo, `update goal set proposed = true where version_id = $1`, [draft.id])).rejects.toThrow(/permission denied/);
    const open = await standing('in_contribution');
    await sql(jo, `update goal set audience = 'internal' where version_id = $1`, [open.draft.id]);
    expect(await place.sql('select audience, visible_to_person as shown, proposed from goal where person_id = $1', [open.personId])).toEqual([{ audience: 'circle', shown: true, proposed: true }]);
    await place.as(jo, DraftsService, (drafts) => drafts.discard(open.personId, open.draft.id, open.draft.rowVersion));
    expect(await place.sql('select audience, visible_to_person as shown, proposed from goal where person_id = $1', [open.personId])).toEqual([{ audience: 'internal', shown: false, proposed: null }]);
  });

  it('lets nobody agree in the person’s place or in a colleague’s name, and says so to a stranger as about nobody', async () => {
    const { personId, draft } = await standing('ready_for_agreement');
    const stranger = await aWorker(place, 'Somebody').of(await anOrganisation(place));
    for (const one of [jo, val, stranger]) await expect(sql(one, `select say_of_draft($1, $2, $3, 'agrees', null, true, null)`, [personId, draft.id, draft.rowVersion])).rejects.toThrow(/refused/);
    await expect(sql(jo, `update plan_version set state = 'agreed', agreed_at = now(), agreed_by = $2, person_view = 'agrees' where id = $1`, [draft.id, val.userId])).rejects.toThrow(/in the name of another/);
    await expect(sql(jo, `update plan_version set state = 'agreed', agreed_at = now(), agreed_by = ctx_user(), person_view = 'does_not_agree' where id = $1`, [draft.id])).rejects.toThrow(/plan_version_agreed_check/);
  });
});
