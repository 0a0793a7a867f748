import { ABOUT_ME_HEADINGS } from '@app/persons';
import { aboutMeHeadings, type DemonstrationNote, type DemonstrationRelative } from '../types';
import { passedOnOnly, safeContacts } from './registration';
import type { Story } from './story';

const LPA = { health_and_welfare: 'Lasting power of attorney for health and welfare', property_and_affairs: 'Lasting power of attorney for property and affairs' };

/** What the person said of themselves, who belongs to them, and how to reach them safely. */
export async function acquaint(story: Story): Promise<void> {
  const { data, personId, verbs, calendar } = story;
  await verbs.as(story.lead, async () => {
    for (const [index, heading] of aboutMeHeadings.entries()) {
      const said = data.aboutMe[heading];
      const name = ABOUT_ME_HEADINGS[index];
      if (said && name) {
        await verbs.aboutMe.tell(personId, { heading: name, text: said.text, voice: said.voice, lastConfirmedOn: calendar.day(-said.confirmedDaysAgo) });
      }
    }
    for (const relative of data.relatives) await addRelative(story, relative);
    await safeContacts(story);
  });
  await verbs.as(story.registrar, () => letInThemselves(story));
}

function addRelative({ data, place, personId, verbs }: Story, relative: DemonstrationRelative): Promise<unknown> {
  const { name, relationship, phone, mainCarer, emergencyContact, livesWith, birthDate, mayBeTold, mustNotBeTold, lpa, account } = relative;
  const relation = relative.personCaresFor ? `${relationship}, looked after by ${data.given}` : relative.youngCarer ? `${relationship}, a young carer` : relationship;
  return verbs.persons.addRelative(
    personId,
    { name, relation, mainCarer: mainCarer ?? false, emergencyContact: emergencyContact ?? false, livesWith: livesWith ?? false, ...(phone && { phone }) },
    {
      birthDate: birthDate ?? null, mayBeTold: [...mayBeTold], mustNotBeTold: mustNotBeTold ?? null, representative: lpa ? LPA[lpa.kind] : null,
      representativeState: lpa?.state ?? null, userId: account ? place.userId(account) : null,
      // A family carer reads what is visible to the person: what somebody must not be told is not put before their eyes.
      visibleToPerson: !mustNotBeTold,
    },
  );
}

async function letInThemselves({ data, place, personId, verbs }: Story): Promise<void> {
  if (data.account) await verbs.sharing.letInThemself(personId, place.userId(data.account));
  for (const { account, mayBeTold } of data.relatives) {
    if (account) await verbs.sharing.letInCarer(personId, place.userId(account), [...mayBeTold, 'access_log']);
  }
}

/** Alerts and notes, each by whoever wrote it, the oldest first. */
export async function recount(story: Story): Promise<void> {
  const { data, personId, verbs, calendar } = story;
  const raised = calendar.moment(Math.max(1, (data.case?.openedDaysAgo ?? 30) - 1), '10:00');
  for (const { raisedBy, category, text, whatToDo, audience, namedOrganisations, sealedTo, reviewInDays, visibleToPerson } of data.alerts) {
    await verbs.as(story.worker(raisedBy), () => verbs.contacts.raiseAlert(
      personId,
      { kind: category, text, whatToDo, reviewOn: calendar.day(reviewInDays), audience, namedOrganisationIds: story.organisationIds(namedOrganisations), visibleToPerson },
      { sealedTo: story.userIds(sealedTo), createdAt: raised },
    ));
  }
  for (const note of [...data.notes].sort((one, other) => other.daysAgo - one.daysAgo || one.at.localeCompare(other.at))) await write(story, note);
}

async function write(story: Story, note: DemonstrationNote): Promise<void> {
  const { verbs, personId, calendar } = story;
  const { by, actingFor, kind, about, aboutName, daysAgo, at, text, audience, namedOrganisations, visibleToPerson, category, sealedTo } = note;
  await verbs.as(story.worker(by, actingFor), () => verbs.contacts.recordNote(
    personId,
    {
      kind, about, happenedAt: calendar.moment(daysAgo, at), text, audience, namedOrganisationIds: story.organisationIds(namedOrganisations), visibleToPerson, category,
      ...(aboutName && { aboutName }),
    },
    { sealedTo: story.userIds(sealedTo) },
  ));
}

/** What the person said may be shared with whom: refusals and sealed exclusions, in the name of whoever they told. */
export async function agree(story: Story): Promise<void> {
  const { data, place, personId, verbs, sealedTo } = story;
  const { spokeAlone } = data;
  if (spokeAlone) {
    await write(story, {
      by: spokeAlone.by, daysAgo: spokeAlone.daysAgo, at: '11:00', kind: 'meeting', about: 'person', audience: 'internal', visibleToPerson: true, category: 'plan',
      text: `Spoke ${spokeAlone.alone ? 'alone' : `with ${spokeAlone.present.join(', ')} in the room`} about who may know what: “${spokeAlone.said}”`,
      ...(sealedTo && { sealedTo: data.circle.find(({ discreet }) => discreet)?.discreet?.namedTo ?? [] }),
    });
  }
  if (spokeAlone?.agreed) {
    const { by, daysAgo, alone, present, agreed: { answer, how, words } } = spokeAlone;
    await verbs.as(story.worker(by), () => verbs.conversations.record(personId, 0, {
      answer, how, words, heldOn: story.calendar.day(-daysAgo), spokeAlone: alone ? 'yes' : 'no', capacity: 'can_decide', ...(present.length > 0 && { present: present.join(', ') }),
    }));
  }
  const refusals = data.objections.map(({ organisation, categories, sealed }) => ({ organisation, categories: [...categories] as string[], sealed: sealed ?? false }));
  const notKept = passedOnOnly(story);
  if (notKept.length > 0) refusals.push({ organisation: data.registeredBy, categories: notKept, sealed: sealedTo !== undefined });
  const sealedExclusions = data.exclusions.filter((exclusion) => exclusion.sealedTo);
  if (refusals.length + sealedExclusions.length === 0) return;
  await verbs.as(story.confidant, async () => {
    for (const { organisation, categories, sealed } of refusals) {
      await verbs.sharing.refuse(personId, place.organisationId(organisation), categories, {
        objection: true, ...(sealed && sealedTo && { sealedTo }), ...(spokeAlone && { spokeAlone: spokeAlone.alone }),
      });
    }
    for (const { user, sealedTo: few } of sealedExclusions) await verbs.sharing.exclude(personId, place.userId(user), 'alleged_source_of_harm', story.userIds(few));
  });
}
