import { Injectable } from '@nestjs/common';
import { currentContext, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { Correction } from './correction.entity';
import type { AnswerWrong, RecordWrong, SayWrong } from './corrections.commands';
import { CorrectionsQueries, type Disputed, type Which } from './corrections.queries';

/** "I say this is wrong": said by the person, answered by whoever wrote it. */
@Injectable()
export class Corrections {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: CorrectionsQueries,
  ) {}

  /** What was said about anything that the caller may read. Audited. */
  of(personId: string): Promise<Correction[]> {
    return this.transactions.run(async () => {
      const corrections = await this.queries.of(personId);
      if (corrections.length > 0) this.records.audit({ action: 'read', subject: 'Correction', personId, subjectIds: corrections.map(({ id }) => id) });
      return corrections;
    });
  }

  /** @throws NotFound where the caller may not read it */
  disputed(personId: string, which: Which): Promise<Disputed> {
    return this.transactions.run(async () => {
      const found = await this.queries.disputed(personId, which);
      if (!found) throw new NotFound('Correction', which.item, personId);
      this.records.audit({ action: 'read', subject: found.kind, personId, subjectIds: [found.item] });
      return found;
    });
  }

  /** One statement, and the words that it is about as they stand now. @throws NotFound */
  find(personId: string, id: string): Promise<{ correction: Correction; words: string | null }> {
    return this.transactions.run(async () => {
      const correction = await this.records.get(Correction, personId, id);
      return { correction, words: await this.queries.words(correction) };
    });
  }

  /** On one's own page; its author is told. @throws NotFound for everybody but the person, and for what they may not read */
  say(personId: string, which: Which, command: SayWrong): Promise<Correction> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      return this.said(personId, which, command, 'online');
    });
  }

  /** As they said it to the caller. @throws NotFound, Forbidden */
  record(personId: string, which: Which, command: RecordWrong): Promise<Correction> {
    return this.transactions.run(async () => {
      this.records.demand('create', Correction);
      return this.said(personId, which, command, command.how);
    });
  }

  /** By the organisation that wrote it: what was done, and why. @throws NotFound, Forbidden, StaleVersion; Conflict `correction.answered` */
  answer(personId: string, id: string, version: number, { outcome, answer }: AnswerWrong): Promise<Correction> {
    return this.transactions.run(async () => {
      const correction = await this.records.get(Correction, personId, id);
      const { from, to } = correction.moveTo(outcome);
      const answered = await this.records.change(Correction, { personId, id }, version, { state: to, answer, answeredAt: new Date(), answeredByName: currentContext().actor.name });
      await this.records.transition(answered, 'Correction', from, to);
      this.records.news('correction.answered', answered, { users: [correction.createdBy] });
      return answered;
    });
  }

  private async said(personId: string, which: Which, command: SayWrong | RecordWrong, how: Correction['how']): Promise<Correction> {
    await this.disputed(personId, which);
    const id = await this.queries.say(personId, which, { statement: command.statement, how, alone: command.spokeAlone === 'yes', present: command.present ?? null });
    this.records.audit({ action: 'create', subject: 'Correction', personId, subjectIds: [id] });
    const correction = await this.records.get(Correction, personId, id);
    this.records.news('correction.asked', correction, { users: [correction.authorId] });
    return correction;
  }
}
