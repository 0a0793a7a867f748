import { Injectable } from '@nestjs/common';
import { CareTeamsQueries, type CircleMember } from '@app/care-teams';
import { CasesQueries, type Case } from '@app/cases';
import { ContactsQueries, type Alert } from '@app/contacts';
import { currentContext } from '@app/kernel';
import { KeyWorkersQueries, type KeyWorker } from '@app/key-workers';
import { isHealthOrSocialCare, type Sector } from '@app/organisations';
import { AboutMe, ContactPoint, OwnReferences, PersonsQueries, PersonsService, RelatedPerson, type Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { SharingQueries } from '@app/sharing';
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
  alerts: Alert[];
  sameName: { sameAddress: boolean; elsewhere: boolean };
}

export interface PersonPage extends Identity {
  case: Case | null;
  contactPoints: ContactPoint[];
  aboutMe: AboutMe[];
  relatives: RelatedPerson[];
  circle: CircleMember[];
  timeline: TimelineEntry[];
  /** the categories that the caller's organisation has been given; the fixed sentence is made of them */
  yourCategories: string[];
}

@Injectable()
export class PersonLists {
  constructor(
    private readonly records: Records,
    private readonly circle: CareTeamsQueries,
    private readonly cases: CasesQueries,
    private readonly references: OwnReferences,
  ) {}

  async phone(personId: string): Promise<string | null> {
    const point = await (await this.records.readable(ContactPoint, 'c'))
      .andWhere(`c.personId = :personId and c.kind = 'phone'`, { personId }).orderBy('c.createdAt', 'ASC').getOne();
    return point?.value ?? null;
  }

  async reference(personId: string): Promise<Identity['ownReference']> {
    const given = await this.references.of(personId);
    return { reference: given?.reference ?? null, version: given?.rowVersion ?? 0 };
  }

  async about(personId: string): Promise<Pick<PersonPage, 'case' | 'contactPoints' | 'aboutMe' | 'relatives' | 'circle'>> {
    const of = { personId };
    return {
      case: await this.cases.openCase(personId),
      contactPoints: await (await this.records.readable(ContactPoint, 'c')).andWhere('c.personId = :personId', of).orderBy('c.createdAt').getMany(),
      aboutMe: await (await this.records.readable(AboutMe, 'a')).andWhere('a.personId = :personId', of).orderBy('a.createdAt').getMany(),
      relatives: await (await this.records.readable(RelatedPerson, 'r')).andWhere('r.personId = :personId', of).orderBy('r.createdAt').getMany(),
      circle: await this.circle.circle(personId),
    };
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

  async identity(personId: string): Promise<Identity> {
    const person = await this.persons.find(personId);
    const { actor } = currentContext();
    const showsNhsNumber = actor.organisationId === null || isHealthOrSocialCare(actor.sector as Sector);
    return {
      person,
      showsNhsNumber,
      nhsNumber: showsNhsNumber ? person.nhsNumber : null,
      ownReference: showsNhsNumber ? { reference: null, version: 0 } : await this.lists.reference(personId),
      keyWorker: await this.keyWorkers.leadOf(personId),
      phone: await this.lists.phone(personId),
      alerts: await this.contacts.alerts(personId),
      sameName: await this.personQueries.sameName(person),
    };
  }

  about(personId: string): Promise<Pick<PersonPage, 'case' | 'contactPoints' | 'aboutMe' | 'relatives' | 'circle'>> {
    return this.lists.about(personId);
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
      const identity = await this.parts.identity(personId);
      this.records.audit({ action: 'read', subject, personId });
      return identity;
    });
  }

  async page(personId: string): Promise<PersonPage> {
    return this.transactions.run(async () => {
      const identity = await this.parts.identity(personId);
      this.records.audit({ action: 'read', subject: 'Person', personId });
      return {
        ...identity,
        ...(await this.parts.about(personId)),
        timeline: await this.timeline.page(personId, 5, null),
        yourCategories: await this.sharing.ownCategories(personId),
      };
    });
  }
}
