import fc from 'fast-check';
import { Conflict, Forbidden, localDay, NotFound, StaleVersion, type Actor } from '@app/kernel';
import { Agenda, Closing, Invitations, ReviewsQueries, ReviewsService, type Review, type ReviewState } from '@app/reviews';
import { aCaseOfTwo, openPlaceOfTwo, type Place } from '../support/builders';
import { countMoves, runsOf } from '../support/moves';

const RUNS = runsOf(5, 6);
const ACTS = ['invite', 'rescheduled', 'cancelled', 'paused_unable', 'incomplete', 'in_session', 'in_session', 'writing_up', 'writing_up', 'shared_for_check', 'shared_for_check', 'closed', 'book'] as const;
type Act = (typeof ACTS)[number];
const TO: Record<Act, ReviewState> = { invite: 'contributions_open', book: 'scheduled', rescheduled: 'rescheduled', cancelled: 'cancelled', paused_unable: 'paused_unable', incomplete: 'incomplete', in_session: 'in_session', writing_up: 'writing_up', shared_for_check: 'shared_for_check', closed: 'closed' };
/** Said once more, apart from the product: where a review can go. */
const MAY: Record<string, readonly Act[]> = {
  due: ['book', 'cancelled'], scheduled: ['invite', 'rescheduled', 'cancelled'], rescheduled: ['invite', 'rescheduled', 'cancelled'], contributions_open: ['in_session', 'rescheduled', 'cancelled', 'paused_unable'],
  in_session: ['writing_up', 'incomplete', 'paused_unable'], incomplete: ['in_session', 'rescheduled', 'cancelled'], paused_unable: ['in_session', 'rescheduled', 'cancelled'], writing_up: ['shared_for_check'],
  shared_for_check: ['writing_up', 'closed'], closed: [], cancelled: [],
};
/** What is tried more often, so that the far ends are reached too. */
const LIKELY: Partial<Record<Act, number>> = { in_session: 6, invite: 4, writing_up: 3, incomplete: 6, shared_for_check: 2, paused_unable: 4, rescheduled: 3, book: 3, cancelled: 2 };
const weighed = (state: ReviewState, legal: readonly Act[]): readonly Act[] => (['rescheduled', 'incomplete', 'paused_unable'].includes(state) ? legal : legal.flatMap((one) => Array.from({ length: LIKELY[one] ?? 1 }, () => one)));
const MOVES = Object.entries(MAY).flatMap(([from, acts]) => acts.map((act) => `${from} ${TO[act]}`));

let place: Place;
let jo: Actor;
let val: Actor;
beforeAll(async () => {
  ({ place, jo, val } = await openPlaceOfTwo());
});
afterAll(() => place?.close());

const day = (days: number): string => localDay(new Date(Date.now() + days * 86_400_000));
const at = (days: number): Date => new Date(Date.now() + days * 86_400_000);

const act = (actor: Actor, personId: string, id: string, version: number, what: Act): Promise<Review> => {
  if (what === 'invite') return place.as(actor, Invitations, (service) => service.invite(personId, id, version, { fullPart: 'yes', send: true }));
  if (what === 'book') return place.as(actor, ReviewsService, (service) => service.book(personId, id, version, { startsAt: at(3) }));
  if (what === 'in_session') return place.as(actor, Agenda, (service) => service.begin(personId, id, version));
  if (what === 'closed') return place.as(actor, Closing, (service) => service.close(personId, id, version, { outcome: 'no_change', summary: 'All goes on', personView: 'agrees', minutesUsed: 20, nextReviewOn: day(60), there: [], byPhone: [] }));
  return place.as(actor, ReviewsService, (service) => service.move(personId, id, version, { to: what, because: 'It had to be', returnBy: day(2), startsAt: what === 'rescheduled' ? at(5) : null }));
};

