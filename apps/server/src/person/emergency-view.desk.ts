import { Injectable } from '@nestjs/common';
import { CarePlansQueries, type CarePlan, type PlanStatement, type StatementSection } from '@app/care-plans';
import { PersonPageQueries, whomToRing, type PersonPage, type RingNow } from '@app/overviews';
import type { AboutMe, RelatedPerson } from '@app/persons';

/** What helps a stranger in the first ten seconds, in the order in which it is needed. */
const CONTINGENCY: readonly StatementSection[] = ['if_it_goes_wrong', 'what_helps', 'early_signs', 'no_reply', 'carer_cannot', 'additional_plans'];
const HELPS: readonly AboutMe['heading'][] = ['how_to_communicate', 'please_do', 'please_do_not', 'how_to_support'];

export interface EmergencyViewModel {
  readonly page: PersonPage;
  /** who picks up at this hour */
  readonly ringNow: RingNow;
  /** what the plan says of whom to ring, first what fits the hour */
  readonly ring: readonly PlanStatement[];
  readonly whatToDo: readonly PlanStatement[];
  /** how to communicate, what calms, what not to do */
  readonly aboutMe: readonly AboutMe[];
  /** those who live there or are rung in an emergency */
  readonly withThem: readonly RelatedPerson[];
}

export interface EmergencyViewAnswer {
  readonly ringNow: RingNow;
  readonly ring: readonly { section: string; text: string }[];
  readonly whatToDo: readonly { section: string; text: string; contact: string | null }[];
  readonly alerts: readonly { kind: string; text: string; whatToDo: string }[];
  readonly communication: string | null;
  readonly aboutMe: readonly { heading: string; text: string }[];
  readonly withThem: readonly { name: string; relation: string; phone: string | null; livesWith: boolean; emergencyContact: boolean }[];
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
      aboutMe: HELPS.flatMap((heading) => page.aboutMe.filter((entry) => entry.heading === heading)), withThem: page.relatives.filter(({ livesWith, emergencyContact }) => livesWith || emergencyContact),
    };
  }

  /** @throws NotFound */
  async answer(personId: string, now: Date): Promise<EmergencyViewAnswer> {
    const { page, ringNow, ring, whatToDo, aboutMe, withThem } = await this.view(personId, now);
    return {
      ringNow, ring: ring.map(({ section, text }) => ({ section, text })), whatToDo: whatToDo.map(({ section, text, contact }) => ({ section, text, contact })),
      alerts: page.alerts.map(({ kind, text, whatToDo: act }) => ({ kind, text, whatToDo: act })), communication: page.person.communicationNeeds, aboutMe: aboutMe.map(({ heading, text }) => ({ heading, text })),
      withThem: withThem.map(({ name, relation, phone, livesWith, emergencyContact }) => ({ name, relation, phone, livesWith, emergencyContact })), notHeld: ['medicines', 'allergies'],
    };
  }
}
