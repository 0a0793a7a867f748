import { ageOn, fullName } from '@app/persons';
import type { PersonPage } from '@app/overviews';
import { actionItem, type ActionItem } from '../care-plans/plan-item';
import { safeRuleItem, type SafeRuleItem } from '../safe-contact/safe-contact-item';
import { itemOf, type TimelineItem } from '../timeline/timeline.list';

/** A person as JSON has them: each part as far as the caller may see it. */
export interface PersonAnswer {
  readonly personId: string;
  readonly version: number;
  readonly name: string;
  readonly given: string;
  readonly family: string;
  readonly preferred: string | null;
  readonly pronouns: string | null;
  readonly dateOfBirth: string | null;
  readonly dateOfBirthEstimated: boolean;
  readonly age: number | null;
  /** only for health and social care */
  readonly nhsNumber: string | null;
  /** what your organisation calls them, where it has no NHS numbers; version 0 before there is one */
  readonly ownReference: { readonly reference: string | null; readonly version: number };
  readonly deceasedOn: string | null;
  readonly restricted: boolean;
  readonly communicationNeeds: string | null;
  readonly phone: string | null;
  readonly keyWorker: { name: string; jobTitle: string; organisation: string; phone: string | null } | null;
  readonly case: { id: string; version: number; state: string; reason: string; openedAt: Date; nextReviewOn: string | null; contactDueOn: string; lastConversationAt: Date | null; team: { id: string; name: string } | null } | null;
  readonly alerts: readonly { id: string; kind: string; text: string; whatToDo: string; reviewOn: string }[];
  readonly aboutMe: readonly { id: string; heading: string; text: string; voice: string; lastConfirmedOn: string }[];
  readonly contactPoints: readonly { id: string; kind: string; value: string; postcode: string | null; protected: boolean }[];
  /** how it is safe to reach them: read it before ringing, writing or visiting */
  readonly safeContact: readonly SafeRuleItem[];
  readonly relatives: readonly { id: string; name: string; relation: string; phone: string | null; mainCarer: boolean; emergencyContact: boolean; mustNotBeTold: string | null }[];
  readonly circle: readonly {
    id: string; organisation: string; team: string | null; worker: string | null; phone: string | null; does: string; doesNotDo: string | null; categories: readonly string[];
  }[];
  /** goals that are worked for and the next steps of the plan */
  readonly plan: { readonly goals: readonly { id: string; text: string; targetOn: string | null }[]; readonly actions: readonly ActionItem[] };
  readonly timeline: readonly TimelineItem[];
  /** another person with this name: at this address, or among those whom the caller may open */
  readonly sameName: { readonly sameAddress: boolean; readonly elsewhere: boolean };
  /** other records of the same person, for whoever works with both: earlier ones are read with `record=earlier` */
  readonly joined: readonly { readonly personId: string; readonly isEarlier: boolean }[];
  /** what the caller's organisation has been given; others may hold more, or not */
  readonly youSee: readonly string[];
}

/** @param today the local calendar day */
export function personAnswer(page: PersonPage, today: string): PersonAnswer {
  const { person, keyWorker, case: open } = page;
  return {
    personId: person.personId, version: person.rowVersion, name: fullName(person), given: person.given, family: person.family, preferred: person.preferred, pronouns: person.pronouns,
    dateOfBirth: person.birthDate, dateOfBirthEstimated: person.birthDateEstimated, age: ageOn(person.birthDate, person.deceasedOn ?? today), nhsNumber: page.nhsNumber, ownReference: page.ownReference,
    deceasedOn: person.deceasedOn, restricted: person.restricted, communicationNeeds: person.communicationNeeds, phone: page.phone,
    keyWorker: keyWorker && { name: keyWorker.name, jobTitle: keyWorker.jobTitle, organisation: keyWorker.organisation, phone: keyWorker.phone },
    case: open && {
      id: open.id, version: open.rowVersion, state: open.state, reason: open.reason, openedAt: open.openedAt, nextReviewOn: open.nextReviewOn, contactDueOn: open.contactDueOn,
      lastConversationAt: open.lastConversationAt, team: open.integratedTeamId && page.team ? { id: open.integratedTeamId, name: page.team } : null,
    },
    alerts: page.alerts.map(({ id, kind, text, whatToDo, reviewOn }) => ({ id, kind, text, whatToDo, reviewOn })),
    aboutMe: page.aboutMe.map(({ id, heading, text, voice, lastConfirmedOn }) => ({ id, heading, text, voice, lastConfirmedOn })),
    contactPoints: page.contactPoints.map(({ id, kind, value, postcode, protected: isProtected }) => ({ id, kind, value, postcode, protected: isProtected })),
    safeContact: page.safeContact.map(safeRuleItem),
    relatives: page.relatives.map(({ id, name, relation, phone, mainCarer, emergencyContact, mustNotBeTold }) => ({ id, name, relation, phone, mainCarer, emergencyContact, mustNotBeTold })),
    circle: page.circle.map(({ id, organisation, team, worker, phone, does, doesNotDo, categories }) => ({ id, organisation, team, worker, phone, does, doesNotDo, categories })),
    plan: { goals: page.plan.goals.map(({ itemId, text, targetOn }) => ({ id: itemId, text, targetOn })), actions: page.plan.actions.map((action) => actionItem(action, page.plan.organisations)) },
    timeline: page.timeline.map(itemOf),
    sameName: page.sameName,
    joined: page.joined.map(({ other, isKept }) => ({ personId: other, isEarlier: isKept })),
    youSee: page.yourCategories,
  };
}
