import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { handOverFirst } from '@app/care-teams';
import { currentContext, NotFound, scopesOf } from '@app/kernel';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { Referral } from './referral.entity';
import { OPEN, UNANSWERED, type Side } from './referral.states';

/** What stands beside a referral on a screen: names, as far as the reader may know them. */
export interface ReferralNames {
  readonly from: string;
  readonly fromPhone: string | null;
  readonly to: string;
  readonly redirectService: string | null;
  /** null for who may not open the person */
  readonly person: string | null;
}
export interface SeenReferral {
  readonly referral: Referral;
  readonly names: ReferralNames;
  /** on which side the reader stands; somebody else of the circle on none */
  readonly side: Side | null;
}
export const QUEUES = ['received', 'sent'] as const;
export type Queue = (typeof QUEUES)[number];
/** Part of a queue: where nobody has said yes or no, or a no has not been taken care of by whoever referred; and of those whose day to answer is over. */
export const QUEUE_PARTS = ['waiting', 'late'] as const;
export type QueuePart = (typeof QUEUE_PARTS)[number];
export type QueueCounts = Record<Queue, Record<QueuePart, number>>;

const WAITS: Record<Queue, string> = { received: 'r.state = any (:unanswered)', sent: `(r.state = any (:unanswered) or r.state = 'declined' and r.settled_at is null)` };
/** Of a referral r: nobody has said yes or no, and the day to answer is over. */
export const LATE = `r.state in (${UNANSWERED.map((state) => `'${state}'`).join(', ')}) and r.answer_by < (now() at time zone 'Europe/London')::date`;
const PART_SQL: Record<QueuePart, (queue: Queue) => string> = { waiting: (queue) => WAITS[queue], late: () => LATE };

