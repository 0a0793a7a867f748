import { Injectable } from '@nestjs/common';
import { currentContext, newId } from '@app/kernel';
import { OwnReference, Person } from '@app/persons';
import { Records, Transactions, type News } from '@app/records';

/** Somebody who may be meant by news about a person. */
export interface CircleWorker {
  membershipId: string;
  userId: string;
  organisationId: string;
  /** does the circle name them, or let in their team or organisation? */
  named: boolean;
  /** the person's key worker */
  leads: boolean;
}

/** What somebody is told of. */
export interface Notice {
  id: string;
  /** null for whoever received a referral, and may not open the person */
  personId: string | null;
  /** of the person, under the same condition */
  name: string | null;
  kind: string;
  subjectId: string;
  /** who did it */
  by: string;
  toldAt: Date;
  readAt: Date | null;
}

interface Told {
  id: string;
  personId: string;
  subject: string;
  subjectId: string;
}

/** A notice that no letter has spoken of yet. */
export interface Unmailed {
  id: string;
  /** what the reader's organisation calls the person */
  reference: string | null;
}

/** More than that is not counted one by one. */
export const MOST_UNREAD = 200;
const MOST_READ = 50;
/** What is no item of the record, and stands in a queue of those who look after information. */
const QUEUE: ReadonlySet<string> = new Set(['DataComplaint', 'SubjectAccess', 'WaitingRight', 'Incident', 'Merge']);

