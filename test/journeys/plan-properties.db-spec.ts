import fc from 'fast-check';
import { CarePlansQueries, DraftsService, PublicationService, ActionsService, ACTION_STATES, type ActionState, CareAction, type WriteDraft } from '@app/care-plans';
import { CasesService } from '@app/cases';
import { Conflict, StaleVersion, type Actor } from '@app/kernel';
import { anOrganisation, aPerson, aWorker, openPlace, smallPlan, type Place } from '../support/builders';
import { countMoves, runsOf } from '../support/moves';

const RUNS = runsOf(20, 10);
const PAIRS = runsOf(5, 20);
const STEPS = 'null open, open in_progress, open blocked, open done, open cancelled, in_progress blocked, in_progress done, in_progress cancelled, blocked in_progress, blocked done, blocked cancelled, done reopened, reopened in_progress, reopened blocked, reopened done, reopened cancelled';
const VERSIONS = 'null draft, draft published, draft discarded, published superseded';

let place: Place;
let jo: Actor;

beforeAll(async () => {
  place = await openPlace();
  jo = await aWorker(place, 'Jo Whitcombe').of(await anOrganisation(place));
});
afterAll(() => place?.close());

const line = { namedOrganisationIds: [] };
const plan = (): WriteDraft => ({ ...smallPlan(), goals: [{ ...line, text: 'Sing at Easter', actions: [{ ...line, what: 'Practise', doer: 'person' }] }] });
/** The goals of the plan that stands, each with its steps, of all of which is said that they go on. */
const goingOn = (personId: string): Promise<WriteDraft['goals']> => place.as(jo, CarePlansQueries, async (plans) => (await plans.current(personId)).content.goals.map(({ goal, actions }) =>
  ({ ...line, item: goal.itemId, text: goal.text, actions: actions.map(({ itemId, what }) => ({ ...line, item: itemId, what, goesOn: 'yes' as const })) })));
async function planned(): Promise<{ personId: string; draftId: string; version: number }> {
  const { personId } = await aPerson(place).registeredBy(jo);
  await place.as(jo, CasesService, (cases) => cases.open(personId, { reason: 'Falls' }));
  const { id, rowVersion } = await place.as(jo, DraftsService, (drafts) => drafts.start(personId, plan()));
  return { personId, draftId: id, version: rowVersion };
}

it('I13, fault 19: of two who save one draft at once, one is told and shown the other’s text: no update is lost', async () => {
  const { personId, draftId, version } = await planned();
  let now = version;
  for (let pair = 0; pair < PAIRS; pair++) {
    const texts = [`first ${pair}`, `second ${pair}`];
    const answers = await Promise.all(texts.map((whatMatters) => place.as(jo, DraftsService, (drafts) => drafts.write(personId, draftId, now, { whatMatters })).then((saved) => ({ saved }), (error: unknown) => ({ error }))));
    const [won, ...others] = answers.flatMap((answer, n) => ('saved' in answer ? [{ text: texts[n], version: answer.saved.rowVersion }] : []));
    const refused = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []));
    expect([others, refused.length, refused[0] instanceof StaleVersion]).toEqual([[], 1, true]);
    const { version: stands, content } = await place.as(jo, CarePlansQueries, (plans) => plans.version(personId, draftId));
    expect([stands?.rowVersion, content.statements.find(({ section }) => section === 'what_matters')?.text]).toEqual([won?.version, won?.text]);
    now = won?.version ?? now;
  }
  console.info(`lost updates: 0 in ${PAIRS} pairs`);
}, 600_000);

