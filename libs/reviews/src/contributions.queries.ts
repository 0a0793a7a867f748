import { Injectable } from '@nestjs/common';
import { CarePlansQueries, SuggestionsQueries, type Goal, type KnownLine } from '@app/care-plans';
import { currentContext } from '@app/kernel';
import { Person, RelatedPerson } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { opensTo, SharingQueries } from '@app/sharing';
import { Review } from './review.entity';
import { ReviewContribution, type SaidHow } from './review-contribution.entity';
import { ReviewInvitee } from './review-invitee.entity';
import { ReviewItem } from './review-item.entity';

/** What somebody said, with whose it is, and whether it was confirmed. */
export interface SeenContribution {
  readonly contribution: ReviewContribution;
  readonly organisation: string;
  /** for whom it was written down, and what they say of that; null for what somebody said themselves */
  readonly saidFor: { readonly organisation: string; readonly isOurs: boolean; readonly confirmation: ReviewContribution | null } | null;
  /** of a family carer's words: who said them, by name where the reader may know of them; null for everybody else's */
  readonly carer: { readonly name: string | null } | null;
}

/** On the person's own page: what a family carer said, as far as they may read it. */
export interface CarerWord {
  readonly id: string;
  readonly text: string;
  /** what the goal says about which it is */
  readonly about: string | null;
  readonly how: SaidHow;
  readonly name: string | null;
  readonly sentAt: Date;
  readonly authorName: string;
}

/** A review of the caller's own, or to which their organisation is asked. */
export interface MyReview {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly id: string;
  readonly kind: string;
  readonly state: Review['state'];
  readonly startsAt: Date | null;
  readonly dueOn: string;
  readonly returnBy: string | null;
  readonly readBy: string | null;
  readonly minutes: number;
  /** does the caller chair it? */
  readonly mine: boolean;
  /** what the caller's organisation has answered: nothing, something that is not sent, or sent */
  readonly answered: 'not yet' | 'begun' | 'sent';
  readonly coming: string | null;
  /** something was written down for the caller's organisation that nobody has confirmed */
  readonly toConfirm: boolean;
  /** something is put down for the caller's organisation to do, and it has not said whether it does */
  readonly toPromise: boolean;
  /** the caller's organisation is openly not asked this time: it reads the review, and nothing waits for it */
  readonly leftOut: boolean;
  readonly reference: string | null;
}

const MOST = 100;
/** For so long somebody is asked whether they do what was put down for them. */
const ASKED_DAYS = 90;

@Injectable()
export class ContributionsQueries {
  constructor(
    readonly transactions: Transactions,
    private readonly records: Records,
    private readonly plans: CarePlansQueries,
    private readonly lines: SuggestionsQueries,
    private readonly sharing: SharingQueries,
  ) {}

  /** Everything that was said for a review and the caller may read, the oldest first. Audited. */
  async of({ personId, id }: Pick<Review, 'personId' | 'id'>): Promise<SeenContribution[]> {
    const rows = (await (await this.records.readable(ReviewContribution, 'c')).andWhere('c.personId = :personId and c.reviewId = :id', { personId, id }).orderBy('c.createdAt').addOrderBy('c.kind').addOrderBy('c.id').getMany()).filter(isSaid);
    if (rows.length > 0) this.records.audit({ action: 'read', subject: 'ReviewContribution', personId, subjectIds: rows.map((row) => row.id) });
    const ids = rows.flatMap((row) => [row.ownerOrganisationId, ...(row.saidByOrganisationId ? [row.saidByOrganisationId] : [])]);
    const names = new Map((await this.transactions.query<{ id: string; name: string }>('select id, name from organisation where id = any ($1)', [ids])).map((one) => [one.id, one.name]));
    const carers = await this.carers(personId, rows);
    return rows.map((contribution) => ({
      contribution, organisation: names.get(contribution.ownerOrganisationId) ?? '',
      saidFor: contribution.saidByOrganisationId === null ? null : { organisation: names.get(contribution.saidByOrganisationId) ?? '', isOurs: contribution.saidByOrganisationId === currentContext().actor.organisationId, confirmation: rows.find((one) => one.kind === 'confirmation' && one.aboutId === contribution.id) ?? null },
      carer: contribution.voice === null ? null : { name: carers(contribution) },
    }));
  }

