import { Injectable } from '@nestjs/common';
import { CarePlansQueries, type PlanGlance } from '@app/care-plans';
import { CareTeamsQueries, type CircleMember } from '@app/care-teams';
import { CasesQueries, type Case } from '@app/cases';
import { ContactsQueries, type Alert } from '@app/contacts';
import { currentContext } from '@app/kernel';
import { KeyWorkersQueries, type KeyWorker } from '@app/key-workers';
import { isHealthOrSocialCare, type Sector } from '@app/organisations';
import { ContactPoint, OwnReferences, PersonsQueries, PersonsService, RelatedPerson, type AboutMe, type MergeOf, type Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { EmergencyOpening, SafeContacts, SharingQueries, type SafeRule } from '@app/sharing';
import { TimelineQueries, type TimelineEntry } from './timeline.queries';

/** Who the person is and how to reach the key worker: what stands above every page about them. */
export interface Identity {
  person: Person;
  /** null for a reader who is not health or social care, or when there is none */
  nhsNumber: string | null;
  showsNhsNumber: boolean;
  /** what the reader's organisation calls the person, where the number is not shown; version 0 before there is one */
  ownReference: { reference: string | null; version: number };
  keyWorker: KeyWorker | null;
  phone: string | null;
  contactPoints: ContactPoint[];
  /** the rules about reaching them that hold, for those who may know of them */
  safeContact: readonly SafeRule[];
  alerts: Alert[];
  sameName: { sameAddress: boolean; elsewhere: boolean };
  /** when the help of the reader's organisation has ended: until when they read what is their own and write the closing note */
  windDownUntil: Date | null;
  /** when the reader has the record open in an emergency: until when, and why; and whether by that alone, so that they decide nothing */
  emergency: (Pick<EmergencyOpening, 'until' | 'because' | 'reason'> & { alone: boolean }) | null;
  /** does the reader look at records in emergencies? */
  viewsEmergencies: boolean;
}

export interface PersonPage extends Identity {
  case: Case | null;
  /** the integrated team to which the case belongs, by name */
  team: string | null;
  aboutMe: AboutMe[];
  relatives: RelatedPerson[];
  circle: CircleMember[];
  /** goals and next steps of the plan that stands */
  plan: PlanGlance;
  timeline: TimelineEntry[];
  /** other records of the same person, for a reader who works with both */
  joined: MergeOf[];
  /** the categories that the caller's organisation has been given; the fixed sentence is made of them */
  yourCategories: string[];
  /** whether anybody has talked with the person about who may see what */
  toldOfSharing: boolean;
}

type About = Pick<PersonPage, 'case' | 'team' | 'aboutMe' | 'relatives' | 'circle' | 'plan'>;

/** How the reader reaches the person. */
@Injectable()
export class PersonReach {
  constructor(
    private readonly records: Records,
    private readonly safe: SafeContacts,
    private readonly references: OwnReferences,
  ) {}

  async reach(personId: string): Promise<Pick<Identity, 'phone' | 'contactPoints' | 'safeContact'>> {
    const [contactPoints, { live }] = await Promise.all([
      this.records.readable(ContactPoint, 'c').then((points) => points.andWhere('c.personId = :personId', { personId }).orderBy('c.createdAt').getMany()), this.safe.of(personId),
    ]);
    return { contactPoints, safeContact: live, phone: contactPoints.find((point) => point.kind === 'phone')?.value ?? null };
  }

  async reference(personId: string): Promise<Identity['ownReference']> {
    const given = await this.references.of(personId);
    return { reference: given?.reference ?? null, version: given?.rowVersion ?? 0 };
  }
}

/** What is listed about a person. Each part stands on its own: they are asked for at once. */
@Injectable()
export class PersonLists {
  constructor(
    private readonly records: Records,
    private readonly circle: CareTeamsQueries,
    private readonly cases: CasesQueries,
    readonly reach: PersonReach,
    private readonly plans: CarePlansQueries,
  ) {}

  windDownUntil(personId: string): Promise<Date | null> {
    return this.circle.windDownUntil(personId);
  }

  /** The last to end of those that the caller has open. */
  async emergency(personId: string): Promise<Identity['emergency']> {
    const opening = await (await this.records.readable(EmergencyOpening, 'e'))
      .andWhere('e.personId = :personId and e.userId = (select ctx_user()) and e.until > now()', { personId }).orderBy('e.until', 'DESC').limit(1).getOne();
    return opening && { until: opening.until, because: opening.because, reason: opening.reason, alone: await this.records.opensInEmergencyAlone(personId) };
  }

  async about(personId: string): Promise<Omit<About, 'aboutMe'>> {
    // First what is asked about again when it has been answered.
    const [plan, { open, team }, relatives, circle] = await Promise.all([
      this.plans.glance(personId),
      this.cases.openCase(personId).then(async (one) => ({ open: one, team: one && (await this.cases.teamName(one)) })),
      this.records.readable(RelatedPerson, 'r').then((family) => family.andWhere('r.personId = :personId', { personId }).orderBy('r.createdAt').getMany()),
      this.circle.circle(personId),
    ]);
    return { case: open, team, relatives, circle, plan };
  }
}

/** The parts of a person's page, each from its own module. */
@Injectable()
export class PersonParts {
  constructor(
    private readonly persons: PersonsService,
    private readonly personQueries: PersonsQueries,
    private readonly keyWorkers: KeyWorkersQueries,
    private readonly contacts: ContactsQueries,
    private readonly lists: PersonLists,
  ) {}

  /** @throws NotFound */
  find(personId: string): Promise<Person> {
    return this.persons.find(personId);
  }

  async identity(person: Person): Promise<Identity> {
    const { personId } = person;
    const { actor } = currentContext();
    const showsNhsNumber = actor.organisationId === null || isHealthOrSocialCare(actor.sector as Sector);
    const [ownReference, keyWorker, reach, alerts, sameName, windDownUntil, emergency] = await Promise.all([
      showsNhsNumber ? { reference: null, version: 0 } : this.lists.reach.reference(personId),
      this.keyWorkers.leadOf(personId), this.lists.reach.reach(personId), this.contacts.alerts(personId), this.personQueries.sameName(person), this.lists.windDownUntil(personId), this.lists.emergency(personId),
    ]);
    return { person, showsNhsNumber, nhsNumber: showsNhsNumber ? person.nhsNumber : null, ownReference, keyWorker, ...reach, alerts, sameName, windDownUntil, emergency, viewsEmergencies: actor.roles.includes('emergency_viewer') };
  }

  async about(personId: string): Promise<About> {
    const [about, aboutMe] = await Promise.all([this.lists.about(personId), this.aboutMe(personId)]);
    return { ...about, aboutMe };
  }

  async joined(personId: string): Promise<MergeOf[]> {
    return (await this.personQueries.merges(personId)).filter(({ state }) => state === 'confirmed');
  }

  aboutMe(personId: string): Promise<AboutMe[]> {
    return this.personQueries.aboutMe(personId);
  }
}

/** Joins what the modules know about one person into what a screen shows; every part narrowed for the reader, one audit event. */
@Injectable()
export class PersonPageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly parts: PersonParts,
    private readonly timeline: TimelineQueries,
    private readonly sharing: SharingQueries,
  ) {}

  async identity(personId: string, subject = 'Person'): Promise<Identity> {
    return this.transactions.run(async () => {
      const person = await this.parts.find(personId);
      this.records.audit({ action: 'read', subject, personId });
      return this.parts.identity(person);
    });
  }

  /** What the person wants everyone to know, for a page that says already that it was read. */
  aboutMe(personId: string): Promise<AboutMe[]> {
    return this.transactions.run(() => this.parts.aboutMe(personId));
  }

  /** @throws NotFound */
  async page(personId: string): Promise<PersonPage> {
    return (await this.pageAnd(personId, () => Promise.resolve()))[0];
  }

  /**
   * The page, and what a screen shows beside it. Once the person is found, all is asked in one go.
   * @throws NotFound; then the rest is not asked
   */
  async pageAnd<T>(personId: string, beside: () => Promise<T>): Promise<[PersonPage, T]> {
    return this.transactions.run(async () => {
      const person = await this.parts.find(personId);
      this.records.audit({ action: 'read', subject: 'Person', personId });
      const [about, identity, joined, timeline, yourCategories, agreed, shown] = await Promise.all([
        this.parts.about(personId), this.parts.identity(person), this.parts.joined(personId), this.timeline.page(personId, 5, null), this.sharing.ownCategories(personId), this.sharing.agreed(personId), beside(),
      ]);
      const opened = identity.emergency ? (await this.transactions.accessTo(personId)).flatMap(({ categories }) => categories) : [];
      return [{ ...identity, ...about, joined, timeline, yourCategories: [...new Set([...yourCategories, ...opened])], toldOfSharing: agreed.conversations > 0 }, shown];
    });
  }
}
