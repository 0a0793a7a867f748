import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, newId, NotFound } from '@app/kernel';
import { ContactPoint, Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { Mail } from './mail';
import { NoticesQueries } from './notices.queries';

const WHY = {
  died: { code: 'person.died', words: 'Their death was reported: nothing is sent any more. Ring whoever reported it if that is wrong' },
  unsafe: { code: 'contact.unsafe', words: 'It is not safe to write to them by e-mail. Ask their key worker how to reach them' },
} as const;

/** Whatever goes out to a person themselves. */
@Injectable()
export class Messages {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: NoticesQueries,
    private readonly mail: Mail,
  ) {}

  /** Whether a letter may go out to the person by e-mail, for a job about them or whoever works with them; null for anybody else. */
  safeToSend(personId: string): Promise<'ok' | 'unsafe' | 'died' | null> {
    return this.transactions.run(async () => {
      const { organisationId } = currentContext().actor;
      const works = currentContext().personId === personId || (await this.transactions.accessTo(personId)).some((door) => door.organisationId === organisationId && !['records', 'break_glass'].includes(door.basis));
      return works ? this.queries.safeToSend(personId, 'email') : null;
    });
  }

  /**
   * Writes to the person by e-mail, or says why not. Rules about safe contact count even where the writer may not know of them, and no answer
   * tells which there are.
   * @throws NotFound; Conflict `contact.unsafe`, `person.died` (domain.md I22, I24), `contact.none` without an address
   */
  async write(personId: string, letter: { subject: string; text: string }): Promise<void> {
    const to = await this.transactions.run(async () => {
      const [person] = await (await this.records.readable(Person, 'p')).andWhere('p.personId = :personId', { personId }).getMany();
      if (!person) throw new NotFound('Person', undefined, personId);
      const answer = await this.queries.safeToSend(personId, 'email');
      if (answer !== 'ok') throw new Conflict(WHY[answer].code, WHY[answer].words, { action: 'write', subject: 'Message' });
      const point = await (await this.records.readable(ContactPoint, 'c')).andWhere(`c.personId = :personId and c.kind = 'email'`, { personId }).orderBy('c.createdAt', 'DESC').limit(1).getOne();
      if (!point) throw new Conflict('contact.none', 'No e-mail address is recorded');
      this.records.audit({ action: 'write', subject: 'Message', personId });
      return point.value;
    });
    await this.mail.send({ to, id: newId(), ...letter });
  }
}
