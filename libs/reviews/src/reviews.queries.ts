import { Injectable } from '@nestjs/common';
import { CareTeamMember } from '@app/care-teams';
import { currentContext, localDay } from '@app/kernel';
import { isChild, RelatedPerson, type Person } from '@app/persons';
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
  /** for who holds it: those who help by now, and nobody has asked them or said why not */
  readonly unasked: readonly Proposal[];
  /** the organisation that holds it */
  readonly organisation: string;
  readonly mayHold: boolean;
}

const ORDER: Record<InviteeKind, number> = { person: 1, carer: 2, advocate: 3, interpreter: 4, organisation: 5 };

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
      // Who finds none has read none.
      if (rows.length > 0) this.records.audit({ action: 'read', subject: 'Review', personId, subjectIds: rows.map(({ id }) => id) });
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
      const mayHold = await this.mayHold(review);
      return { review, invitees: await this.invitees(review), unasked: mayHold ? await this.unasked(review) : [], organisation: holder?.name ?? '', mayHold };
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

  /** Whom somebody else of the caller's organisation left out in confidence, by key: asked by nobody, and shown to nobody. */
  async keptFrom({ personId, id }: Pick<Review, 'personId' | 'id'>): Promise<string[]> {
    const [row] = await this.transactions.query<{ keys: string[] }>('select kept_from_review($1, $2) as keys', [personId, id]);
    return row?.keys ?? [];
  }

  /** Leaves somebody out in confidence who was asked before. False where their line was changed meanwhile. */
  async leaveOut({ personId, id, rowVersion }: ReviewInvitee, words: string | null, known: readonly string[]): Promise<boolean> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ done: boolean }>('select leave_out_in_confidence($1, $2, $3, $4, $5) as done', [personId, id, rowVersion, words, known]);
    this.records.audit({ action: 'change', subject: 'ReviewInvitee', personId, subjectIds: [id] });
    return row?.done ?? false;
  }

  /** Who may know of a line that is confidential: whoever writes it down, and whoever chairs. */
  async mayKnow({ chairMembershipId }: Pick<Review, 'chairMembershipId'>): Promise<string[]> {
    const [chair] = await this.transactions.query<{ userId: string }>('select user_id as "userId" from membership where id = $1 and ends > now()', [chairMembershipId]);
    return [...new Set([currentContext().actor.userId, ...(chair ? [chair.userId] : [])])];
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
  async proposals({ personId, given, family }: Pick<Person, 'personId' | 'given' | 'family'>): Promise<Proposal[]> {
    return [{ key: 'person', kind: 'person', name: [given, family].filter(Boolean).join(' '), does: null, organisationId: null, relatedPersonId: null, sealedTo: null }, ...(await this.helpers(personId))];
  }

  /** Of a review that was sent out: family and organisations who came to help since, as far as the caller may know of each. */
  async unasked(review: Review): Promise<Proposal[]> {
    if (!review.wasSent || !review.takesContributions) return [];
    const known = new Set([...(await this.invitees(review)).map(({ key }) => key), ...(await this.keptFrom(review))]);
    return (await this.helpers(review.personId)).filter(({ key }) => !known.has(key));
  }

  private async helpers(personId: string): Promise<Proposal[]> {
    const keptOut = await this.keptOut(personId);
    const carers = await this.family(personId, keptOut, localDay(new Date()));
    return [
      ...carers.map((one): Proposal => ({ key: `carer:${one.id}`, kind: 'carer', name: one.name, does: one.relation, organisationId: null, relatedPersonId: one.id, sealedTo: one.sealedTo })),
      ...(await this.partners(personId, keptOut)),
    ];
  }

  /** Family of whom it may be written down what they said: who is asked, or openly not asked for a reason that is not the person's own, and would be proposed today. */
  async carers(review: Pick<Review, 'personId' | 'id'>, today: string): Promise<RelatedPerson[]> {
    const known = new Set((await this.invitees(review)).flatMap((one) => (one.because === 'confidential' || one.because === 'person_does_not_want' || one.relatedPersonId === null ? [] : [one.relatedPersonId])));
    return (await this.family(review.personId, await this.keptOut(review.personId), today)).filter((one) => known.has(one.id));
  }

  private async keptOut(personId: string): Promise<ReadonlySet<string>> {
    return new Set((await this.transactions.accessTo(personId)).flatMap((door) => door.excluded));
  }

  private async family(personId: string, keptOut: ReadonlySet<string>, today: string): Promise<RelatedPerson[]> {
    const family = await (await this.records.readable(RelatedPerson, 'f')).andWhere('f.personId = :personId', { personId }).orderBy('f.name').getMany();
    return family.filter((one) => (one.mainCarer || one.emergencyContact || one.userId !== null) && !one.mustNotBeTold && !(one.userId && keptOut.has(one.userId)) && isChild(one, today) !== true);
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
