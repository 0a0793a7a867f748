import type { Client } from 'pg';
import type { RecordOutcome } from '@app/huddles';
import { asKeeper } from '../../owner';
import type { Verbs } from '../../verbs';
import { delphine, denise, idris, tamsin } from '../people/colleagues';
import type { Calendar } from './calendar';
import type { Place } from './place';
import type { Story } from './story';

const TEAM = 'NORTHGATE-WEIRSIDE-INT';
/** As many as a team talks about in an hour and a quarter. */
const MOST = 24;
const TUESDAY = 2;

/** The integrated team's huddle of the last Tuesday: its manager went through some of the list, and the others stay on it. */
export async function huddle(stories: readonly Story[], place: Place, calendar: Calendar, verbs: Verbs, owner: Client): Promise<void> {
  const ours = stories.filter(({ data }) => data.case?.team === TEAM && !data.restricted).slice(0, MOST);
  const attendees = [idris, delphine, tamsin].map((email) => place.membershipId(email));
  const outcomes: Record<string, Omit<RecordOutcome, 'personId'>> = {
    'margery-plumtree-oduya': { outcome: 'action', next: 'stays', decided: 'Rings Warm Hearth about the boiler before it is cold again', doer: place.membershipId(idris), dueOn: calendar.day(4) },
    'rasheed-miah': { outcome: 'none', next: 'off' }, 'derek-hallam': { outcome: 'none', next: 'stays' },
  };
  const id = await verbs.as(place.actor(denise), async () => {
    const begun = await verbs.huddles.begin({ team: place.teamId(TEAM), attendees }, ours.map(({ personId }) => personId));
    for (const { line } of await verbs.huddleLists.list(begun)) {
      const key = ours.find(({ personId }) => personId === line.personId)?.data.key ?? '';
      const came = outcomes[key];
      if (came) await verbs.huddles.record(line.personId, line.id, line.rowVersion, came);
    }
    await verbs.huddles.end(begun, 1, { attendees });
    return begun;
  });
  // A verb writes down what is now; this one was on its day, which is nobody's to choose.
  await asKeeper(owner, () => owner.query('update onestory.huddle set held_on = $2 where id = $1', [id, lastTuesday(calendar)]));
}

function lastTuesday(calendar: Calendar): string {
  const days = Array.from({ length: 7 }, (_, n) => calendar.day(-n - 1));
  return days.find((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === TUESDAY) as string;
}
