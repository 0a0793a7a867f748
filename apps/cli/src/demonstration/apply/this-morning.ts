import type { Verbs } from '../../verbs';
import { idris } from '../people/colleagues';
import type { Story } from './story';

const AN_HOUR_MS = 3_600_000;

/** What happened while nobody was looking: the first thing that Margery's key worker is told of. With verbs whose acts are news. */
export async function thisMorning(stories: readonly Story[], verbs: Verbs, now: Date): Promise<void> {
  const margery = stories.find(({ data }) => data.key === 'margery-plumtree-oduya');
  if (!margery) return;
  await verbs.as(margery.worker(idris), () => verbs.contacts.recordNote(margery.personId, {
    kind: 'phone', about: 'relative', aboutName: 'Tunde', happenedAt: new Date(now.getTime() - AN_HOUR_MS), audience: 'circle', category: 'contacts', visibleToPerson: true,
    text: 'Tunde rang: the new tablets have come, and he is not sure which of the old ones to stop. Anwen at the practice rings him back before noon, and I look in this afternoon.',
  }));
}