it('I12: a step goes only where it can from where it is, and each move is recorded once, whatever is tried in whatever order', async () => {
  const made: string[] = [];
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ any: fc.constantFrom<ActionState>(...ACTION_STATES), right: fc.nat({ max: 99 }) }), { minLength: 8, maxLength: 16 }), async (tries) => {
    const { personId, draftId, version } = await planned();
    await place.as(jo, PublicationService, (publication) => publication.publish(personId, draftId, version));
    const { content } = await place.as(jo, CarePlansQueries, (plans) => plans.current(personId));
    let action = content.goals[0]?.actions[0] as CareAction;
    const path: string[] = [`null open`];
    for (const { any, right } of tries) {
      // Mostly a move that can be made: what cannot is tried in every state only if every state is reached.
      const next = right < 80 ? action.next : [];
      const to = next[right % next.length] ?? any;
      const may = action.next.includes(to);
      const answer = await place.as(jo, ActionsService, (actions) => actions.move(personId, action.itemId, action.rowVersion, { to, reason: 'So it is' })).catch((error: unknown) => error);
      expect([action.state, to, answer instanceof CareAction, answer instanceof Conflict]).toEqual([action.state, to, may, !may]);
      if (!(answer instanceof CareAction)) continue;
      // The same sent again, as after a lost answer, moves nothing twice.
      await expect(place.as(jo, ActionsService, (actions) => actions.move(personId, action.itemId, action.rowVersion, { to, reason: 'So it is' }))).rejects.toThrow(StaleVersion);
      path.push(`${action.state} ${to}`);
      action = answer;
    }
    const recorded = await place.sql<{ step: string }>(`select concat(coalesce(from_state, 'null'), ' ', to_state) as step from state_transition where person_id = $1 and entity = 'CareAction' and entity_id = $2 order by effective_at, created_at, id`, [personId, action.itemId]);
    expect(recorded.map(({ step }) => step)).toEqual(path);
    made.push(...path);
  }), { numRuns: 2 * RUNS });
  countMoves('Moves of steps', made, STEPS.split(', '));
}, 600_000);

it('I3, I12: versions are drafted, published, updated and discarded in any order: one of each at a time, and every move told once', async () => {
  const made: string[] = [];
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('draft', 'publish', 'discard', 'update'), { minLength: 4, maxLength: 10 }), async (acts) => {
    const { personId } = await aPerson(place).registeredBy(jo);
    await place.as(jo, CasesService, (cases) => cases.open(personId, { reason: 'Falls' }));
    const expected: string[] = [];
    let [drafted, published] = [false, false];
    for (const [n, act] of acts.entries()) {
      const [draft] = await place.sql<{ id: string; version: number }>(`select id, row_version as version from plan_version where person_id = $1 and state = 'draft'`, [personId]);
      const [stands] = await place.sql<{ id: string; version: number }>(`select id, row_version as version from plan_version where person_id = $1 and state = 'published'`, [personId]);
      const done = await {
        draft: async () => {
          const goals = published ? await goingOn(personId) : plan().goals;
          return place.as(jo, DraftsService, (drafts) => drafts.start(personId, { ...plan(), goals }));
        },
        // Who publishes has seen what stands: where both changed the same place, theirs holds.
        publish: () => place.as(jo, PublicationService, (publication) => publication.publish(personId, draft?.id ?? personId, draft?.version ?? 1, new Date(), stands?.id)),
        discard: () => place.as(jo, DraftsService, (drafts) => drafts.discard(personId, draft?.id ?? personId, draft?.version ?? 1)),
        update: () => place.as(jo, PublicationService, (publication) => publication.update(personId, stands?.version ?? 1, { whoToRing: `Jo, line ${n}` })),
      }[act as 'draft']().then(() => true, () => false);
      expect([acts, n, done]).toEqual([acts, n, act === 'draft' ? !drafted : act === 'update' ? published : drafted]);
      if (!done) continue;
      if (act === 'draft') expected.push('null draft');
      if (act === 'discard') expected.push('draft discarded');
      if (act === 'publish') expected.push('draft published', ...(published ? ['published superseded'] : []));
      if (act === 'update') expected.push('null draft', 'draft published', 'published superseded');
      drafted = act === 'draft' || (drafted && act === 'update');
      published = published || act === 'publish';
    }
    const recorded = await place.sql<{ step: string }>(`select concat(coalesce(from_state, 'null'), ' ', to_state) as step from state_transition where person_id = $1 and entity = 'PlanVersion'`, [personId]);
    expect(recorded.map(({ step }) => step).sort()).toEqual(expected.sort());
    const [count] = await place.sql(`select count(*) filter (where state = 'draft')::int as drafts, count(*) filter (where state = 'published')::int as published from plan_version where person_id = $1`, [personId]);
    expect(count).toEqual({ drafts: Number(drafted), published: Number(published) });
    made.push(...expected);
  }), { numRuns: RUNS });
  countMoves('Moves of versions', made, VERSIONS.split(', '));
}, 600_000);
