import { Injectable } from '@nestjs/common';
import { CareTeamMember } from '@app/care-teams';
import { currentContext, localDay } from '@app/kernel';
import { RelatedPerson, type Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { Review } from './review.entity';
import { ReviewInvitee, type InviteeKind } from './review-invitee.entity';

/** Somebody who is asked unless it is said why not. */
export interface Proposal {
  /** `person`, `organisation:…`, `carer:…` */
  readonly key: string;
  readonly kind: InviteeKind;
  readonly name: string;
  /** what they do, or who they are to the person; null for the person themselves */
  readonly does: string | null;
  readonly organisationId: string | null;
  readonly relatedPersonId: string | null;
  /** the only people who may know that they help; null where that is no secret */
  readonly sealedTo: string[] | null;
}

/** A review as its reader sees it: with those of whom they may know. */
export interface SeenReview {
  readonly review: Review;
  readonly invitees: readonly ReviewInvitee[];
  /** the organisation that holds it */
  readonly organisation: string;
  readonly mayHold: boolean;
}

const ORDER: Record<InviteeKind, number> = { person: 1, carer: 2, advocate: 3, interpreter: 4, organisation: 5 };
const YEARS_GROWN = 18;

@Injectable()
export class ReviewsQueries {
  constructor(
    readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Those that the caller may read, the open one first, then the newest. Audited. */
  async ofPerson(personId: string): Promise<Review[]> {
    return this.transactions.run(async () => {
      const rows = await (await this.records.readable(Review, 'r')).andWhere('r.personId = :personId', { personId }).orderBy('r.createdAt', 'DESC').addOrderBy('r.id', 'DESC').getMany();
      this.records.audit({ action: 'read', subject: 'Review', personId, subjectIds: rows.map(({ id }) => id) });
      return rows.sort((a, b) => Number(b.isOpen) - Number(a.isOpen));
    });
  }

  /** The one that is not over yet; null where the caller may know of none. */
  async open(personId: string): Promise<Review | null> {
    return (await this.records.readable(Review, 'r')).andWhere(`r.personId = :personId and r.state not in ('closed', 'cancelled')`, { personId }).getOne();
  }

  /** One of them, with who is asked. Audited. @throws NotFound */
  async one(personId: string, id: string): Promise<SeenReview> {
    return this.transactions.run(async () => {
      const review = await this.records.get(Review, personId, id);
      const [holder] = await this.transactions.query<{ name: string }>('select name from organisation where id = $1', [review.ownerOrganisationId]);
      return { review, invitees: await this.invitees(review), organisation: holder?.name ?? '', mayHold: await this.mayHold(review) };
    });
  }

  /** That the caller took away what they see of a review. */
  async takenAway({ personId, id }: Pick<Review, 'personId' | 'id'>): Promise<void> {
    await this.transactions.run(() => {
      this.records.audit({ action: 'export', subject: 'Review', personId, subjectIds: [id] });
      return Promise.resolve();
    });
  }

  /** Who is asked and who was left out, as far as the caller may know of each. */
  async invitees({ personId, id }: Pick<Review, 'personId' | 'id'>): Promise<ReviewInvitee[]> {
    const rows = await (await this.records.readable(ReviewInvitee, 'i')).andWhere('i.personId = :personId and i.reviewId = :id', { personId, id }).getMany();
    return rows.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  }

  /** May the caller go on with the review: for the organisation that holds it? */
  async mayHold({ personId, ownerOrganisationId }: Pick<Review, 'personId' | 'ownerOrganisationId'>): Promise<boolean> {
    const { actor } = currentContext();
    return actor.organisationId === ownerOrganisationId && actor.roles.some((role) => role === 'practitioner' || role === 'team_manager') && !(await this.records.windsDown(personId));
  }

  /**
   * The person, grown-up family who may be told, and every organisation that helps now and is not the caller's own: I9. Nobody who is kept out of the record is
   * proposed, nor an organisation of whose workers only such a one helps (I29); whoever is kept out is known from the caller's own door.
   */
  async proposals(person: Pick<Person, 'personId' | 'given' | 'family'>, today: string): Promise<Proposal[]> {
    const { personId } = person;
    const keptOut = new Set((await this.transactions.accessTo(personId)).flatMap((door) => door.excluded));
    const family = await (await this.records.readable(RelatedPerson, 'f')).andWhere('f.personId = :personId', { personId }).orderBy('f.name').getMany();
    const grown = `${Number(today.slice(0, 4)) - YEARS_GROWN}${today.slice(4)}`;
    const carers = family.filter((one) => (one.mainCarer || one.emergencyContact || one.userId !== null) && !one.mustNotBeTold && !(one.userId && keptOut.has(one.userId)) && !(one.birthDate && one.birthDate > grown));
    return [
      { key: 'person', kind: 'person', name: [person.given, person.family].filter(Boolean).join(' '), does: null, organisationId: null, relatedPersonId: null, sealedTo: null },
      ...carers.map((one): Proposal => ({ key: `carer:${one.id}`, kind: 'carer', name: one.name, does: one.relation, organisationId: null, relatedPersonId: one.id, sealedTo: one.sealedTo })),
      ...(await this.partners(personId, keptOut)),
    ];
  }

  private async partners(personId: string, keptOut: ReadonlySet<string>): Promise<Proposal[]> {
    const members = await (await this.records.readable(CareTeamMember, 'm'))
      .andWhere(`m.personId = :personId and m.state = 'active' and (m.ends is null or m.ends > now()) and m.organisationId <> :own`, { personId, own: currentContext().actor.organisationId }).orderBy('m.starts').getMany();
    const workers = new Map((await this.transactions.query<{ id: string; userId: string }>('select id, user_id as "userId" from membership where id = any ($1)', [members.flatMap((one) => one.membershipId ?? [])])).map((one) => [one.id, one.userId]));
    const names = new Map((await this.transactions.query<{ id: string; name: string }>('select id, name from organisation where id = any ($1)', [members.map((one) => one.organisationId)])).map((one) => [one.id, one.name]));
    const helping = members.filter((one) => !(one.membershipId && keptOut.has(workers.get(one.membershipId) ?? '')));
    return [...Map.groupBy(helping, (one) => one.organisationId)].map(([organisationId, theirs]): Proposal => ({
      key: `organisation:${organisationId}`, kind: 'organisation', name: names.get(organisationId) ?? '', does: theirs.map((one) => one.does).join('; '), organisationId, relatedPersonId: null,
      sealedTo: theirs.some((one) => one.sealedTo === null) ? null : (theirs[0]?.sealedTo ?? null),
    })).sort((a, b) => a.name.localeCompare(b.name));
  }
}

/** The local day on which a review is. */
export const dayOf = ({ startsAt }: Pick<Review, 'startsAt'>): string | null => startsAt && localDay(startsAt);
