import { Injectable } from '@nestjs/common';
import { Conflict } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { SharingConversation } from './sharing-conversation.entity';
import type { SayMyself } from './sharing.commands';
import { TalkRequest } from './talk-request.entity';

/** What somebody says about who may see what, on their own page. */
@Injectable()
export class OwnSharing {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
  ) {}

  /** What the person asked to talk about and nobody has since, as far as the caller may read it. */
  talkAsked(personId: string): Promise<TalkRequest | null> {
    return this.transactions.run(async () =>
      (await this.records.readable(TalkRequest, 't')).andWhere(
        't.personId = :personId and not exists (select 1 from sharing_conversation c where c.person_id = t.person_id and c.created_at > t.created_at)', { personId },
      ).orderBy('t.createdAt', 'DESC').addOrderBy('t.id', 'DESC').limit(1).getOne());
  }

  /** Ends every permit but those of discreet helpers; the key worker and the circle are told as far as they may still read it. @throws NotFound for everybody but the person */
  stop(personId: string, { spokeAlone, present, words }: SayMyself): Promise<void> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ id: string }>('select stop_sharing_myself($1, $2, $3, $4) as id', [personId, spokeAlone === 'yes', present ?? null, words ?? null]);
      this.transactions.forgetAccess(personId);
      this.records.audit({ action: 'create', subject: 'SharingConversation', personId, subjectIds: row && [row.id] });
      this.records.news('sharing.stopped', await this.records.get(SharingConversation, personId, row?.id ?? ''), { keyWorker: true, circle: true });
    });
  }

  /** @throws NotFound for everybody but the person; Conflict `talk.asked` while nobody has answered */
  askToTalk(personId: string, { spokeAlone, present, words }: SayMyself): Promise<void> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      const person = await this.persons.find(personId);
      if (await this.talkAsked(personId)) throw new Conflict('talk.asked', 'You have asked already. Nobody has talked with you yet: ring your key worker');
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ id: string }>('select ask_to_talk($1, $2, $3, $4) as id', [personId, spokeAlone === 'yes', present ?? null, words ?? null]);
      this.records.audit({ action: 'create', subject: 'TalkRequest', personId, subjectIds: row && [row.id] });
      // Where nobody leads yet, whoever registered the person hears of it.
      this.records.news('sharing.talk-asked', await this.records.get(TalkRequest, personId, row?.id ?? ''), { keyWorker: true, users: [person.createdBy] });
    });
  }
}
