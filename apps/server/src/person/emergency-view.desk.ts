import { Injectable } from '@nestjs/common';
import { CarePlansQueries, type CarePlan, type PlanStatement, type StatementSection } from '@app/care-plans';
import { localDay } from '@app/kernel';
import { PersonPageQueries, whomToRing, type PersonPage, type RingNow } from '@app/overviews';
import { isChild, type AboutMe, type RelatedPerson } from '@app/persons';

/** What helps a stranger in the first ten seconds, in the order in which it is needed. */
const CONTINGENCY: readonly StatementSection[] = ['if_it_goes_wrong', 'what_helps', 'early_signs', 'no_reply', 'carer_cannot', 'additional_plans'];
const HELPS: readonly AboutMe['heading'][] = ['how_to_communicate', 'please_do', 'please_do_not', 'how_to_support'];

/** Somebody who lives with the person or is rung in an emergency. */
export interface WithThem {
  readonly one: RelatedPerson;
  /** a child is nobody's first contact and is not counted on (safety.md §8) */
  readonly child: boolean;
}

export interface EmergencyViewModel {
  readonly page: PersonPage;
  /** who picks up at this hour */
  readonly ringNow: RingNow;
  /** what the plan says of whom to ring, first what fits the hour */
  readonly ring: readonly PlanStatement[];
  readonly whatToDo: readonly PlanStatement[];
  /** how to communicate, what calms, what not to do */
  readonly aboutMe: readonly AboutMe[];
  /** those who live there or are rung in an emergency: whoever is rung first, children last */
  readonly withThem: readonly WithThem[];
}

export interface EmergencyViewAnswer {
  readonly ringNow: RingNow;
  readonly ring: readonly { section: string; text: string }[];
  readonly whatToDo: readonly { section: string; text: string; contact: string | null }[];
  readonly alerts: readonly { kind: string; text: string; whatToDo: string }[];
  readonly communication: string | null;
  readonly aboutMe: readonly { heading: string; text: string }[];
  readonly withThem: readonly { name: string; relation: string; phone: string | null; livesWith: boolean; emergencyContact: boolean; child: boolean }[];
  /** said on the face, because nobody should infer that there are none */
  readonly notHeld: readonly ['medicines', 'allergies'];
}

/** Whom to ring, what to do, how to talk with them: as far as the reader may see it. */
@Injectable()
export class EmergencyViewDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly plans: CarePlansQueries,
  ) {}

  /** With the plan from which it is. @throws NotFound */
  async view(personId: string, now: Date, how: 'read' | 'print' = 'read'): Promise<EmergencyViewModel & { plan: CarePlan }> {
    const page = await this.people.page(personId);
    const plan = await this.plans.current(personId, how);
    const ringNow = whomToRing(page.keyWorker, now);
    const isTheirHour = ringNow.phone !== null && page.keyWorker !== null && [page.keyWorker.phone, page.keyWorker.cover?.phone].includes(ringNow.phone);
    const of = (sections: readonly StatementSection[]): PlanStatement[] => sections.flatMap((section) => plan.content.statements.filter((row) => row.section === section));
    return {
      page, plan, ringNow, ring: of(isTheirHour ? ['who_to_ring', 'at_night'] : ['at_night', 'who_to_ring']), whatToDo: of(CONTINGENCY),
      aboutMe: HELPS.flatMap((heading) => page.aboutMe.filter((entry) => entry.heading === heading)), withThem: withThem(page.relatives, localDay(now)),
    };
  }

  /** @throws NotFound */
  async answer(personId: string, now: Date): Promise<EmergencyViewAnswer> {
    const { page, ringNow, ring, whatToDo, aboutMe, withThem } = await this.view(personId, now);
    return {
      ringNow, ring: ring.map(({ section, text }) => ({ section, text })), whatToDo: whatToDo.map(({ section, text, contact }) => ({ section, text, contact })),
      alerts: page.alerts.map(({ kind, text, whatToDo: act }) => ({ kind, text, whatToDo: act })), communication: page.person.communicationNeeds, aboutMe: aboutMe.map(({ heading, text }) => ({ heading, text })),
      withThem: withThem.map(({ one: { name, relation, phone, livesWith, emergencyContact }, child }) => ({ name, relation, phone: child ? null : phone, livesWith, emergencyContact: emergencyContact && !child, child })), notHeld: ['medicines', 'allergies'],
    };
  }
}

/** Whom to ring, for paper: what holds at this hour does not hold there. */
export function ringAtAnyHour({ keyWorker }: Pick<PersonPage, 'keyWorker'>): string[] {
  const phone = (number: string | null): string => number ?? 'no phone number recorded';
  const lead = keyWorker ? [`Key worker: ${keyWorker.name}, ${keyWorker.organisation}: ${keyWorker.cover ? `away, ring ${keyWorker.cover.name}: ${phone(keyWorker.cover.phone)}` : phone(keyWorker.phone)}`] : [];
  return [...lead, ...(keyWorker?.outOfHoursPhone ? [`Out of hours: ${keyWorker.outOfHoursPhone}`] : []), 'Where nobody answers: NHS 111, day and night: 111'];
}

/** @param today the local calendar day */
export function withThem(relatives: readonly RelatedPerson[], today: string): WithThem[] {
  const rank = ({ one, child }: WithThem): number => (child ? 2 : one.emergencyContact ? 0 : 1);
  return relatives.filter(({ livesWith, emergencyContact }) => livesWith || emergencyContact).map((one) => ({ one, child: isChild(one, today) === true })).sort((a, b) => rank(a) - rank(b));
}

/** Who they are to the person, in words. */
export const withThemWords = ({ one, child }: WithThem): string =>
  [one.relation, one.livesWith ? 'lives there' : null, child ? 'a child: nobody to ring or to count on' : one.emergencyContact ? 'rung in an emergency' : null].filter(Boolean).join(', ');
