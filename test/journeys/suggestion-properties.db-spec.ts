import fc from 'fast-check';
import { DraftsService, PublicationService, SuggestionsQueries, SuggestionsService, SUGGESTION_STATES, type PlanSuggestion, type SuggestionState, type WriteDraft } from '@app/care-plans';
import { Conflict, Forbidden, NotFound, StaleVersion, type Actor } from '@app/kernel';
import { aCaseOfTwo, anOrganisation, aWorker, openPlaceOfTwo, smallPlan, type Place } from '../support/builders';
import { countMoves, runsOf } from '../support/moves';

const RUNS = runsOf(20, 8);
const MOVES = ['null waiting', 'waiting taken', 'waiting partly', 'waiting not_taken', 'waiting withdrawn', 'taken waiting', 'partly waiting'];
const ACTS = ['suggest', 'suggest', 'suggest', 'suggest', 'taken', 'taken', 'partly', 'partly', 'not_taken', 'not_taken', 'withdraw', 'withdraw', 'discard', 'discard', 'publish', 'empty'] as const;
type Act = (typeof ACTS)[number];

let place: Place;
let jo: Actor;
let val: Actor;
beforeAll(async () => {
  ({ place, jo, val } = await openPlaceOfTwo());
});
afterAll(() => place?.close());

const asked = (): WriteDraft => { const { nextReviewOn, personView, viewAsked } = smallPlan(); return { nextReviewOn, personView, viewAsked }; };

async function planned(): Promise<string> {
  const personId = await aCaseOfTwo({ place, jo, val }, ['identity', 'plan']);
  const { id, rowVersion } = await place.as(jo, DraftsService, (drafts) => drafts.start(personId, smallPlan()));
  await place.as(jo, PublicationService, (publication) => publication.publish(personId, id, rowVersion));
  return personId;
}

/** What is known of one suggestion, kept beside the product and compared with it after every act. */
interface Known { readonly id: string; state: SuggestionState; draftId: string | null; published: boolean; readonly path: string[] }

