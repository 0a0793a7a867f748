import { DescribeService, type FeedService, type NeedDomain } from '@app/directory';
import { Invalid, readCommand } from '@app/kernel';
import { servicesIn, type FeedFault } from './documents';
import { distinct, isRecord, recordsOf, textOf, type Json } from './json';
import type { Check } from './schema';

export interface ServicesReading {
  readonly services: readonly FeedService[];
  readonly faults: readonly FeedFault[];
  /** no service was found, right or wrong */
  readonly nothingRead: boolean;
}

const STATES: Readonly<Record<string, FeedService['service']['state'] | undefined>> = { active: 'listed', 'temporarily closed': 'paused', inactive: 'delisted', defunct: 'delisted' };

/** Which of our kinds of need a term of a feed's taxonomy speaks of. */
const TERMS: readonly (readonly [NeedDomain, RegExp])[] = [
  ['mind', /mental|counsel|anxi|depress|wellbeing/i], ['body', /health|exercise|falls|physio|nutrition/i], ['daily_living', /meals|home care|personal care|shopping|daily living/i],
  ['home', /hous|home|damp|heating|repair|tenan/i], ['money', /money|debt|benefit|financ|fuel/i], ['people_loneliness', /lonel|befriend|social|friend|communit/i],
  ['work_meaning', /employ|work|volunteer|learn|skill/i], ['spiritual_cultural', /faith|spirit|cultur/i], ['safety', /abuse|safe|crime/i], ['transport_environment', /transport|travel/i],
  ['carer', /carer/i],
];

/**
 * Reads a feed of Open Referral UK into what the directory keeps. A service that is not as the standard says, or that the directory
 * cannot keep, is listed in `faults` field by field, and the others are read. Never throws.
 * @param check from `checkAgainst`; null when no schema came with the feed
 * @param own the importing organisation: its own services are known by its name
 * Source: Open Referral UK 3.0 (HSDS-UK)
 */
export function readServices(documents: readonly { file: string; text: string }[], check: Check | null, own: { code: string; name: string }): ServicesReading {
  const { entries, faults } = servicesIn(documents);
  const services: FeedService[] = [];
  const left: FeedFault[] = [...faults];
  for (const { file, entry } of entries) {
    const where = `${file}, ${textOf(entry['name']) ?? 'a service without a name'} (${textOf(entry['id']) ?? 'no id'})`;
    const wrong = check?.(entry) ?? [];
    const read = wrong.length ? wrong : readService(entry, own);
    if (Array.isArray(read)) left.push(...read.map((message) => ({ where, message })));
    else services.push(read);
  }
  return { services, faults: left, nothingRead: entries.length === 0 };
}

/** The service, or why it cannot be kept, field by field. */
function readService(entry: Json, own: { code: string; name: string }): FeedService | string[] {
  const organisation = organisationOf(entry, own);
  const externalId = textOf(entry['id']);
  const state = STATES[textOf(entry['status']) ?? ''];
  if (!organisation) return ['organization is missing'];
  if (!externalId) return ['id is missing'];
  if (!state) return ['status must be one of active, inactive, defunct, temporarily closed'];
  const told = {
    name: textOf(entry['name']), description: textOf(entry['description']) ?? 'The directory it came from does not say what it does.', needs: needsOf(entry), eligibility: agesOf(entry),
    area: listed(recordsOf(entry['service_areas']).map((area) => textOf(area['name']))), accessibility: accessOf(entry), cost: costOf(entry), phone: phoneOf(entry),
    email: textOf(entry['email']), url: textOf(entry['url']),
  };
  try {
    const { name, description, needs, eligibility, area, accessibility, cost, phone, email, url } = readCommand(DescribeService, given(told));
    return {
      organisation,
      service: {
        name, description, needs: needs ?? [], eligibility: eligibility ?? null, area: area ?? null, accessibility: accessibility ?? null, referralRoutes: null, capacity: null, wait: null, waitAsOf: null,
        verifiedOn: dayOf(entry['assured_date']), cost: cost ?? null, phone: phone ?? null, email: email ?? null, url: url ?? null, externalId, state,
        stateReason: state === 'paused' ? textOf(entry['alert']) : null,
      },
    };
  } catch (error) {
    if (error instanceof Invalid) return error.errors.map(({ pointer, message }) => `${pointer.slice(1)}: ${message}`);
    throw error;
  }
}

const given = (told: Json): Record<string, unknown> => Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
const listed = (values: readonly (string | null)[]): string | null => distinct(values).join('; ') || null;

function organisationOf(entry: Json, own: { code: string; name: string }): FeedService['organisation'] | null {
  const organisation = entry['organization'];
  if (!isRecord(organisation)) return null;
  const name = textOf(organisation['name']);
  const [identifier] = recordsOf(organisation['organization_identifiers']).flatMap((one) => {
    const [scheme, number] = [textOf(one['identifier_scheme']), textOf(one['identifier'])];
    return scheme && number ? [`${scheme}-${number}`] : [];
  });
  const id = textOf(organisation['id']);
  const code = identifier ?? (id ? `ORUK-${id}` : null);
  if (!name || !code) return null;
  return name.toLowerCase() === own.name.toLowerCase() ? { code: own.code, name: own.name, sourceName: name } : { code, name, sourceName: name };
}

const needsOf = (entry: Json): NeedDomain[] => {
  const terms = recordsOf(entry['attributes']).map(({ taxonomy_term: term }) => (isRecord(term) ? [textOf(term['name']), textOf(term['description'])].filter(Boolean).join(' ') : ''));
  return TERMS.filter(([, words]) => terms.some((term) => words.test(term))).map(([need]) => need);
};

function agesOf(entry: Json): string | null {
  const [from, to] = [entry['minimum_age'], entry['maximum_age']].map((age) => (typeof age === 'number' ? age : null));
  if (from == null && to == null) return null;
  if (to == null) return `People aged ${from} and over`;
  return from == null ? `People up to ${to}` : `People aged ${from} to ${to}`;
}

const accessOf = (entry: Json): string | null => listed(recordsOf(entry['service_at_locations']).flatMap(({ location }) =>
  (isRecord(location) ? recordsOf(location['accessibility']).map((access) => textOf(access['description'])) : [])));

function costOf(entry: Json): string | null {
  const options = recordsOf(entry['cost_options']).map((option) => [textOf(option['option']), typeof option['amount'] === 'number' ? `£${option['amount']}` : null, textOf(option['amount_description'])]
    .filter(Boolean).join(' ') || null);
  return textOf(entry['fees_description']) ?? listed([textOf(entry['fees']), ...options]);
}

const phoneOf = (entry: Json): string | null => {
  const phones = [...recordsOf(entry['phones']), ...recordsOf(entry['contacts']).flatMap((contact) => recordsOf(contact['phones']))];
  return distinct(phones.map((phone) => textOf(phone['number'])))[0] ?? null;
};

function dayOf(value: unknown): string | null {
  const day = textOf(value) ?? '';
  const date = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && date <= new Date() ? day : null;
}
