import { Injectable } from '@nestjs/common';
import { localDay, Invalid } from '@app/kernel';
import { AboutMe, ageOn, CATEGORIES, ContactPoint, fullName, PersonsService, type Category, type Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { SharingQueries } from '@app/sharing';
import { FACT_WORDS, NAMING, type Fact, type FactKey } from './facts';

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** Who the person is goes with every yes, and who looked is nobody's to pass on. */
const NEVER_CHOSEN: readonly Category[] = ['identity', 'access_log'];

/** What could go with a referral, and who the person is. */
export interface Summary {
  readonly person: Person;
  readonly facts: readonly Fact[];
  /** why a phone number does not go out, where somebody must not ring */
  readonly phoneWithheld: boolean;
  /** what acceptance could open: nobody passes on what their own organisation has not been given */
  readonly mayOpen: readonly Category[];
}

/** Puts together what may be told of a person before a service has said yes. */
@Injectable()
export class Summaries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly sharing: SharingQueries,
  ) {}

  /** Everything that the caller could choose from; what is protected never goes out. @throws NotFound */
  async of(personId: string): Promise<Summary> {
    return this.transactions.run(async () => {
      const person = await this.persons.find(personId);
      const points = await (await this.records.readable(ContactPoint, 'c')).andWhere('c.personId = :personId and c.endsOn is null', { personId }).orderBy('c.createdAt', 'ASC').getMany();
      const about = await (await this.records.readable(AboutMe, 'a')).andWhere(`a.personId = :personId and a.heading = 'how_to_support' and a.state = 'said' and a.sealedTo is null`, { personId }).orderBy('a.createdAt', 'DESC').limit(1).getOne();
      const rules = await this.phoneRules(personId);
      const open = person.restricted || points.some((point) => point.protected) ? [] : points.filter((point) => point.sealedTo === null);
      const phone = open.find(({ kind }) => kind === 'phone')?.value ?? null;
      const mayRing = rules.every(({ allowed }) => allowed);
      const words: Partial<Record<FactKey, string | null>> = {
        name: [fullName(person), person.preferred ? `likes to be called ${person.preferred}` : null, person.birthDate ? `born ${DAY.format(new Date(person.birthDate))}` : null].filter(Boolean).join(', '),
        age: ageWords(person),
        phone: phone && mayRing ? [phone, ...rules.map((rule) => [rule.times, rule.whoAnswers].filter(Boolean).join(', '))].filter(Boolean).join('. ') : null,
        address: open.find(({ kind }) => kind === 'address')?.value ?? null,
        communication: person.communicationNeeds,
        language: person.languages.map(({ language, interpreterNeeded }) => `${language}${interpreterNeeded ? ', with an interpreter' : ''}`).join('; ') || null,
        how_to_support: about?.text ?? null,
      };
      const facts = (Object.entries(words) as [FactKey, string | null][]).flatMap(([key, text]) => (text ? [{ key, label: FACT_WORDS[key], text }] : []));
      const own = await this.sharing.ownCategories(personId);
      return { person, facts, phoneWithheld: phone !== null && !mayRing, mayOpen: CATEGORIES.filter((one) => own.includes(one) && !NEVER_CHOSEN.includes(one)) };
    });
  }

  /**
   * What the person agreed to, frozen.
   * @throws Invalid `fact.unknown` for what is not known or may not go out; `names.person` where words that were typed name somebody who wanted no name to go
   */
  async frozen(summary: Summary, chosen: readonly FactKey[], typed: Readonly<Record<string, string>>): Promise<{ facts: Fact[]; namesPerson: boolean }> {
    const unknown = chosen.filter((key) => !summary.facts.some((fact) => fact.key === key));
    if (unknown.length) throw Invalid.field('/facts', 'fact.unknown', summary.phoneWithheld && unknown.includes('phone') ? 'Nobody may ring this person. Leave the phone number out' : 'Choose only what is known');
    const namesPerson = chosen.some((key) => NAMING.includes(key));
    const { given, family, preferred } = summary.person;
    const names = [given, family, preferred].flatMap((name) => (name ?? '').split(/[\s-]+/)).filter((name) => name.length > 2);
    const named = chosen.includes('name') ? [] : Object.entries(typed).filter(([, text]) => names.some((name) => wordIn(name, text)));
    if (named.length) throw new Invalid(named.map(([field]) => ({ pointer: `/${field}`, code: 'names.person', message: 'Take the name out, or say that the person agreed that it goes along' })));
    return Promise.resolve({ facts: summary.facts.filter((fact) => chosen.includes(fact.key)), namesPerson });
  }

  /** What acceptance opens. @throws Invalid `category.notYours` for what the caller's organisation has not been given */
  opened({ mayOpen }: Summary, chosen: readonly Category[]): Category[] {
    if (chosen.some((one) => one !== 'identity' && !mayOpen.includes(one))) throw Invalid.field('/opens', 'category.notYours', 'You can only pass on what your organisation has been given');
    return [...new Set<Category>(['identity', ...chosen])];
  }

  private phoneRules(personId: string): Promise<{ allowed: boolean; times: string | null; whoAnswers: string | null }[]> {
    return this.transactions.query(`select allowed, times, who_answers as "whoAnswers" from safe_contact where person_id = $1 and channel = 'phone' and now() < ends`, [personId]);
  }
}

function ageWords({ birthDate }: Person): string | null {
  const age = ageOn(birthDate, localDay(new Date()));
  return age === null ? null : age > 89 ? '90 or over' : `${Math.floor(age / 10) * 10} to ${Math.floor(age / 10) * 10 + 9}`;
}

const wordIn = (name: string, text: string): boolean => new RegExp(`(^|[^\\p{L}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^\\p{L}])`, 'iu').test(text);
