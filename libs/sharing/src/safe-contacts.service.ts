import { Injectable } from '@nestjs/common';
import { Conflict, NotFound, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { CHANNELS, type Channel, type SafeContact } from './facts.entity';
import { PeopleRound } from './people-round';
import type { RecordSafeContact } from './safe-contacts.commands';
import { SharingConversation } from './sharing-conversation.entity';
import { SharingQueries } from './sharing.queries';
import { SharingService } from './sharing.service';

/** A rule about reaching somebody, for those who may know of it. */
export interface SafeRule extends Pick<SafeContact, 'id' | 'channel' | 'allowed' | 'whoAnswers' | 'times' | 'voicemail' | 'codeWord'> {
  since: Date;
  /** null while it holds */
  until: Date | null;
  recordedBy: string;
  /** the only people who know of it, by name; null when everybody who works with the person does */
  knownTo: string[] | null;
}

/** What is known about reaching somebody safely. */
export interface SafeRules {
  /** grows with every rule that begins or ends, among those that the reader knows: what a form was filled from */
  readonly version: number;
  /** what holds, in the order of the ways */
  readonly live: readonly SafeRule[];
  /** what held before, last ended first */
  readonly ended: readonly SafeRule[];
}

type Row = SafeRule & { version: number };
const same = (some: readonly string[] | null, others: readonly string[] | null): boolean => JSON.stringify(some && [...some].sort()) === JSON.stringify(others && [...others].sort());

/** How it is safe to reach the person. Rules end and are not edited; whatever goes out asks `safe_to_send`, which heeds them all. */
@Injectable()
export class SafeContacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly sharing: SharingService,
    private readonly queries: SharingQueries,
    private readonly round: PeopleRound,
  ) {}

  async of(personId: string): Promise<SafeRules> {
    return this.transactions.run(async () => {
      const rows = await this.rows(personId);
      const place = ({ channel }: Row): number => CHANNELS.indexOf(channel);
      return {
        version: rows.reduce((sum, { version }) => sum + version, 0),
        live: rows.filter(({ until }) => until === null).sort((a, b) => place(a) - place(b)),
        ended: rows.filter(({ until }) => until !== null),
      };
    });
  }

  /**
   * Writes a rule down. It takes the place of the one for the same way that the same people know; what only others may know of stays beside it,
   * and the strictest counts.
   * @param version what the form was filled from
   * @throws NotFound, Forbidden; StaleVersion; Invalid `choice` for who may know and cannot open the record
   */
  async record(personId: string, version: number, { channel, safe, whoAnswers, times, voicemail, codeWord, knownTo }: RecordSafeContact): Promise<void> {
    await this.transactions.run(async () => {
      await this.unchanged(personId, version);
      const sealedTo = knownTo?.length ? await this.round.chosen(personId, knownTo, '/knownTo') : await this.records.knownOnlyTo(personId);
      for (const id of await this.replaced(personId, channel, sealedTo)) await this.queries.end('safe_contact', personId, id, null);
      const leave = channel === 'phone' && voicemail ? voicemail === 'yes' : null;
      await this.sharing.setSafeContact(personId, { channel, allowed: safe === 'yes', whoAnswers: whoAnswers ?? null, times: times ?? null, voicemail: leave, codeWord: codeWord ?? null, sealedTo });
    });
  }

  /** It holds no longer. @throws NotFound, Forbidden; Conflict `safeContact.ended`; StaleVersion */
  async end(personId: string, id: string, version: number): Promise<void> {
    await this.transactions.run(async () => {
      const rule = (await this.unchanged(personId, version)).find((one) => one.id === id);
      if (!rule) throw new NotFound('SafeContact', id, personId);
      if (rule.until || !(await this.queries.end('safe_contact', personId, id, null))) throw new Conflict('safeContact.ended', 'This holds no longer. Somebody ended it meanwhile');
      this.records.audit({ action: 'safe-contact', subject: 'Person', personId });
    });
  }

  private async unchanged(personId: string, version: number): Promise<Row[]> {
    await this.records.mayCreate(SharingConversation, personId);
    await this.queries.alone(personId);
    const rows = await this.rows(personId);
    if (rows.reduce((sum, row) => sum + row.version, 0) !== version) throw new StaleVersion(rows.filter(({ until }) => until === null));
    return rows;
  }

  private async replaced(personId: string, channel: Channel, sealedTo: readonly string[] | null): Promise<string[]> {
    const known = await this.transactions.query<{ id: string; sealedTo: string[] | null }>(
      'select id, sealed_to as "sealedTo" from safe_contact where person_id = $1 and channel = $2 and ends > now()', [personId, channel],
    );
    return known.filter((one) => same(one.sealedTo, sealedTo)).map(({ id }) => id);
  }

  private rows(personId: string): Promise<Row[]> {
    return this.transactions.query<Row>(
      `select s.id, s.channel, s.allowed, s.who_answers as "whoAnswers", s.times, s.voicemail, s.code_word as "codeWord", s.starts as since, s.row_version as version,
              case when s.ends <= now() then s.ends end as until, coalesce(u.name, 'An import') as "recordedBy",
              case when s.sealed_to is not null then array(select k.name from user_account k where k.id = any (s.sealed_to) order by k.name) end as "knownTo"
         from safe_contact s left join user_account u on u.id = s.created_by where s.person_id = $1 order by s.ends desc, s.starts desc, s.id`,
      [personId],
    );
  }
}