it('I12: a review goes only where it can, and each move is recorded once, whatever is tried in whatever order', async () => {
  const made: string[] = [];
  let refused = 0;
  const acts = fc.array(fc.record({ wish: fc.constantFrom<Act>(...ACTS), right: fc.nat({ max: 99 }), which: fc.nat({ max: 99 }), stale: fc.nat({ max: 14 }), partner: fc.nat({ max: 14 }) }), { minLength: 14, maxLength: 22 });
  await fc.assert(fc.asyncProperty(fc.boolean(), acts, async (hasDay, tries) => {
    const personId = await aCaseOfTwo({ place, jo, val }, ['identity', 'circle']);
    const { id, state: first } = await place.as(jo, ReviewsService, (service) => service.schedule(personId, { occasion: 'time', mode: 'desk', dueOn: day(4), startsAt: hasDay ? at(3) : null }));
    const path = ['due', ...(first === 'scheduled' ? ['due scheduled'] : [])];
    let state: ReviewState = first;
    let asked = false;
    for (const { wish, right, which, stale, partner } of tries) {
      const legal = MAY[state] ?? [];
      // Mostly what can be done: what cannot is tried too.
      const likely = weighed(state, legal);
      const what = right < 85 && likely.length > 0 ? (likely[which % likely.length] as Act) : wish;
      // Asking again while everybody is asked moves nothing, and is no fault.
      if (what === 'invite' && !legal.includes('invite')) continue;
      const { review } = await place.as(jo, ReviewsQueries, (queries) => queries.one(personId, id));
      const version = stale === 0 ? review.rowVersion + 1 : review.rowVersion;
      // Whoever is asked takes part; where it goes is for those who hold it.
      const byPartner = partner === 0;
      const answer = await act(byPartner ? val : jo, personId, id, version, what).catch((error: unknown) => error);
      const may = legal.includes(what) && stale !== 0 && !byPartner;
      expect([state, what, may, answer instanceof Error]).toEqual([state, what, may, !may]);
      if (byPartner) expect(answer instanceof Forbidden || answer instanceof NotFound).toBe(true);
      if (!may) {
        if (!byPartner) expect(answer instanceof StaleVersion || answer instanceof Conflict).toBe(true);
        refused += 1;
        continue;
      }
      path.push(`${state} ${TO[what]}`);
      state = TO[what];
      if (what === 'invite') asked = true;
      // Whoever was asked before is asked for the new day in the same act.
      if (what === 'rescheduled' && asked) {
        path.push('rescheduled contributions_open');
        state = 'contributions_open';
      }
      expect(((await place.as(jo, ReviewsQueries, (queries) => queries.one(personId, id))).review).state).toBe(state);
      // The same sent again, as after a lost answer, moves nothing twice.
      await expect(act(jo, personId, id, version, what)).rejects.toThrow();
    }
    const recorded = await place.sql<{ step: string }>(`select concat_ws(' ', from_state, to_state) as step from state_transition where person_id = $1 and entity = 'Review' and entity_id = $2 order by created_at, id`, [personId, id]);
    expect(recorded.map(({ step }) => step)).toEqual(path);
    made.push(...path);
  }), { numRuns: RUNS });
  countMoves('Moves of reviews', made.filter((move) => move !== 'due'), MOVES, `; refused ${refused}`);
}, 1_200_000);

it('I9: whoever helps is asked or left out with a reason, whoever is left out and in whatever order, and in confidence it is nobody else’s to know', async () => {
  const why = fc.constantFrom('asked', 'unsaid', 'not_concerned', 'confidential');
  await fc.assert(fc.asyncProperty(why, async (how) => {
    const personId = await aCaseOfTwo({ place, jo, val }, ['identity', 'circle']);
    const review = await place.as(jo, ReviewsService, (service) => service.schedule(personId, { occasion: 'time', mode: 'desk', dueOn: day(4), startsAt: at(3) }));
    const key = `organisation:${val.organisationId ?? ''}`;
    const who = how === 'unsaid' ? [] : [{ key, invite: how === 'asked' ? ('yes' as const) : ('no' as const), because: how === 'asked' ? null : (how as 'not_concerned') }];
    await place.as(jo, Invitations, (service) => service.invite(personId, review.id, review.rowVersion, { fullPart: 'yes', send: true, who }));
    const lines = (await place.as(jo, ReviewsQueries, (queries) => queries.one(personId, review.id))).invitees.filter((one) => one.key === key);
    expect(lines.map(({ state, because }) => [state, because])).toEqual([how === 'asked' || how === 'unsaid' ? ['invited', null] : ['left_out', how]]);
    const theirs = await place.as(val, ReviewsQueries, (queries) => queries.ofPerson(personId));
    expect(theirs).toHaveLength(how === 'confidential' ? 0 : 1);
  }), { numRuns: Math.min(RUNS, 12) });
}, 600_000);