  /** What the caller's organisation has said itself. */
  async own(review: Pick<Review, 'personId' | 'id'>): Promise<ReviewContribution[]> {
    return (await this.records.readable(ReviewContribution, 'c'))
      .andWhere('c.personId = :personId and c.reviewId = :id and c.ownerOrganisationId = :own and c.saidByOrganisationId is null and c.how is null', { personId: review.personId, id: review.id, own: currentContext().actor.organisationId }).getMany();
  }

  /** What the person said themselves, the oldest first, as far as the caller may read it; on their own page it is what they say now. */
  async ownWords({ personId, id }: Pick<Review, 'personId' | 'id'>): Promise<ReviewContribution[]> {
    const rows = await (await this.records.readable(ReviewContribution, 'c')).andWhere('c.personId = :personId and c.reviewId = :id and c.how is not null and c.voice is null', { personId, id }).orderBy('c.createdAt').addOrderBy('c.kind').addOrderBy('c.id').getMany();
    return rows.filter(isSaid);
  }

  /** What family carers said and the person may read, on their own page; nothing for anybody else. Audited. */
  async carerWords({ personId, id }: Pick<Review, 'personId' | 'id'>): Promise<CarerWord[]> {
    const said = await this.transactions.query<CarerWord>('select id, text, about, how, name, sent_at as "sentAt", author_name as "authorName" from carer_words_for_me($1, $2)', [personId, id]);
    if (said.length > 0) this.records.audit({ action: 'read', subject: 'ReviewContribution', personId, subjectIds: said.map((one) => one.id) });
    return said;
  }

  /** Who of the family said something: by name for whoever reads of them in the record. Who must not be told by now, or is kept out, is named to nobody but those who wrote it down. */
  private async carers(personId: string, rows: readonly ReviewContribution[]): Promise<(said: ReviewContribution) => string | null> {
    const ids = rows.flatMap(({ relatedPersonId }) => relatedPersonId ?? []);
    if (ids.length === 0) return () => null;
    const family = await (await this.records.readable(RelatedPerson, 'f')).andWhere('f.personId = :personId and f.id = any (:ids)', { personId, ids }).getMany();
    const keptOut = new Set((await this.transactions.accessTo(personId)).flatMap((door) => door.excluded));
    return ({ relatedPersonId, ownerOrganisationId }) => {
      const them = family.find(({ id }) => id === relatedPersonId);
      const isNamed = them && (ownerOrganisationId === currentContext().actor.organisationId || (!them.mustNotBeTold && !(them.userId && keptOut.has(them.userId))));
      return isNamed ? them.name : null;
    };
  }

  /** Of these organisations those that read no such point, as far as the caller may know. What only a few know of is for whoever those are. */
  async notReading({ personId, sealedTo, ...opening }: ReviewItem, organisations: readonly string[]): Promise<string[]> {
    if (sealedTo !== null) return [];
    const circle = await this.sharing.circle(personId);
    return organisations.filter((one) => one !== opening.ownerOrganisationId && !circle.some((row) => row.organisationId === one && opensTo(row, opening)));
  }

  /** The goals about which is asked: those that go on, as far as the caller may read them. */
  async goals(personId: string): Promise<Goal[]> {
    return (await this.plans.current(personId)).content.goals.map(({ goal }) => goal).filter((goal) => goal.isActive);
  }

  /** A goal of the plan that stands, as far as the caller may see it. */
  async goal(personId: string, itemId: string): Promise<KnownLine | null> {
    const line = await this.lines.lineInForce(personId, itemId);
    return line?.kind === 'goal' ? line : null;
  }

