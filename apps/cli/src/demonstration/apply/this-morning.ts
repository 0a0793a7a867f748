import { daysAfter, localDay } from '@app/kernel';
import type { Verbs } from '../../verbs';
import { delphine, idris } from '../people/colleagues';
import type { Story } from './story';

const AN_HOUR_MS = 3_600_000;

/** What happened while nobody was looking: the first things that Margery's key worker is told of. With verbs whose acts are news. */
export async function thisMorning(stories: readonly Story[], verbs: Verbs, now: Date): Promise<void> {
  const margery = stories.find(({ data }) => data.key === 'margery-plumtree-oduya');
  if (!margery) return;
  await verbs.as(margery.worker(idris), () => verbs.contacts.recordNote(margery.personId, {
    kind: 'phone', about: 'relative', aboutName: 'Tunde', happenedAt: new Date(now.getTime() - AN_HOUR_MS), audience: 'circle', category: 'contacts', visibleToPerson: true,
    text: 'Tunde rang: the new tablets have come, and he is not sure which of the old ones to stop. Anwen at the practice rings him back before noon, and I look in this afternoon.',
  }));
  await suggest(margery, verbs);
  await ask(stories, verbs, now);
}

/** What two who help her would change in her plan: one was answered already, with her words, and the other waits. */
async function suggest(margery: Story, verbs: Verbs): Promise<void> {
  const { personId } = margery;
  const { content } = await verbs.as(margery.lead, () => verbs.plans.current(personId));
  const [need, step] = [content.needs[0]?.itemId, content.goals.flatMap(({ actions }) => actions).find(({ doerName }) => doerName === margery.worker(delphine).name)?.itemId];
  if (!need || !step) return;
  const { id, rowVersion } = await verbs.as(margery.worker(idris), () => verbs.suggestions.make(personId, {
    item: need, text: 'Breath enough for the stairs, for a phrase, and for the day centre on Tuesdays', why: 'They have a singing hour', readers: 'plan', forPerson: 'yes',
  }));
  await verbs.as(margery.lead, () => verbs.suggestions.answer(personId, id, rowVersion, { answer: 'not_taken', reason: 'person_does_not_want', because: 'She tried it. They gave her balloons' }));
  await verbs.as(margery.worker(delphine), () => verbs.suggestions.make(personId, {
    item: step, text: 'Meet her at the door of the Methodist hall, with the folding chair from the vestry', why: 'Last Thursday she stood for ten minutes before the hall was open', readers: 'plan', forPerson: 'yes',
  }));
}

/** Eun-ji reads everything that is written about her, and has asked everybody for it. */
async function ask(stories: readonly Story[], verbs: Verbs, now: Date): Promise<void> {
  const eunJi = stories.find(({ data }) => data.key === 'eun-ji-park');
  if (!eunJi) return;
  await verbs.as(eunJi.lead, () => verbs.subjectAccess.record(eunJi.personId, {
    askedOn: daysAfter(localDay(now), -9), how: 'paper', whom: 'everybody', words: 'Everything since I moved to Brackenbridge, as text and not as a scan.', spokeAlone: 'yes',
  }));
}
