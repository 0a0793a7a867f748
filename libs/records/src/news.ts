import type { PoolClient } from 'pg';
import { newId } from '@app/kernel';
import { JOBS_SCHEMA } from './jobs-schema';

/** Whom something may be told, in words that need no names: who that is, and whether they may read it, is found when it is told. */
export interface Addressees {
  /** memberships of workers who are meant themselves */
  readonly workers?: readonly (string | null)[];
  /** users who are meant themselves, for example who asked */
  readonly users?: readonly string[];
  /** whoever of these organisations the person's circle lets in */
  readonly organisations?: readonly string[];
  /** the person's key worker */
  readonly keyWorker?: boolean;
  /** every worker of the circle */
  readonly circle?: boolean;
  /** whoever receives the referral that it is about: they may not open the person yet */
  readonly receivers?: boolean;
  /** whoever is told of an emergency opening: those who look after access where it is looked at, and the key worker */
  readonly emergency?: boolean;
  /** whoever of them may read it gets a letter for their calendar too, as somebody who is asked or who is asked no longer */
  readonly calendar?: CalendarLetter['as'];
  /** the person on their own page: by such a letter alone */
  readonly themself?: boolean;
}

/** Something that happened to an item of a person's record: ids only, so that nothing can be read in a queue. */
export interface News {
  readonly id: string;
  /** dotted and in the past tense: `key-worker.named` */
  readonly kind: string;
  readonly personId: string;
  /** the item's entity, and which one it is */
  readonly subject: string;
  readonly subjectId: string;
  /** the user who did it, and is not told */
  readonly by: string;
  readonly to: Addressees;
}

/** That something readable has changed: whoever looks at the person and may read the item is told that, and nothing else. */
export interface Change {
  readonly personId: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly by: string;
}

/** That nobody acts for an organisation any more: who has a stream open is asked for anew. */
export interface Ended {
  readonly organisationId: string;
}

/** That somebody is written to about whatever waits for them. */
export interface Digest {
  readonly userId: string;
  /** that the agreement was suspended, or goes on, of an organisation where they look after information: they may not be able to sign in and read it */
  readonly agreement?: true;
}

/** That somebody's calendar is to be told how an item with a day stands; how that is, is found when the letter is written. */
export interface CalendarLetter {
  readonly userId: string;
  /** none for the person themselves */
  readonly membershipId?: string;
  readonly personId: string;
  readonly subjectId: string;
  readonly as: 'asked' | 'left-out';
}

/** The channel on which servers hear of changes. */
export const CHANGES = 'onestory_changes';

/** What waits to be told with the commit of one transaction. */
export class Untold {
  private readonly news: News[] = [];
  private readonly digests: { digest: Digest; minutes: number }[] = [];
  private readonly calendars: CalendarLetter[] = [];
  private changes = new Map<string, Change>();

  tell(news: Omit<News, 'id'>): void {
    this.news.push({ id: newId(), ...news });
  }

  remind(digest: Digest, minutes: number): void {
    this.digests.push({ digest, minutes });
  }

  writeToCalendar(letter: CalendarLetter): void {
    this.calendars.push(letter);
  }

  changed(change: Change): void {
    this.changes.set(change.subjectId, change);
  }

  /** How it stands now, for `backTo` when what follows is undone. */
  mark(): { news: number; digests: number; calendars: number; changes: Map<string, Change> } {
    return { news: this.news.length, digests: this.digests.length, calendars: this.calendars.length, changes: new Map(this.changes) };
  }

  backTo({ news, digests, calendars, changes }: ReturnType<Untold['mark']>): void {
    this.news.length = news;
    this.digests.length = digests;
    this.calendars.length = calendars;
    this.changes = changes;
  }

  /** Enqueues the news and notifies of the changes in one statement: both are lost with the transaction, or come with it. */
  async write(client: Pick<PoolClient, 'query'>): Promise<void> {
    if (this.news.length + this.digests.length + this.calendars.length + this.changes.size === 0) return;
    await client.query(
      `with told as (
         insert into ${JOBS_SCHEMA}.job (name, data, policy, singleton_key, start_after, retry_limit, retry_delay, retry_backoff, expire_seconds)
         select 'news', data, 'standard', null::text, now(), 20, 2, true, 60 from jsonb_array_elements($1::jsonb) data
         union all
         select 'digest', d -> 'digest', 'short', concat_ws(':', d -> 'digest' ->> 'userId', case when d -> 'digest' ? 'agreement' then 'agreement' end), now() + make_interval(mins => (d ->> 'minutes')::integer), 20, 30, true, 120 from jsonb_array_elements($3::jsonb) d
         union all
         select 'calendar', c, 'short', concat_ws(' ', c ->> 'userId', c ->> 'subjectId', c ->> 'as'), now(), 20, 30, true, 120 from jsonb_array_elements($4::jsonb) c
         on conflict do nothing)
       select pg_notify('${CHANGES}', change) from unnest($2::text[]) change`,
      [JSON.stringify(this.news), [...this.changes.values()].map((change) => JSON.stringify(change)), JSON.stringify(this.digests), JSON.stringify(this.calendars)],
    );
  }
}
