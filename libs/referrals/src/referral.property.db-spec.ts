import 'reflect-metadata';
import fc from 'fast-check';
import { Test, type TestingModule } from '@nestjs/testing';
import { newId, runInContext, type Actor } from '@app/kernel';
import { RecordsModule } from '@app/records';
import { entities } from '../../../migrations/schema';
import { anOrganisation, aPerson, aWorker, openPlace, type Organisation, type Place } from '../../../test/support/builders';
import { aService } from '../../../test/support/services';
import { JOINED, MOVES, ReceivingService, type Referral, type ReferralState, ReferralsModule, ReferralsQueries, ReferralsService, SendingService, type Side } from './index';

const RUNS = Math.max(25, Math.floor(Number(process.env['PROPERTY_RUNS'] ?? 200) / 3));
/** Each transition is taken so often where CI asks for its 5,000 runs. */
const OFTEN = RUNS >= 1000 ? 50 : 1;

type Act = (id: string, version: number) => Promise<Referral>;
const TO = ['acknowledged', 'info_requested', 'accepted', 'declined', 'waiting', 'in_progress', 'completed', 'ended_early', 'withdrawn'] as const;
const move = fc.record({ to: fc.constantFrom<ReferralState>(...TO, 'acknowledged', 'info_requested', 'accepted', 'in_progress', 'waiting'), by: fc.constantFrom<Side | 'stranger' | 'clock'>('sender', 'receiver', 'receiver', 'receiver', 'stranger', 'clock'), legal: fc.nat({ max: 99 }) });
/** Seven times of ten a move that is right, rather on than to an end: what is forbidden is tried in every state only if every state is reached. */
function rightMove(state: ReferralState, n: number): { to: ReferralState; by: Side } | null {
  const right = Object.entries(MOVES[state]).flatMap(([to, by]) => (Object.keys(MOVES[to as ReferralState]).length > 0 ? [0, 1] : [0]).map(() => ({ to: to as ReferralState, by })));
  return n < 70 && right.length > 0 ? (right[n % right.length] as (typeof right)[number]) : null;
}

describe('Whatever sender, receiver, a stranger and the clock do to a referral', () => {
  let place: Place;
  let module: TestingModule;
  let charity: Organisation;
  let actors: Record<Side | 'stranger', Actor>;
  let services: string[];

  beforeAll(async () => {
    place = await openPlace();
    const [stored] = await place.sql<{ key: Buffer }>('select key from context_key');
    module = await Test.createTestingModule({ imports: [RecordsModule.forRoot({ appUrl: place.db.appUrl, contextKey: stored?.key as Buffer, entities }), ReferralsModule] }).compile();
    await module.init();
    charity = await anOrganisation(place, { name: 'Age Well', sector: 'vcse' });
    const [sender, receiver, stranger] = [await aWorker(place, 'Jo').of(await anOrganisation(place)), await aWorker(place, 'Delphine').of(charity), await aWorker(place, 'Mo').of(await anOrganisation(place))];
    actors = { sender, receiver, stranger };
    services = [await aService(place, charity)];
  });
  afterAll(async () => {
    await module?.close();
    await place?.close();
  });

  const as = <T>(who: Actor, work: () => Promise<T>): Promise<T> => runInContext({ requestId: newId(), actor: who, purpose: 'direct-care', source: 'ui' }, work);
  function acts(to: ReferralState, from: ReferralState): Act {
    const [receiving, sending] = [module.get(ReceivingService), module.get(SendingService)];
    switch (to) {
      case 'acknowledged': return (id, version) => (from === 'info_requested' ? sending.supply(id, version, { answer: 'yes' }) : receiving.acknowledge(id, version));
      case 'info_requested': return (id, version) => receiving.ask(id, version, { question: 'why' });
      case 'accepted': return (id, version) => receiving.accept(id, version, { promiseDate: '2030-01-01' });
      case 'declined': return (id, version) => receiving.decline(id, version, { reason: 'safety' });
      case 'waiting': return (id, version) => receiving.wait(id, version);
      case 'in_progress': return (id, version) => receiving.begin(id, version);
      case 'completed': return (id, version) => receiving.complete(id, version, { outcome: 'partly' });
      case 'ended_early': return (id, version) => receiving.endEarly(id, version, { reason: 'moved' });
      default: return (id, version) => sending.withdraw(id, version, { reason: 'needs_changed' });
    }
  }

  it('I12, I8, I4: only moves of the machine by the side whose they are, each recorded once; somebody owns it until it is over; the door stands open exactly from yes to the end', async () => {
    const taken = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 20 }), async (moves) => {
        const { personId } = await aPerson(place).registeredBy(actors.sender);
        const made = await as(actors.sender, () => module.get(ReferralsService).make(personId, { serviceId: services[0] as string, needDomain: 'home', needText: 'x', whyNow: 'y', agreedHow: 'in_person', opens: ['contacts'] }));
        let state: ReferralState = made.state;
        let version = made.rowVersion;
        let recorded = 2;
        taken.set('draft sent', (taken.get('draft sent') ?? 0) + 1);
        for (const { legal: n, ...random } of moves) {
          const { to, by } = rightMove(state, n) ?? random;
          if (by === 'clock') {
            await place.sql('select refresh_person_access($1)', [personId]);
            continue;
          }
          const legal = by !== 'stranger' && MOVES[state][to] === by;
          const outcome: Referral | { status: number } = await as(actors[by], () => acts(to, state)(made.id, version)).catch((error: { status: number }) => error);
          if (legal) {
            expect([state, to, by, (outcome as Referral).state]).toEqual([state, to, by, to]);
            taken.set(`${state} ${to}`, (taken.get(`${state} ${to}`) ?? 0) + 1);
            [state, recorded] = [to, recorded + 1];
          } else expect([state, to, by, [403, 404, 409].includes((outcome as { status: number }).status)]).toEqual([state, to, by, true]);
          const [row] = await place.sql<{ state: ReferralState; row_version: number; n: number; open: boolean }>(
            `select state, row_version, (select count(*)::int from state_transition t where t.entity_id = r.id) as n,
                    exists (select 1 from person_access a where a.person_id = r.person_id and a.organisation_id = r.to_organisation_id) as open from referral r where id = $1`, [made.id],
          );
          expect([row?.state, row?.n]).toEqual([state, recorded]);
          expect([state, row?.open]).toEqual([state, JOINED.includes(state)]);
          version = row?.row_version ?? 0;
          const { referral } = await as(actors.sender, () => module.get(ReferralsQueries).one(made.id));
          expect([state, referral.owner === null]).toEqual([state, ['completed', 'withdrawn', 'ended_early'].includes(state)]);
        }
      }),
      { numRuns: RUNS },
    );
    const all = Object.entries(MOVES).flatMap(([from, to]) => Object.keys(to).map((one) => `${from} ${one}`));
    process.stderr.write(`Transitions taken: ${all.map((one) => `${one} ${taken.get(one) ?? 0}`).join(', ')}\n`);
    if (OFTEN > 1) for (const one of all) expect([one, (taken.get(one) ?? 0) >= OFTEN]).toEqual([one, true]);
    expect([...taken.keys()].filter((one) => !all.includes(one))).toEqual([]);
  }, 1_800_000);
});
