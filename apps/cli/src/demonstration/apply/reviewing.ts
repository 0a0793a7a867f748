import type { InviteToReview, Review, ScheduleReview } from '@app/reviews';
import type { Verbs } from '../../verbs';
import { idris, val } from '../people/colleagues';
import type { Story } from './story';

/** Two reviews that are coming: one that waits for several organisations, and one of somebody who says little and is asked with time. */
export async function planReviews(stories: readonly Story[], verbs: Verbs): Promise<void> {
  for (const story of stories) {
    if (story.data.key === 'margery-plumtree-oduya') await margery(story, verbs);
    if (story.data.key === 'chidi-okafor') await chidi(story, verbs);
  }
}

async function margery(story: Story, verbs: Verbs): Promise<void> {
  const { personId, calendar } = story;
  const { id } = await plan(story, verbs, { occasion: 'time', mode: 'home', startsAt: calendar.moment(-9, '10:30'), minutes: 45, place: 'At her kitchen table', readBy: calendar.day(7) }, { fullPart: 'yes', supporter: 'Tunde, her husband' });
  const goal = await goalOf(story, verbs, /hospital/);
  await verbs.as(story.worker(idris), async () => {
    await verbs.contributions.answer(personId, id, { item: goal, answer: 'some_progress', text: 'Two weeks without a night on three pillows. Somebody to read the scales to her on Mondays.' });
    await verbs.contributions.send(personId, id, { readers: 'everybody' });
    await verbs.contributions.coming(personId, id, { answer: 'yes' });
  });
}

// Who lives with him is family and has her own say: an advocate is to be found.
async function chidi(story: Story, verbs: Verbs): Promise<void> {
  const { personId, calendar } = story;
  const { id } = await plan(
    story, verbs, { occasion: 'time', mode: 'home', startsAt: calendar.moment(-16, '10:00'), minutes: 60, place: '31 Mill Race, in the morning, with the drawing board', readBy: calendar.day(14) },
    { fullPart: 'with_support', interpreter: 'Yes and no cards, the drawing board, three written choices' },
  );
  await verbs.as(story.lead, () => verbs.contributions.writeDown(personId, id, {
    organisation: story.place.organisationId('TALK-AGAIN'), saidBy: story.worker(val).name, text: 'He stays the whole hour now. Terry has the left-handed reel; it only wants a dry Saturday.',
  }));
}

/** A review with its day, to which everybody is asked. */
function plan(story: Story, verbs: Verbs, when: ScheduleReview, whom: Omit<InviteToReview, 'send'>): Promise<Review> {
  return verbs.as(story.lead, async () => {
    const { id, rowVersion } = await verbs.reviews.schedule(story.personId, when);
    return verbs.invitations.invite(story.personId, id, rowVersion, { ...whom, send: true });
  });
}

async function goalOf(story: Story, verbs: Verbs, words: RegExp): Promise<string> {
  const { content } = await verbs.as(story.lead, () => verbs.plans.current(story.personId));
  return content.goals.find(({ goal }) => words.test(goal.text))?.goal.itemId ?? '';
}