  /** The reviews of the caller and those to which their organisation is asked, the soonest first; those whom they may open. Audited as a list. */
  async mine(): Promise<MyReview[]> {
    return this.transactions.run(async () => {
      const { organisationId, membershipId } = currentContext().actor;
      const values: unknown[] = [organisationId, membershipId];
      const own = `c.person_id = r.person_id and c.review_id = r.id and c.owner_organisation_id = $1 and c.said_by_organisation_id is null and c.how is null and ${this.records.readableSql(ReviewContribution, 'c', values)}`;
      const said = `s.person_id = r.person_id and s.review_id = r.id and s.said_by_organisation_id = $1 and ${this.records.readableSql(ReviewContribution, 's', values)}`;
      const promised = `select i.review_id from review_item i
         where i.doer_organisation_id = $1 and i.owner_organisation_id <> $1 and i.outcome = 'action' and i.created_at > now() - interval '${ASKED_DAYS} days' and ${this.records.readableSql(ReviewItem, 'i', values)}
           and not exists (select 1 from review_contribution c where c.person_id = i.person_id and c.review_id = i.review_id and c.owner_organisation_id = $1 and c.kind = 'promise' and c.about_id = i.id and c.about_text = i.decided)`;
      const rows = await this.transactions.query<MyReview>(
        `with to_promise as materialized (${promised}), mine as (
           select person_id, id from review where state not in ('closed', 'cancelled') and (chair_membership_id = $2 or $1 = any (named_organisations))
           union select person_id, id from review where id in (select review_id from to_promise) and state <> 'cancelled')
         select r.person_id as "personId", concat_ws(' ', p.given, p.family) as name, p.birth_date::text as "birthDate", r.id, r.kind, r.state, r.starts_at as "startsAt", r.due_on::text as "dueOn", r.return_by::text as "returnBy", r.read_by::text as "readBy", r.minutes,
                r.chair_membership_id = $2 as mine,
                case when exists (select 1 from review_contribution c where ${own} and c.kind = 'update' and c.sent_at is null) then 'begun'
                     when exists (select 1 from review_contribution c where ${own} and c.kind = 'update') then 'sent' else 'not yet' end as answered,
                (select c.answer from review_contribution c where ${own} and c.kind = 'coming' order by c.created_at desc limit 1) as coming,
                exists (select 1 from review_contribution s where ${said} and not exists (select 1 from review_contribution c where ${own} and c.kind = 'confirmation' and c.about_id = s.id)) as "toConfirm",
                r.id in (select review_id from to_promise) as "toPromise",
                exists (select 1 from review_invitee i where i.person_id = r.person_id and i.review_id = r.id and i.organisation_id = $1 and i.state = 'left_out' and ${this.records.readableSql(ReviewInvitee, 'i', values)}) as "leftOut",
                (select w.reference from own_reference w where w.person_id = r.person_id and w.owner_organisation_id = $1 limit 1) as reference
           from review r join person p on p.person_id = r.person_id
          where (r.person_id, r.id) in (select person_id, id from mine) and ${this.records.readableSql(Review, 'r', values)} and ${this.records.readableSql(Person, 'p', values)}
          order by coalesce(r.return_by, (r.starts_at at time zone 'Europe/London')::date, r.due_on), r.starts_at, r.id limit ${MOST}`,
        values,
      );
      if (rows.length > 0) this.records.audit({ action: 'list', subject: 'Review', personIds: [...new Set(rows.map((row) => row.personId))] });
      return rows;
    });
  }
}

/** Did the person say it themselves, on their own page or to whoever wrote it down? */
export const isOwnWord = ({ how, voice }: Pick<ReviewContribution, 'how' | 'voice'>): boolean => how !== null && voice !== 'carer';

/** What the person has taken back says nothing. */
export const isSaid = ({ answer, text }: Pick<ReviewContribution, 'answer' | 'text'>): boolean => answer !== null || text !== null;

/** Is it still before the review, and has the caller's organisation not said all that it is asked? */
export const answersWanted = ({ mine, answered, coming, leftOut, state }: MyReview): boolean =>
  !mine && !leftOut && ['scheduled', 'rescheduled', 'contributions_open', 'incomplete'].includes(state) && (answered !== 'sent' || coming === null);

/** Does it wait for something from the caller's organisation? */
export const waitsForMe = (review: MyReview): boolean => review.toConfirm || review.toPromise || answersWanted(review);
