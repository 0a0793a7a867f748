import { Injectable } from '@nestjs/common';
import { Conflict, Forbidden, NotFound, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { groundOf, type Authority, type ChangeAuthority } from './authority';
import { SharingConversation } from './sharing-conversation.entity';
import { SharingQueries, type Given } from './sharing.queries';

/** What a decision rested on before, and why that was changed. */
export interface AuthorityChange {
  readonly from: Authority;
  readonly note: string | null;
  readonly toldOn: string | null;
  readonly to: Authority;
  readonly because: string;
  readonly at: Date;
  readonly by: string;
  readonly organisation: string;
}

/** What the newest decision that lets an organisation in rests on, and what it rested on before. */
export interface StandingGround {
  readonly given: Given;
  readonly changes: readonly AuthorityChange[];
}

/** By what another organisation may be told, changed on a decision that stands: for the organisation that let them in and the key worker's. */
@Injectable()
export class Authorities {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: SharingQueries,
  ) {}

  /** @throws NotFound where the caller knows of no such decision; Forbidden where it is others' to say */
  of(personId: string, organisationId: string): Promise<StandingGround> {
    return this.transactions.run(async () => {
      const given = (await this.queries.grounds(personId)).find((one) => one.organisationId === organisationId);
      if (!given) throw new NotFound('SharingDecision', undefined, personId);
      await this.records.mayCreate(SharingConversation, personId);
      if (!given.ours) throw new Forbidden('action.forbidden', 'The organisation that let them in, or the key worker’s, says by what they may be told. Ask the key worker');
      this.records.audit({ action: 'read', subject: 'SharingDecision', personId, subjectIds: [given.id] });
      const changes = await this.transactions.query<AuthorityChange>(
        `select from_authority as "from", from_note as note, from_told_on::text as "toldOn", to_authority as "to", because, changed_at as at, changed_by_name as by, organisation from authority_changes($1, $2)`, [personId, given.id]);
      return { given, changes };
    });
  }

  /** What may be seen, and until when, stays as it was. @throws as `of`; StaleVersion; Invalid with what the chosen one asks for; Conflict `sharing.ended` */
  change(personId: string, organisationId: string, version: number, command: ChangeAuthority): Promise<void> {
    return this.transactions.run(async () => {
      const { given } = await this.of(personId, organisationId);
      const ground = groundOf(command);
      if (given.version !== version) throw new StaleVersion(given);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ done: string }>('select change_authority($1, $2, $3, $4, $5, $6, $7, $8) as done',
        [personId, given.id, version, command.authority, ground?.note ?? null, ground?.toldOn ?? null, ground?.reviewOn ?? null, command.because]);
      if (row?.done === 'stale') throw new StaleVersion((await this.of(personId, organisationId)).given);
      if (row?.done !== 'done') throw new Conflict('sharing.ended', 'This has ended meanwhile');
      this.records.audit({ action: 'change', subject: 'SharingDecision', personId, subjectIds: [given.id], detail: { from: given.authority, to: command.authority } });
    });
  }
}