it('I12: a suggestion goes only where it can, each move is recorded once, and what is not published waits again, whatever is tried in whatever order', async () => {
  const made: string[] = [];
  let refused = 0;
  const acts = fc.array(fc.record({ act: fc.constantFrom<Act>(...ACTS), which: fc.nat({ max: 99 }), right: fc.nat({ max: 99 }), stale: fc.nat({ max: 9 }) }), { minLength: 10, maxLength: 22 });
  await fc.assert(fc.asyncProperty(acts, async (tries) => {
    const personId = await planned();
    const all: Known[] = [];
    const of = (id: string): Promise<PlanSuggestion> => place.as(val, SuggestionsQueries, async (queries) => (await queries.one(personId, id)).suggestion);
    const draftOf = async (): Promise<{ id: string; rowVersion: number } | undefined> =>
      (await place.sql<{ id: string; rowVersion: number }>(`select id, row_version as "rowVersion" from plan_version where person_id = $1 and state = 'draft'`, [personId]))[0];
    const go = (known: Known, to: SuggestionState): void => { known.path.push(`${known.state} ${to}`); known.state = to; };
    /** With a draft that went, what was taken into it and is not in what stands waits again. */
    const settle = (draftId: string, isIn: boolean): void => all.filter((one) => one.draftId === draftId && !one.published).forEach((one) => {
      if (isIn) one.published = true;
      else { go(one, 'waiting'); one.draftId = null; }
    });
    for (const [n, { act, which, right, stale }] of tries.entries()) {
      if (act === 'suggest') {
        const { id } = await place.as(val, SuggestionsService, (service) => service.make(personId, { kind: 'need', text: `Wish ${n}`, forPerson: 'yes' }));
        all.push({ id, state: 'waiting', draftId: null, published: false, path: ['null waiting'] });
      } else if (act === 'discard' || act === 'publish' || act === 'empty') {
        const draft = await draftOf();
        if (!draft) continue;
        if (act === 'discard') await place.as(jo, DraftsService, (drafts) => drafts.discard(personId, draft.id, draft.rowVersion));
        else {
          const { rowVersion } = await place.as(jo, DraftsService, (drafts) => drafts.write(personId, draft.id, draft.rowVersion, { ...asked(), ...(act === 'empty' ? { needs: [] } : {}) }));
          await place.as(jo, PublicationService, (publication) => publication.publish(personId, draft.id, rowVersion));
        }
        settle(draft.id, act === 'publish');
      } else {
        // Mostly one that waits: what cannot move is tried too.
        const waiting = all.filter(({ state }) => state === 'waiting');
        const among = right < 75 && waiting.length > 0 ? waiting : all;
        const one = among[which % among.length];
        if (!one) continue;
        const { rowVersion } = await of(one.id);
        const version = stale === 0 ? rowVersion + 1 : rowVersion;
        const answer = await (act === 'withdraw'
          ? place.as(val, SuggestionsService, (service) => service.withdraw(personId, one.id, version))
          : place.as(jo, SuggestionsService, (service) => service.answer(personId, one.id, version, { answer: act, ...(act === 'taken' ? {} : { reason: 'talk_first' as const }) }))).catch((error: unknown) => error);
        const may = one.state === 'waiting' && version === rowVersion;
        expect([act, one.state, may, answer instanceof Error]).toEqual([act, one.state, may, !may]);
        if (!may) {
          expect(answer).toBeInstanceOf(one.state === 'waiting' ? StaleVersion : Conflict);
          refused += 1;
          continue;
        }
        go(one, act === 'withdraw' ? 'withdrawn' : act);
        one.draftId = act === 'taken' || act === 'partly' ? ((await draftOf())?.id ?? null) : null;
        // The same sent again, as after a lost answer, moves nothing twice.
        await expect(place.as(act === 'withdraw' ? val : jo, SuggestionsService, (service) => (act === 'withdraw' ? service.withdraw(personId, one.id, version) : service.answer(personId, one.id, version, { answer: act, reason: 'talk_first' })))).rejects.toThrow(Conflict);
      }
      const rows = await place.sql<Omit<Known, 'path'>>(`select id, state, draft_id as "draftId", published_at is not null as published from plan_suggestion where person_id = $1 order by created_at, id`, [personId]);
      expect(rows).toEqual(all.map(({ id, state, draftId, published }) => ({ id, state, draftId, published })));
    }
    for (const one of all) {
      const recorded = await place.sql<{ step: string }>(`select concat(coalesce(from_state, 'null'), ' ', to_state) as step from state_transition where person_id = $1 and entity = 'PlanSuggestion' and entity_id = $2 order by created_at, id`, [personId, one.id]);
      expect(recorded.map(({ step }) => step)).toEqual(one.path);
      made.push(...one.path);
    }
  }), { numRuns: RUNS });
  countMoves('Moves of suggestions', made, MOVES, `; refused ${refused}`);
}, 1_200_000);

it('the database lets nobody move a suggestion past the verbs: not by SQL, not to a state that is none, not as a stranger', async () => {
  const personId = await planned();
  const stranger = await aWorker(place, 'Somebody').of(await anOrganisation(place));
  const { id } = await place.as(val, SuggestionsService, (service) => service.make(personId, { kind: 'need', text: 'A rail', forPerson: 'yes' }));
  const waiting = await place.as(val, SuggestionsQueries, (queries) => queries.one(personId, id));
  for (const to of SUGGESTION_STATES) {
    await expect(place.as(val, SuggestionsQueries, (queries) => queries.transactions.query(`update plan_suggestion set state = $2 where id = $1`, [id, to]))).rejects.toThrow(/permission denied/);
    await expect(place.as(stranger, SuggestionsQueries, (queries) => queries.transactions.run(() => queries.move(waiting.suggestion, { to, reason: 'other' })))).rejects.toThrow(/refused/);
    if (to !== 'withdrawn') await expect(place.as(val, SuggestionsQueries, (queries) => queries.transactions.run(() => queries.move(waiting.suggestion, { to, reason: 'other' })))).rejects.toThrow(/refused/);
  }
  await expect(place.as(jo, SuggestionsQueries, (queries) => queries.transactions.run(() => queries.move(waiting.suggestion, { to: 'withdrawn' })))).rejects.toThrow(/refused/);
  await expect(place.as(jo, SuggestionsQueries, (queries) => queries.transactions.run(() => queries.move(waiting.suggestion, { to: 'taken' })))).rejects.toThrow(/refused/);
  await expect(place.as(stranger, SuggestionsService, (service) => service.answer(personId, id, 1, { answer: 'taken' }))).rejects.toThrow(NotFound);
  await expect(place.as(val, SuggestionsService, (service) => service.answer(personId, id, 1, { answer: 'taken' }))).rejects.toThrow(Forbidden);
});
