import type { ServiceRow } from '@app/directory';
import type { Referral } from '@app/referrals';
import { referrals, type DemonstrationMove, type DemonstrationReferral } from '../referrals';
import type { Story } from './story';

const JO = 'keyworker@demo.test';

/** Whom Jo Whitcombe leads besides those who are written by hand, and who are at home to be helped. */
const othersOfJo = (stories: readonly Story[]): Story[] => stories.filter(({ data }) =>
  data.case?.keyWorker === JO && data.case.status === 'active' && !data.restricted && !data.deceasedOn && data.phones.length > 0 && !data.circle.some(({ organisation }) => ['AGE-WELL', 'WARM-HEARTH'].includes(organisation))
  && !referrals.some(({ of }) => of === data.key) && data.birthDate !== null);

/** Sends the referrals of the place and lets them run their course, each act in the name of whoever did it. */
export async function refer(stories: readonly Story[], services: ReadonlyMap<string, ServiceRow>): Promise<void> {
  const others = othersOfJo(stories);
  for (const data of referrals) {
    const story = typeof data.of === 'number' ? others[data.of - 1] : stories.find((one) => one.data.key === data.of);
    const service = services.get(data.service);
    if (story && service) await run(story, data, service, services);
  }
}

async function run({ lead, personId, calendar, place, verbs }: Story, data: DemonstrationReferral, service: ServiceRow, services: ReadonlyMap<string, ServiceRow>): Promise<void> {
  const { needDomain, needText, whyNow, facts, opens, urgency, sentDaysAgo } = data;
  const known = await verbs.as(lead, () => verbs.summaries.of(personId));
  let referral = await verbs.as(lead, () => verbs.referrals.make(
    personId,
    {
      serviceId: service.id, needDomain, needText, whyNow, facts: facts.filter((key) => known.facts.some((fact) => fact.key === key)), opens, agreedHow: 'in_person', agreedOn: calendar.day(-sentDaysAgo), spokeAlone: true,
      ...(urgency && { urgency }),
    },
    { at: calendar.moment(sentDaysAgo, '10:20') },
  ));
  const receiver = place.actor(data.receiver);
  for (const move of data.moves) {
    referral = await verbs.as(move.act === 'withdraw' ? lead : receiver, () => act(referral, move, calendar.moment(move.daysAgo, '15:05')));
  }

  function act({ id, rowVersion }: Referral, move: DemonstrationMove, when: Date): Promise<Referral> {
    switch (move.act) {
      case 'acknowledge': return verbs.receiving.acknowledge(id, rowVersion, when);
      case 'begin': return verbs.receiving.begin(id, rowVersion, when);
      case 'wait': return verbs.receiving.wait(id, rowVersion, when);
      case 'ask': return verbs.receiving.ask(id, rowVersion, move, when);
      case 'accept': return verbs.receiving.accept(id, rowVersion, { promiseDate: calendar.day(move.promiseInDays) }, when);
      case 'decline': return verbs.receiving.decline(id, rowVersion, { reason: move.reason, words: move.words, redirectServiceId: (move.redirect && services.get(move.redirect)?.id) ?? null }, when);
      case 'complete': return verbs.receiving.complete(id, rowVersion, { outcome: move.outcome, outcomeWords: move.words }, when);
      case 'withdraw': return verbs.sending.withdraw(id, rowVersion, { reason: 'needs_changed', words: move.words }, when);
    }
  }
}
