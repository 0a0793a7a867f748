import type { Email } from '../types';
import { adaeze, marcia, pete } from '../people/colleagues';
import type { Story } from './story';

const MANAGER: Email = 'manager@demo.test';
const AWAY_DAYS = 6;
const ON_THE_BOARD = 2;

const waits = ({ data: { case: episode, restricted } }: Story): boolean => episode?.status === 'awaiting_key_worker' && episode.team === 'NORTHGATE-WEIRSIDE-INT' && !restricted;

/** The manager's board: two people wait, of whom one is spoken for, and somebody is away and covered. */
export async function allocate(stories: readonly Story[]): Promise<void> {
  const [first, second] = stories.filter(waits).slice(0, ON_THE_BOARD);
  for (const story of [first, second]) if (story) await bringIn(story);
  if (!first) return;
  const { place, verbs, calendar } = first;
  const manager = place.actor(MANAGER);
  const open = await verbs.as(manager, () => verbs.openCases.openCase(first.personId));
  if (!open) throw new Error('The manager does not see who waits');
  await verbs.as(manager, () => verbs.allocation.assign(
    open.id, { membershipId: place.membershipId(marcia), personPreference: false, because: 'knows_them', words: 'She takes his blood every month' }, calendar.moment(1, '09:40'),
  ));
  await verbs.as(manager, () => verbs.cover.coverCaseload(place.userId(adaeze), { membershipId: place.membershipId(pete), until: calendar.day(AWAY_DAYS) }));
}

/** The practice asks the council's team to help: from then on its manager sees who waits. */
async function bringIn({ personId, place, registrar, verbs, calendar }: Story): Promise<void> {
  await verbs.as(registrar, () => verbs.careTeams.add(
    personId, { organisationId: place.organisationId('MARLSHIRE-CC'), teamId: place.teamId('ADULT-CARE'), does: 'Finds the key worker', categories: ['about_me', 'circle', 'plan', 'contacts'] },
    { startedAt: calendar.moment(1, '09:00') },
  ));
}
