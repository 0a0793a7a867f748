import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden, Invalid, localDay, NotFound } from '@app/kernel';
import { PersonsQueries } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { holdsWithoutYes, type Ground } from './authority';
import { aDecision, aFact } from './fact';
import { Exclusion, Relationship, SafeContact, SharingDecision, type Basis, type ScopeKind } from './facts.entity';
import { PeopleRound } from './people-round';
import type { SaidYes } from './sharing.commands';
import { SharingQueries } from './sharing.queries';

/** The person's own yes to one helper. */
export interface Agreement {
  readonly present: readonly string[];
  readonly spokeAlone: boolean;
}

/** Who is let in: the organisation, one of its teams or one of its workers, and with what. */
export interface Invitation {
  readonly organisationId: string;
  readonly scopeKind: Exclude<ScopeKind, 'user'>;
  readonly scopeId: string;
  readonly categories: readonly string[];
  readonly basis?: Extract<Basis, 'care_team' | 'review' | 'advocate'>;
  /** the only users who may know that this service helps */
  readonly discreetTo?: readonly string[] | undefined;
  readonly startedAt?: Date;
  /** without it the decision is the implied one of direct care */
  readonly agreement?: Agreement | null;
  /** by what they may be told, where it is not the usual */
  readonly ground?: Ground | null;
}