@Injectable()
export class NoticesQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** In a job's context only; nobody for anybody else. */
  circleWorkers(personId: string): Promise<CircleWorker[]> {
    return this.transactions.query<CircleWorker>(
      'select membership_id as "membershipId", user_id as "userId", organisation_id as "organisationId", named, leads from circle_workers($1)', [personId],
    );
  }

  /** Those who handle a referral; in a job's context only, as `circleWorkers`. */
  receivers(personId: string, referralId: string): Promise<{ membershipId: string; userId: string }[]> {
    return this.transactions.query('select membership_id as "membershipId", user_id as "userId" from referral_receivers($1, $2)', [personId, referralId]);
  }

  /** Those who are told that a record was opened in an emergency; in a job's context only, as `circleWorkers`. */
  emergencyReaders(personId: string, openingId: string): Promise<{ membershipId: string; userId: string }[]> {
    return this.transactions.query('select membership_id as "membershipId", user_id as "userId" from emergency_readers($1, $2)', [personId, openingId]);
  }

  /** Those who sign in as the person; in a job's context only, as `circleWorkers`. */
  ownUsers(personId: string): Promise<{ userId: string }[]> {
    return this.transactions.query('select user_id as "userId" from own_users($1)', [personId]);
  }

  /** The users behind live memberships, whether they are of the circle or not yet. */
  workers(membershipIds: readonly string[]): Promise<{ membershipId: string; userId: string }[]> {
    return this.transactions.query(
      `select m.id as "membershipId", m.user_id as "userId" from membership m join user_account u on u.id = m.user_id and u.state = 'active'
        where m.id = any ($1) and now() >= m.starts and now() < m.ends`, [membershipIds],
    );
  }

  /** Where somebody is written to, whether or not they can sign in now; null for an account that is locked or was left. */
  async addressOf(userId: string): Promise<string | null> {
    return (await this.transactions.query<{ email: string }>(`select email from user_account where id = $1 and state = 'active'`, [userId]))[0]?.email ?? null;
  }

  /** Once for each recipient, however often it is called for the same news. */
  async tell(news: News, recipients: readonly string[]): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query(
      `insert into notice (person_id, id, recipient_id, news_id, kind, subject, subject_id, by_id)
       select $1, told.id, told.recipient, $4, $5, $6, $7, $8 from unnest($2::uuid[], $3::uuid[]) as told (id, recipient) on conflict do nothing`,
      [news.personId, recipients.map(() => newId()), recipients, news.id, news.kind, news.subject, news.subjectId, news.by],
    );
  }

  /** How many the caller has not read, of what they may read now; at most `MOST_UNREAD`. */
  async unread(): Promise<number> {
    return (await this.readable(await this.told('n.read_at is null', MOST_UNREAD))).length;
  }

  /** What the caller has not read, newest first, and then the last of what they have. */
  async list(which: 'unread' | 'read', limit = which === 'unread' ? MOST_UNREAD : MOST_READ): Promise<Notice[]> {
    const shown = await this.readable(await this.told(which === 'unread' ? 'n.read_at is null' : 'n.read_at is not null', limit));
    if (shown.length === 0) return [];
    const values: unknown[] = [shown];
    return this.transactions.query<Notice>(
      `select n.id, p.person_id as "personId", p.given || ' ' || p.family as name, n.kind, n.subject_id as "subjectId", u.name as by, n.told_at as "toldAt", n.read_at as "readAt"
         from notice n left join person p on p.person_id = n.person_id and ${this.records.readableSql(Person, 'p', values)} join user_account u on u.id = n.by_id
        where n.id = any ($1) order by n.told_at desc, n.id desc`,
      values,
    );
  }

  /** @param ids those that were read; null for all of them */
  async read(ids: readonly string[] | null): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query(
      'update notice set read_at = now() where recipient_id = $1 and read_at is null and ($2::uuid[] is null or id = any ($2))', [currentContext().actor.userId, ids],
    );
  }

  /** What the caller has not read and was not written to about; nothing about somebody whose death was reported, until that was a mistake. */
  async unmailed(): Promise<Unmailed[]> {
    const ids = await this.readable(await this.told('n.read_at is null and n.mailed_at is null', MOST_UNREAD));
    const values: unknown[] = [ids];
    const reference = this.records.readableSql(OwnReference, 'o', values);
    return this.transactions.query<Unmailed>(
      `select n.id, (select o.reference from own_reference o where o.person_id = n.person_id and o.owner_organisation_id = (select ctx_organisation()) and ${reference} limit 1) as reference
         from notice n left join person p on p.person_id = n.person_id and ${this.records.readableSql(Person, 'p', values)} where n.id = any ($1) and p.deceased_on is null`,
      values,
    );
  }

  async mailed(ids: readonly string[]): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('update notice set mailed_at = now() where recipient_id = $1 and id = any ($2)', [currentContext().actor.userId, ids]);
  }

  /** Whether something may go out to the person by that way; the database also heeds rules that the caller may not see. */
  async safeToSend(personId: string, channel: 'phone' | 'text' | 'email' | 'post' | 'visit'): Promise<'ok' | 'unsafe' | 'died'> {
    const [row] = await this.transactions.query<{ answer: 'ok' | 'unsafe' | 'died' }>('select safe_to_send($1, $2) as answer', [personId, channel]);
    return row?.answer ?? 'unsafe';
  }

  private told(condition: string, limit: number): Promise<Told[]> {
    return this.transactions.query<Told>(
      `select n.id, n.person_id as "personId", n.subject, n.subject_id as "subjectId" from notice n where n.recipient_id = $1 and ${condition} order by n.told_at desc, n.id desc limit $2`,
      [currentContext().actor.userId, limit],
    );
  }

  /** What stands in the queue of whoever looks after information is theirs to read there and nowhere else. */
  private async inMyQueue(subject: string, some: readonly Told[]): Promise<string[]> {
    return (await this.transactions.query<{ id: string }>('select in_my_queue($1, $2) as id', [subject, some.map(({ subjectId }) => subjectId)])).map(({ id }) => id);
  }

  /** A notice is worth nothing to whoever can no longer read what it is about: it is neither listed nor counted. */
  private async readable(told: readonly Told[]): Promise<string[]> {
    const bySubject = Map.groupBy(told, (one) => one.subject);
    const open = new Set<string>();
    for (const [subject, some] of bySubject) {
      for (const id of QUEUE.has(subject) ? await this.inMyQueue(subject, some) : await this.records.readableAmong(subject, some.map(({ personId, subjectId }) => ({ personId, id: subjectId })))) open.add(id);
    }
    return told.filter((one) => open.has(one.subjectId)).map((one) => one.id);
  }
}
