import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, daysAfter, Invalid, localDay, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { PeopleRound } from './people-round';
import type { KeepOut, StopCarer } from './protection.commands';
import { SharingConversation } from './sharing-conversation.entity';
import { SharingQueries } from './sharing.queries';
import { SharingService } from './sharing.service';

/** Somebody who must not open the record, for those who may know of it. */
export interface KeptOut {
  id: string;
  userId: string;
  name: string;
  /** where they work; null for a family carer */
  organisation: string | null;
  kind: string;
  because: string | null;
  since: Date;
  reviewOn: string | null;
  recordedBy: string;
  /** the only people who know of it, by name; null when everybody does who works with the person */
  knownTo: string[] | null;
}

/** For the leads of the organisation that keeps somebody out. */
export interface KeptOutReport {
  id: string;
  at: Date;
  /** `kept_out`: they tried; `sign_in_stopped`: a carer's sign-in was stopped, and waits to be looked at */
  kind: 'kept_out' | 'sign_in_stopped';
  personId: string;
  name: string;
  organisation: string | null;
  /** who wrote it down that they must not open the record */
  reportedBy: string | null;
}

/** Somebody who can be kept out: a worker of any organisation, or a family carer of this person. */
export interface Somebody {
  userId: string;
  name: string;
  what: string;
}

const MOST = 20;
const CARER_DAYS = 30;
const lookAgain = (): string => daysAfter(localDay(new Date()), CARER_DAYS);

/** People who must not be proposed, let in or told: they are answered as somebody is who never heard of the person, and are told nothing. */
@Injectable()
export class KeptOutPeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly sharing: SharingService,
    private readonly queries: SharingQueries,
    private readonly round: PeopleRound,
  ) {}

  /** Those of whom the reader may know. */
  of(personId: string): Promise<KeptOut[]> {
    return this.transactions.query<KeptOut>(
      `select e.id, e.user_id as "userId", u.name, (select min(o.name) from membership m join organisation o on o.id = m.organisation_id where m.user_id = u.id and now() < m.ends) as organisation, e.kind, e.because,
              e.starts as since, e.review_on::text as "reviewOn", coalesce(by.name, 'An import') as "recordedBy",
              case when e.sealed_to is not null then array(select k.name from user_account k where k.id = any (e.sealed_to) order by k.name) end as "knownTo"
         from exclusion e join user_account u on u.id = e.user_id left join user_account by on by.id = e.created_by
        where e.person_id = $1 and e.ends > now() order by e.starts desc, e.id`,
      [personId],
    );
  }

  /** Family carers who can sign in for this person now. */
  carers(personId: string): Promise<Somebody[]> {
    return this.transactions.query<Somebody>(
      `select distinct u.id as "userId", u.name, 'Family carer' as what from relationship r join user_account u on u.id = r.scope_id and u.state = 'active'
        where r.person_id = $1 and r.basis = 'carer' and now() < r.ends and not exists (select 1 from exclusion e where e.person_id = $1 and e.user_id = u.id and e.ends > now()) order by u.name, u.id`,
      [personId],
    );
  }

  /** Workers of any organisation by part of their name: whom one means is told by where they work. */
  find(search: string): Promise<Somebody[]> {
    return this.transactions.query<Somebody>(
      `select u.id as "userId", u.name, string_agg(distinct concat_ws(', ', m.job_title, o.name), '; ') as what
         from user_account u join membership m on m.user_id = u.id and now() >= m.starts and now() < m.ends join organisation o on o.id = m.organisation_id
        where u.state = 'active' and position(plain($1) in plain(u.name)) > 0 group by u.id, u.name order by u.name, u.id limit $2`,
      [search, MOST],
    );
  }

  /**
   * They are answered as a stranger is, with the next request. An alleged source of harm is known to those named only.
   * @throws NotFound, Forbidden; Invalid `choice` for who is nobody or oneself; Conflict `keptOut.already`
   */
  async keepOut(personId: string, { userId, kind, because, knownTo, reviewOn }: KeepOut): Promise<void> {
    await this.transactions.run(async () => {
      await this.records.mayCreate(SharingConversation, personId);
      if (userId === currentContext().actor.userId || !(await this.isSomebody(userId))) throw Invalid.field('/userId', 'choice', 'Choose somebody else from the list');
      if ((await this.of(personId)).some((one) => one.userId === userId)) throw new Conflict('keptOut.already', 'They are kept out already');
      if (knownTo?.includes(userId)) throw Invalid.field('/knownTo', 'choice', 'Choose from those who may open the record');
      const few = knownTo?.length || kind === 'alleged_source_of_harm';
      const sealedTo = few ? await this.round.chosen(personId, knownTo ?? [], '/knownTo') : await this.records.knownOnlyTo(personId);
      await this.sharing.exclude(personId, userId, kind, sealedTo, { because: because ?? null, reviewOn });
    });
  }

  /**
   * A family carer's sign-in shows nothing of this person any more: one silent act, which the leads of the caller's organisation look at.
   * @throws NotFound, Forbidden; Invalid `choice` for who is no carer of theirs
   */
  async stopCarer(personId: string, { userId }: StopCarer): Promise<void> {
    await this.transactions.run(async () => {
      await this.records.mayCreate(SharingConversation, personId);
      if (!(await this.carers(personId)).some((carer) => carer.userId === userId)) throw Invalid.field('/userId', 'choice', 'Choose a carer from the list');
      await this.sharing.exclude(personId, userId, 'sign_in_stopped', await this.records.knownOnlyTo(personId), { reviewOn: lookAgain() });
      this.transactions.wrote();
      await this.transactions.query('select sign_in_stopped($1, $2)', [personId, userId]);
    });
  }

  /** They may be let in again; what they had before opens again. @throws NotFound, Forbidden */
  async end(personId: string, id: string): Promise<void> {
    await this.transactions.run(async () => {
      await this.records.mayCreate(SharingConversation, personId);
      if (!(await this.of(personId)).some((one) => one.id === id)) throw new NotFound('Exclusion', id, personId);
      if (!(await this.queries.end('exclusion', personId, id, null))) throw new NotFound('Exclusion', id, personId);
      await this.sharing.rebuild(personId, 'exclude');
    });
  }

  /** What the leads of the caller's organisation look at: who was kept out and tried, and whose sign-in was stopped; newest first. */
  reports(): Promise<KeptOutReport[]> {
    return this.transactions.query<KeptOutReport>(
      `select i.id, i.at, i.kind, i.person_id as "personId", i.readers -> 0 ->> 'name' as name, i.readers -> 0 ->> 'organisation' as organisation, u.name as "reportedBy"
         from incident i left join user_account u on u.id = i.reported_by
        where 'ig_lead' = any ((select ctx_roles())::text[]) and i.kind in ('kept_out', 'sign_in_stopped') order by i.at desc, i.id limit 50`,
    );
  }

  private async isSomebody(userId: string): Promise<boolean> {
    return (await this.transactions.query('select 1 from user_account where id = $1', [userId])).length > 0;
  }
}
