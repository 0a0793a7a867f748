import { isRecord, textOf, type Json } from './json';

/** A service of a feed as it was found, and where. */
export interface FeedEntry {
  readonly file: string;
  readonly entry: Json;
}

export interface FeedFault {
  readonly where: string;
  readonly message: string;
}

export interface Feed {
  readonly entries: FeedEntry[];
  readonly faults: FeedFault[];
}

const isService = (value: unknown): value is Json => isRecord(value) && 'id' in value && 'name' in value && ('status' in value || 'service_areas' in value || 'organization' in value);

/** The things of one document: a page of a list, a plain list, or one thing by itself. */
function thingsIn(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  if (isRecord(json) && Array.isArray(json['contents'])) return json['contents'];
  if (isRecord(json) && Array.isArray(json['services'])) {
    const { services, ...organization } = json;
    return (services as unknown[]).map((service) => (isRecord(service) ? { organization, ...service } : service));
  }
  return [json];
}

/**
 * Finds the services of an Open Referral UK feed in JSON documents: lists, pages of lists, single services. What a feed says besides
 * (its details, taxonomies, organisations) is passed over; a service that is told twice counts once, as it is told most fully.
 */
export function servicesIn(documents: readonly { file: string; text: string }[]): Feed {
  const found = new Map<string, FeedEntry>();
  const faults: FeedFault[] = [];
  for (const { file, text } of documents) {
    let json: unknown;
    try {
      json = JSON.parse(text.replace(/^\ufeff/, ''));
    } catch {
      faults.push({ where: file, message: 'is no JSON' });
      continue;
    }
    for (const thing of thingsIn(json)) {
      if (!isService(thing)) continue;
      const key = textOf(thing['id']) ?? `${file} ${found.size}`;
      const known = found.get(key);
      if (!known || Object.keys(thing).length > Object.keys(known.entry).length) found.set(key, { file, entry: thing });
    }
  }
  return { entries: [...found.values()], faults };
}
