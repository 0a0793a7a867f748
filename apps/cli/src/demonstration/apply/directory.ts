import type { ServiceRow } from '@app/directory';
import type { Verbs } from '../../verbs';
import { services, type DemonstrationService } from '../services';
import type { Calendar } from './calendar';
import type { Place } from './place';

/** Lists what the organisations of the place offer, in the name of whoever keeps each entry. Returns the services by their key. */
export async function furnish(place: Place, calendar: Calendar, verbs: Verbs): Promise<ReadonlyMap<string, ServiceRow>> {
  const furnished = new Map<string, ServiceRow>();
  for (const service of services) furnished.set(service.key, await list(service, place, calendar, verbs));
  return furnished;
}

function list({ key: _key, organisation, by, intake, waitDaysAgo, verifiedDaysAgo, pausedBecause, ...said }: DemonstrationService, place: Place, calendar: Calendar, verbs: Verbs): Promise<ServiceRow> {
  return verbs.as(place.actor(by, organisation), async () => {
    const draft = await verbs.directory.describe({
      ...said, ...(waitDaysAgo !== undefined && { waitAsOf: calendar.day(-waitDaysAgo) }), intake: (intake ?? []).map((email) => place.membershipId(email, organisation)),
    });
    const listed = await verbs.directory.list(draft.id, draft.rowVersion, { verifiedOn: calendar.day(-verifiedDaysAgo) });
    return pausedBecause ? verbs.directory.pause(listed.id, listed.rowVersion, { reason: pausedBecause }) : listed;
  });
}
