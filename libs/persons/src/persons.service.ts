import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Forbidden, Invalid, newId, NotFound, TooMany } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { DIRECT_CARE, type Category } from './categories';
import { ContactPoint, RelatedPerson } from './items.entity';
import { readNhsNumber } from './nhs-number';
import { mayKnowNhsNumbers } from './nhs-numbers-known';
import { OwnReferences } from './own-references.service';
import { Person } from './person.entity';
import type { AddRelative, RegisterPerson } from './persons.commands';
import { PersonsQueries } from './persons.queries';

/** What an importer or the demonstration knows besides what the form asks. */
export type PersonDetails = Partial<Pick<Person, 'personId' | 'pronouns' | 'gender' | 'languages' | 'communicationNeeds' | 'ethnicity' | 'deceasedOn' | 'restricted' | 'identifiers' | 'flags' | 'sourceReference' | 'nhsNumberState'>> & {
  /** what the person asked the registrar to pass on, beyond what a registrar has by itself */
  readonly entrusted?: readonly Category[];
};

/** More tries than this tell somebody that a number is known: input 46. */
const NUMBERS_AN_HOUR = 10;
const MENTAL_HEALTH_SECTORS = ['nhs_primary', 'nhs_community', 'nhs_acute', 'mental_health'];

@Injectable()
export class PersonsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: PersonsQueries,
    private readonly references: OwnReferences,
  ) {}

  /**
   * Registers somebody whom a search did not find: the organisation's first relationship, then the person.
   * @throws Conflict `person.mayExist` when the NHS number is known elsewhere, seen or unseen; at most ten times an hour.
   * Forbidden `field.forbidden` for an NHS number from an organisation that is neither health nor social care: it would only learn whether the number is known
   */
  async register(command: RegisterPerson, { entrusted = [], ...details }: PersonDetails = {}): Promise<Person> {
    this.records.demand('create', Person);
    const { actor, source } = currentContext();
    if (command.nhsNumber && !mayKnowNhsNumbers()) throw new Forbidden('field.forbidden', 'NHS numbers are for health and social care. Give your own reference');
    if (!command.nhsNumber && !command.nhsNumberAbsentBecause && mayKnowNhsNumbers()) throw Invalid.field('/nhsNumber', 'required', 'Enter the NHS number, or choose why there is none');
    return this.transactions.run(async () => {
      const personId = details.personId ?? newId();
      const scope = await this.queries.ownScope(details.restricted ?? false);
      await this.queries.makeFirstRelationship(personId, newId(), scope, [...new Set([...registrarCategories(actor.sector), ...entrusted])]);
      const number = command.nhsNumber ? readNhsNumber(command.nhsNumber) : null;
      const valid = number && 'value' in number;
      if (valid && (await this.queries.claimNhsNumber(personId, number.value)) === 'exists') throw await this.knownElsewhere();
      const row = Object.assign(new Person(), {
        personId, registeredBy: actor.organisationId, family: command.family, given: command.given, preferred: command.preferred ?? null, pronouns: null, gender: null,
        birthDate: command.birthDate ?? null, birthDateEstimated: command.birthDateEstimated ?? false,
        nhsNumber: valid ? number.value : (command.nhsNumber ?? null), nhsNumberState: valid ? 'valid' : command.nhsNumber ? 'wrong-check-digit' : 'absent',
        nhsNumberAbsentBecause: command.nhsNumber ? null : (command.nhsNumberAbsentBecause ?? null),
        languages: [], communicationNeeds: null, ethnicity: null, deceasedOn: null, restricted: false, identifiers: [], flags: [], source,
        sourceReference: null, createdAt: new Date(), createdBy: actor.userId, rowVersion: 1, ...details,
      });
      await this.records.insert(Person, row);
      await this.queries.refreshAccess(personId);
      this.records.audit({ action: 'register', subject: 'Person', personId });
      if (command.ownReference) await this.references.give(personId, 0, command.ownReference);
      const lines = (command.address ?? '').split('\n').map((line) => line.trim()).filter(Boolean);
      if (lines.length || command.postcode) await this.addContactPoint(personId, { kind: 'address', value: lines.join(', '), lines, postcode: command.postcode ?? null });
      if (command.phone) await this.addContactPoint(personId, { kind: 'phone', value: command.phone });
      return row;
    });
  }

  private async knownElsewhere(): Promise<Error> {
    const refusal = { action: 'register', subject: 'Person' };
    return (await this.queries.numbersAskedLately()) >= NUMBERS_AN_HOUR
      ? new TooMany(3600, 'You have asked about too many NHS numbers. Try again in an hour, or ring the organisation that may know the person', refusal)
      : new Conflict('person.mayExist', 'Someone with this NHS number may already be known here. Ask for access: their key worker decides with them', refusal);
  }

  /** Who the person is, for a caller who may open them. Audited as opened. */
  async find(personId: string): Promise<Person> {
    return this.transactions.run(async () => {
      const person = await (await this.records.readable(Person, 'p')).andWhere('p.personId = :personId', { personId }).getOne();
      if (!person) throw new NotFound('Person', undefined, personId);
      return person;
    });
  }

  /**
   * Writes what was not known yet; what stands is left as it is.
   * @throws StaleVersion, NotFound; Conflict `person.mayExist` when the NHS number is known elsewhere
   */
  async learn(person: Person, news: Partial<Pick<Person, 'preferred' | 'birthDate' | 'birthDateEstimated' | 'gender' | 'ethnicity' | 'deceasedOn' | 'nhsNumber' | 'communicationNeeds'>>): Promise<Person> {
    return this.transactions.run(async () => {
      if (news.nhsNumber && (await this.queries.claimNhsNumber(person.personId, news.nhsNumber)) === 'exists') throw await this.knownElsewhere();
      const number = news.nhsNumber ? { nhsNumberState: 'valid' as const, nhsNumberAbsentBecause: null } : {};
      const learnt = await this.records.change(Person, { personId: person.personId }, person.rowVersion, { ...news, ...number });
      await this.queries.refreshAccess(person.personId);
      return learnt;
    });
  }

  /** An address, phone or e-mail. A protected one needs `sealedTo`: the only users who will see it. */
  async addContactPoint(personId: string, point: Partial<ContactPoint> & Pick<ContactPoint, 'kind' | 'value'>): Promise<ContactPoint> {
    return this.records.create(ContactPoint, { use: null, lines: [], postcode: null, protected: false, protectedBecause: null, protectedReviewOn: null, startsOn: null, endsOn: null, category: 'identity', audience: 'circle', visibleToPerson: true, personId, ...point });
  }

  async addRelative(personId: string, command: AddRelative, details: Partial<RelatedPerson> = {}): Promise<RelatedPerson> {
    return this.records.create(RelatedPerson, {
      personId, name: command.name, relation: command.relation, phone: command.phone ?? null, address: null, birthDate: null, ageGroup: null, assessmentOfferedOn: null, mainCarer: command.mainCarer ?? false,
      emergencyContact: command.emergencyContact ?? false, livesWith: command.livesWith ?? false, mayBeTold: [], mustNotBeTold: null, representative: null,
      representativeState: null, userId: null, sourceReference: null, category: 'circle', audience: 'circle', visibleToPerson: true, ...details,
    });
  }
}

/** The registrar passes on no more than it has: everything ordinary, and mental health where it is the organisation's own trade. */
const registrarCategories = (sector: string | null): Category[] => [...DIRECT_CARE, ...(sector && MENTAL_HEALTH_SECTORS.includes(sector) ? (['mental_health'] as const) : [])];
