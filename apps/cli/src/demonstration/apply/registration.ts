import { DIRECT_CARE, type Category } from '@app/persons';
import { organisationOf } from '../organisations';
import type { DemonstrationPhone } from '../types';
import type { Story } from './story';

/** What the circle and the carers are to be told beyond what a practice passes on by itself. */
function entrusted({ data }: Story): Category[] {
  const carers = data.relatives.filter(({ account }) => account).flatMap(({ mayBeTold }): Category[] => [...mayBeTold, 'access_log']);
  return [...new Set<Category>([...data.circle.flatMap(({ categories }) => categories), ...carers])];
}

/** Registers the person, with their addresses and phones; a protected person's are sealed to those named. */
export async function register(story: Story): Promise<void> {
  const { data, place, verbs, calendar } = story;
  const { nhsNumber, noNhsNumberBecause, preferredName, birthDate, deceasedOn } = data;
  await verbs.as(story.registrar, async () => {
    const person = await verbs.persons.register(
      {
        given: data.given, family: data.family, birthDateEstimated: data.birthDateEstimated ?? false,
        ...(preferredName && { preferred: preferredName }), ...(birthDate && { birthDate }), ...(nhsNumber && { nhsNumber }),
        ...(noNhsNumberBecause && { nhsNumberAbsentBecause: noNhsNumberBecause }),
      },
      {
        pronouns: data.pronouns ?? null, gender: data.gender ?? null, languages: data.languages, communicationNeeds: data.communicationNeeds ?? null,
        ethnicity: data.ethnicity ?? null, deceasedOn: deceasedOn ? calendar.day(-deceasedOn.daysAgo) : null, restricted: data.restricted ?? false, entrusted: entrusted(story),
      },
    );
    story.personId = person.personId;
    await contactPoints(story);
    for (const { user, because, sealedTo } of data.exclusions) {
      if (!sealedTo) await verbs.sharing.exclude(story.personId, place.userId(user), because.startsWith('Her own record') ? 'person_as_staff' : 'relative');
    }
  });
}

/** The number that came when the person had long been known. */
export async function learnNumber({ data: { laterNhsNumber }, personId, registrar, verbs }: Story): Promise<void> {
  if (laterNhsNumber) await verbs.as(registrar, async () => verbs.persons.learn(await verbs.persons.find(personId), { nhsNumber: laterNhsNumber }));
}

async function contactPoints({ data, personId, verbs, calendar, ...story }: Story): Promise<void> {
  const sealedTo = data.address.protected?.map((email) => story.place.userId(email)) ?? null;
  const hidden = { protected: sealedTo !== null, sealedTo };
  const { lines, postcode } = data.address;
  const { moving } = data;
  await verbs.persons.addContactPoint(personId, {
    kind: 'address', use: 'home', value: lines.join(', '), lines, postcode, ...hidden, endsOn: moving && moving.inDays < 0 ? calendar.day(moving.inDays) : null,
  });
  for (const { kind, value } of data.phones) await verbs.persons.addContactPoint(personId, { kind: 'phone', use: kind, value, ...hidden });
  await verbs.persons.addContactPoint(personId, { kind: 'practice', value: organisationOf(data.gpPractice).name, ...hidden });
  if (!moving) return;
  await verbs.persons.addContactPoint(personId, {
    kind: 'address', use: moving.temporary ? 'temporary' : 'new', value: moving.to, lines: [moving.to], startsOn: calendar.day(moving.inDays), ...hidden,
  });
}

/** How it is safe to reach the person, channel by channel; by whoever holds the case. */
export async function safeContacts({ data, personId, verbs, place }: Story): Promise<void> {
  const sealedTo = data.address.protected?.map((email) => place.userId(email)) ?? null;
  for (const { safeContact } of data.phones.filter((phone): phone is Required<DemonstrationPhone> => phone.safeContact !== undefined)) {
    const { whoAnswers, times, voicemail, codeWord, text, post } = safeContact;
    await verbs.sharing.setSafeContact(personId, { channel: 'phone', allowed: true, whoAnswers, times, voicemail, codeWord: codeWord ?? null, sealedTo });
    await verbs.sharing.setSafeContact(personId, { channel: 'text', allowed: text, sealedTo });
    await verbs.sharing.setSafeContact(personId, { channel: 'post', allowed: post, sealedTo });
  }
}

/** What was only to be passed on and is not for the registrar: the person said so, and from now on it cannot read it. */
export function passedOnOnly(story: Story): Category[] {
  const own = story.data.circle.find(({ organisation }) => organisation === story.data.registeredBy)?.categories ?? [];
  return entrusted(story).filter((category) => category !== 'mental_health' && !DIRECT_CARE.includes(category) && !own.some((kept) => kept === category));
}
