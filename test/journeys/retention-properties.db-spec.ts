import fc from 'fast-check';
import { daysAfter, localDay } from '@app/kernel';
import type { Visitor } from '../support/app';
import { aWorker } from '../support/staff';
import { runsOf } from '../support/moves';
import { aForgottenPerson } from './long-ago';
import { startRound, type RoundAtWork } from './round';

/** A fraction of the runs that a property has: each is a person with a life of decisions. */
const RUNS = runsOf(20, 6);
const TODAY = localDay(new Date());

let { app, round, jo } = {} as RoundAtWork;
let leads: readonly Visitor[];
beforeAll(async () => {
  ({ app, round, jo } = await startRound());
  leads = [await round.fran.signIn(), await (await aWorker(app, round.council, { name: 'Gwen Prosser', roles: ['ig_lead'] })).signIn()];
});
afterAll(() => app?.close());

const act = fc.record({ by: fc.constantFrom(0, 1), what: fc.constantFrom('keep' as const, 'dispose' as const, 'approve' as const, 'stop' as const, 'hold' as const, 'lift' as const) });
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What happens in every run, whatever chance brings: each state is reached. */
const ALWAYS: [Act[]][] = [[[{ by: 0, what: 'keep' }, { by: 1, what: 'dispose' }, { by: 0, what: 'hold' }, { by: 0, what: 'approve' }, { by: 0, what: 'lift' }, { by: 0, what: 'approve' }, { by: 1, what: 'stop' }]]];

/** What should stand, reckoned by the words of the rule alone. */
interface Model {
  state: 'due' | 'kept' | 'proposed' | 'approved';
  by: number;
  version: number;
  holds: string[];
}

async function done(personId: string, model: Model, { by, what }: Act): Promise<void> {
  const [lead, at] = [leads[by] as Visitor, `/api/people/${personId}/retention/care`];
  const open = model.state === 'due' || model.state === 'kept';
  const send = (path: string, body: object, version?: number) => (version === undefined ? lead.send('post', path, body) : lead.send('post', path, body).set('If-Match', `"${version}"`));
  if (what === 'hold') {
    model.holds.push(((await send(`/api/people/${personId}/legal-holds`, { kind: 'claim', because: 'A letter', since: TODAY, reviewOn: TODAY }).expect(201)).body as { id: string }).id);
  } else if (what === 'lift') {
    const id = model.holds.pop();
    if (id) await send(`/api/legal-holds/${id}/lifting`, { whyLifted: 'Over' }, 1).expect(200);
  } else if (what === 'keep' || what === 'dispose') {
    const allowed = open && model.holds.length === 0;
    await send(at, { decision: what, because: 'Looked at', ...(what === 'keep' ? { keepUntil: daysAfter(TODAY, 9) } : {}) }).expect(allowed ? 200 : 409);
    if (allowed) Object.assign(model, { state: what === 'keep' ? 'kept' : 'proposed', by, version: 1 });
  } else if (what === 'approve') {
    const allowed = model.state === 'proposed' && model.by !== by && model.holds.length === 0;
    await send(`${at}/approval`, { confirmed: 'yes' }, model.version).expect(allowed ? 200 : 409);
    if (allowed) Object.assign(model, { state: 'approved', version: 2 });
  } else {
    await send(`${at}/stop`, { whyStopped: 'Not yet' }, model.version).expect(open ? 409 : 200);
    if (!open) Object.assign(model, { state: 'due', version: 0 });
  }
}

it('nothing is approved by who proposed it or while it is held, in whatever order leads act; and nothing is destroyed', async () => {
  const seen = new Set<string>();
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
    const personId = await aForgottenPerson(app, jo, round.council, 9);
    const model: Model = { state: 'due', by: 0, version: 0, holds: [] };
    for (const one of acts) {
      await done(personId, model, one);
      const stands = model.holds.length > 0 ? 'held' : model.state;
      seen.add(stands);
      for (const lead of leads) expect(((await lead.get(`/api/people/${personId}/retention/care`).expect(200)).body as { stands: string }).stands).toBe(stands);
    }
    expect(await app.sql('select 1 from retention_decision where person_id = $1 and approved_by = decided_by', [personId])).toEqual([]);
    expect(await app.sql('select 1 from contact_note where person_id = $1', [personId])).toHaveLength(1);
  }), { numRuns: RUNS, examples: ALWAYS });
  expect([...seen].sort()).toEqual(['approved', 'due', 'held', 'kept', 'proposed']);
}, 600_000);