@Injectable()
export class ReferralsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** One referral, for whoever sent it, received it or reads it with the circle. Audited. @throws NotFound */
  async one(id: string): Promise<SeenReferral> {
    return this.transactions.run(async () => {
      const referral = await (await this.records.readable(Referral, 'r')).andWhere('r.id = :id', { id }).getOne();
      if (!referral) throw new NotFound('Referral', id);
      this.records.audit({ action: 'read', subject: 'Referral', personId: referral.personId, subjectIds: [id] });
      const [seen] = (await this.seen([referral])) as [SeenReferral];
      // Whoever's help has ended reads what they sent, and moves it no more.
      return seen.side === 'sender' && (await this.records.windsDown(referral.personId)) ? { ...seen, side: null } : seen;
    });
  }

  /** What waits for an answer comes first, the oldest on top; what is over last. A list is one event in the audit. */
  async queue(queue: Queue, limit: number, offset: number, part: QueuePart | null = null): Promise<{ rows: SeenReferral[]; more: boolean }> {
    return this.transactions.run(async () => {
      const found = await (await this.queued(queue, part))
        .addSelect(`case when r.state = 'declined' and r.settled_at is null or r.state = any (:waiting) then 0 when r.state = any (:open) then 1 else 2 end`, 'turn')
        .setParameters({ waiting: UNANSWERED, open: OPEN })
        .orderBy('turn', 'ASC').addOrderBy('r.sentAt', 'ASC').addOrderBy('r.id', 'ASC').limit(limit + 1).offset(offset).getMany();
      return this.listed(found, limit);
    });
  }

  /** How many stand in each part of each queue: the lists of `queue`. */
  counts(): Promise<QueueCounts> {
    return this.transactions.run(async () => {
      const count = async (queue: Queue, part: QueuePart): Promise<number> => (await this.queued(queue, part)).getCount();
      const both = async (queue: Queue): Promise<Record<QueuePart, number>> => ({ waiting: await count(queue, 'waiting'), late: await count(queue, 'late') });
      return { received: await both('received'), sent: await both('sent') };
    });
  }

  /** Those about one person that the caller may see, newest first. */
  async ofPerson(personId: string): Promise<SeenReferral[]> {
    return this.transactions.run(async () => {
      const found = await (await this.records.readable(Referral, 'r')).andWhere('r.personId = :personId', { personId }).orderBy('r.createdAt', 'DESC').addOrderBy('r.id', 'ASC').getMany();
      return (await this.listed(found, found.length)).rows;
    });
  }

  /** Those of them that are for a need of the plan. */
  async forNeeds(personId: string): Promise<SeenReferral[]> {
    return this.transactions.run(async () => {
      const found = await (await this.records.readable(Referral, 'r')).andWhere('r.personId = :personId and r.needId is not null', { personId }).orderBy('r.createdAt', 'DESC').addOrderBy('r.id', 'ASC').getMany();
      return (await this.listed(found, found.length)).rows;
    });
  }

  /** An open referral of the person to that service that the caller may see; whoever asks holds off everybody else until the end of the transaction. */
  async openTo(personId: string, serviceId: string): Promise<string | null> {
    await this.transactions.query('select pg_advisory_xact_lock(hashtextextended($1 || $2, 7))', [personId, serviceId]);
    const open = await (await this.records.readable(Referral, 'r'))
      .andWhere('r.personId = :personId and r.serviceId = :serviceId and r.state = any (:open)', { personId, serviceId, open: OPEN }).getOne();
    return open?.id ?? null;
  }

  /** Has the person said no to the organisation altogether, as far as the caller may know? */
  async hasSaidNo(personId: string, organisationId: string): Promise<boolean> {
    const [row] = await this.transactions.query<{ no: boolean }>(
      `select exists (select 1 from sharing_decision d where d.person_id = $1 and d.organisation_id = $2 and not d.permit and now() < d.ends and 'identity' = any (d.categories)) as no`,
      [personId, organisationId],
    );
    return row?.no ?? false;
  }

  /** Opens what acceptance opens; the database decides who and how much. */
  async join(referral: Referral): Promise<'joined' | 'died' | 'ended'> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ joined: 'joined' | 'died' | 'ended' }>('select join_by_referral($1, $2) as joined', [referral.personId, referral.id]);
    this.transactions.forgetAccess(referral.personId);
    return row?.joined ?? 'ended';
  }

  /** @throws Conflict `keyWorker.leads` when the key worker came by it */
  async end(referral: Referral, at: Date): Promise<void> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ done: 'ended' | 'leads' }>('select end_by_referral($1, $2, $3) as done', [referral.personId, referral.id, at]);
    this.transactions.forgetAccess(referral.personId);
    if (row?.done === 'leads') throw handOverFirst();
  }

  private async queued(queue: Queue, part: QueuePart | null): Promise<SelectQueryBuilder<Referral>> {
    const { actor } = currentContext();
    const readable = await this.records.readable(Referral, 'r');
    if (queue === 'sent') readable.andWhere('r.ownerOrganisationId = :own', { own: actor.organisationId });
    // Whose they are is compared too, because only that finds them by an index: comparing arrays could tell of hidden rows, so the policy goes first.
    else readable.andWhere(`r.toOrganisationId = :own and r.state <> 'draft' and r.toScopes && :scopes::uuid[]`, { own: actor.organisationId, scopes: scopesOf(actor) });
    if (part) readable.andWhere(PART_SQL[part](queue), { unanswered: UNANSWERED });
    return readable;
  }

  private async listed(found: readonly Referral[], limit: number): Promise<{ rows: SeenReferral[]; more: boolean }> {
    const shown = found.slice(0, limit);
    const personIds = [...new Set(shown.map(({ personId }) => personId))];
    if (personIds.length) this.records.audit({ action: 'list', subject: 'Referral', personIds, subjectIds: shown.map(({ id }) => id) });
    return { rows: await this.seen(shown), more: found.length > limit };
  }

  private async seen(referrals: readonly Referral[]): Promise<SeenReferral[]> {
    if (referrals.length === 0) return [];
    const { actor } = currentContext();
    const values: unknown[] = [referrals.map(({ id }) => id), referrals.map(({ personId }) => personId), referrals.map((one) => one.ownerOrganisationId), referrals.map((one) => one.toOrganisationId),
      referrals.map((one) => one.redirectServiceId)];
    const narrowed = this.records.readableSql(Person, 'p', values);
    const names = await this.transactions.query<ReferralNames & { id: string }>(
      `select x.id, f.name as "from", f.phone as "fromPhone", o.name as "to", s.name as "redirectService", case when p.person_id is not null then concat_ws(' ', p.given, p.family) end as person
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[]) x (id, person_id, owner_id, to_id, redirect_id)
         join organisation f on f.id = x.owner_id join organisation o on o.id = x.to_id left join service s on s.id = x.redirect_id
         left join person p on p.person_id = x.person_id and ${narrowed}`,
      values,
    );
    const byId = new Map(names.map(({ id, ...rest }) => [id, rest]));
    const scopes = scopesOf(actor);
    return referrals.map((referral) => ({
      referral, names: byId.get(referral.id) as ReferralNames,
      side: referral.ownerOrganisationId === actor.organisationId ? 'sender' : referral.toScopes.some((scope) => scopes.includes(scope)) ? 'receiver' : null,
    }));
  }
}