/** The facts about who may see whom. Every verb that changes one rebuilds what follows from them, in the same transaction. */
@Injectable()
export class SharingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsQueries,
    private readonly queries: SharingQueries,
    private readonly round: PeopleRound,
  ) {}

  /**
   * Lets a helper in: the relationship, and the implied decision that direct care has from the start.
   * The database refuses an inviter who cannot see the person, an organisation that invites itself whole, and categories that the inviter has not.
   */
  async letIn(personId: string, invitation: Invitation): Promise<Relationship> {
    return this.transactions.run(async () => {
      const { actor } = currentContext();
      await this.mustHave(personId, invitation.categories);
      if (!invitation.agreement && !holdsWithoutYes(invitation.ground ?? null)) await this.agreement(personId, {});
      // Everybody reads who brought in whom.
      if (await this.records.knownOnlyTo(personId)) throw new Forbidden('action.forbidden');
      const sealedTo = invitation.discreetTo ? [...invitation.discreetTo] : null;
      const relationship = Object.assign(new Relationship(), aFact(personId), {
        organisationId: invitation.organisationId, scopeKind: invitation.scopeKind, scopeId: invitation.scopeId, basis: invitation.basis ?? 'care_team',
        categories: [...new Set(['identity', ...invitation.categories])], discreet: sealedTo !== null, sealedTo, ...(invitation.startedAt && { starts: invitation.startedAt }),
      });
      await this.records.insert(Relationship as never, relationship);
      if (invitation.organisationId !== actor.organisationId) {
        await this.decide(personId, { organisationId: invitation.organisationId, permit: true, categories: relationship.categories, sealedTo, ...authorityOf(invitation.agreement, invitation.ground) });
      }
      await this.rebuild(personId, 'let-in', relationship.id);
      return relationship;
    });
  }

  /**
   * The person's yes to this one; null where nobody need ask, and nobody says that they did.
   * @throws Invalid `agreed.required`, `agreed.no`, `required` where the person wants to be asked each time
   */
  async agreement(personId: string, { agreed, present, spokeAlone }: SaidYes): Promise<Agreement | null> {
    if (agreed === 'no') throw Invalid.field('/agreed', 'agreed.no', 'Add them when they have said yes');
    if (agreed !== 'yes' && !(await this.queries.agreed(personId)).asks) return null;
    if (agreed !== 'yes') throw Invalid.field('/agreed', 'agreed.required', 'They want to be asked each time. Ask, and say whether they said yes to this one');
    if (!spokeAlone) throw Invalid.field('/spokeAlone', 'required', 'Choose whether they spoke alone');
    return { present: present ? [present] : [], spokeAlone: spokeAlone === 'yes' };
  }

  /** The person themselves, reading what is marked visible to them. */
  async letInThemself(personId: string, userId: string): Promise<void> {
    await this.letInUser(personId, userId, 'own', ['identity']);
  }

  /** A family carer, with what the person agreed and no more. */
  async letInCarer(personId: string, userId: string, categories: readonly string[]): Promise<void> {
    await this.letInUser(personId, userId, 'carer', [...new Set(['identity', ...categories])]);
  }

  /** Ends a relationship: access is gone with the next statement. */
  async letGo(personId: string, relationshipId: string, at = new Date()): Promise<void> {
    await this.transactions.run(async () => {
      if (!(await this.queries.end('relationship', personId, relationshipId, at))) throw new NotFound('Relationship', relationshipId, personId);
      await this.rebuild(personId, 'let-go', relationshipId);
    });
  }

  /** The person says no to an organisation, wholly or for some categories. Applied at once; an organisation never loses its own record. */
  async refuse(personId: string, organisationId: string, categories: readonly string[], options: { objection?: boolean; sealedTo?: string[]; spokeAlone?: boolean } = {}): Promise<void> {
    await this.transactions.run(async () => {
      await this.decide(personId, { organisationId, permit: false, objection: options.objection ?? false, categories: [...categories], authority: 'refused_by_person', sealedTo: options.sealedTo ?? null, spokeAlone: options.spokeAlone ?? null });
      await this.rebuild(personId, 'refuse');
    });
  }

  /** A user who must not open the record: a relative on the staff, the person as staff, an alleged source of harm (sealed). */
  async exclude(personId: string, userId: string, kind: Exclusion['kind'], sealedTo: string[] | null = null, details: Partial<Pick<Exclusion, 'because' | 'reviewOn'>> = {}): Promise<void> {
    await this.transactions.run(async () => {
      await this.records.insert(Exclusion as never, Object.assign(new Exclusion(), aFact(personId), { userId, kind, sealedTo, because: null, reviewOn: null }, details));
      await this.rebuild(personId, 'exclude');
    });
  }

  /** A rule about reaching the person. Who helps discreetly writes for those only who know of the help. */
  async setSafeContact(personId: string, rule: Pick<SafeContact, 'channel' | 'allowed'> & Partial<SafeContact>): Promise<void> {
    await this.transactions.run(async () => {
      const sealedTo = rule.sealedTo ?? (await this.records.knownOnlyTo(personId));
      await this.records.insert(SafeContact as never, Object.assign(new SafeContact(), { whoAnswers: null, times: null, voicemail: null, codeWord: null }, aFact(personId), rule, { sealedTo }));
      this.records.audit({ action: 'safe-contact', subject: 'Person', personId });
    });
  }

  private async letInUser(personId: string, userId: string, basis: 'own' | 'carer', categories: string[]): Promise<void> {
    await this.transactions.run(async () => {
      const relationship = Object.assign(new Relationship(), aFact(personId), { organisationId: null, scopeKind: 'user', scopeId: userId, basis, categories, discreet: false, sealedTo: null });
      await this.records.insert(Relationship as never, relationship);
      await this.rebuild(personId, 'let-in', relationship.id);
    });
  }

  private decide(personId: string, decision: Partial<SharingDecision>): Promise<void> {
    return this.records.insert(SharingDecision as never, aDecision(personId, decision));
  }

  /** Nobody passes on what their own organisation has not been given. @throws NotFound; Invalid `category.notYours` */
  async mustHave(personId: string, categories: readonly string[]): Promise<void> {
    const own = await this.queries.ownCategories(personId);
    if (!own.length) throw new NotFound('Person', undefined, personId);
    const missing = categories.filter((category) => !own.includes(category));
    if (missing.length) throw Invalid.field('/categories', 'category.notYours', 'You can only pass on what your organisation has been given');
  }

  /** Those chosen who may know of something, and the caller. @throws Invalid `choice` for who cannot open the record */
  async mayKnow(personId: string, userIds: readonly string[]): Promise<string[]> {
    return this.round.chosen(personId, userIds, '/knownTo');
  }

  /** What follows from the facts, put together again. */
  async rebuild(personId: string, action: string, relationshipId?: string): Promise<void> {
    await this.persons.refreshAccess(personId);
    this.records.audit({ action, subject: 'Relationship', personId, subjectIds: relationshipId ? [relationshipId] : undefined });
  }
}

const usualOf = (agreement: Agreement | null | undefined): Partial<SharingDecision> =>
  (agreement ? { authority: 'explicit', toldOn: localDay(new Date()), present: [...agreement.present], spokeAlone: agreement.spokeAlone } : { authority: 'implied_direct_care' });

/** A yes to this one is more than what is usual, and what holds without a yes is said to be that. */
function authorityOf(agreement: Agreement | null | undefined, ground: Ground | null | undefined): Partial<SharingDecision> {
  const usual = usualOf(agreement);
  if (!ground || (agreement && ground.authority === 'implied_direct_care')) return usual;
  return { ...usual, authority: ground.authority, toldOn: ground.toldOn ?? usual.toldOn ?? null, authorityNote: ground.note, reviewOn: ground.reviewOn };
}
