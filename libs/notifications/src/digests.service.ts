import { Injectable } from '@nestjs/common';
import { Callers, type Caller } from '@app/identity';
import { newId, runInContext, type Actor } from '@app/kernel';
import { Transactions, type Digest, type Job } from '@app/records';
import { Mail } from './mail';
import { NoticesQueries, type Unmailed } from './notices.queries';

/** Tells somebody by mail that something waits for them: once for all that has come together, with no name and nothing of what it is. */
@Injectable()
export class Digests {
  constructor(
    private readonly transactions: Transactions,
    private readonly callers: Callers,
    private readonly queries: NoticesQueries,
    private readonly mail: Mail,
  ) {}

  /**
   * Sends one letter about whatever its reader has not read by now, and may read, for whichever of their organisations. When it was sent and
   * could not be written down as sent, it goes again under the same name.
   */
  async send({ id, data: { userId, agreement } }: Job<Digest>): Promise<void> {
    if (!this.mail.isThere) return;
    if (agreement) return this.sendAgreement(id, userId);
    const caller = await this.callers.callerFor(userId);
    if (!caller) return;
    const actors = await this.actorsOf(userId, caller);
    const waiting: { actor: Actor; unmailed: Unmailed[] }[] = [];
    for (const actor of actors) waiting.push({ actor, unmailed: await this.as(actor, () => this.queries.unmailed()) });
    const all = new Map(waiting.flatMap(({ unmailed }) => unmailed).map((one) => [one.id, one]));
    if (all.size === 0) return;
    await this.mail.send({ to: caller.email, id, ...digestWords([...all.values()], this.mail.address) });
    for (const { actor, unmailed } of waiting) await this.as(actor, () => this.queries.mailed(unmailed.map((one) => one.id)));
  }

  /** To whoever looks after information in an organisation whose agreement was suspended or goes on, also while they cannot sign in. */
  private async sendAgreement(id: string, userId: string): Promise<void> {
    const outside: Actor = { userId, name: '', organisationId: null, membershipId: null, sector: null, teamIds: [], roles: [], onlyByName: false };
    const to = await this.as(outside, () => this.queries.addressOf(userId));
    if (to) await this.mail.send({ to, id, ...agreementWords(this.mail.address) });
  }

  private async actorsOf(userId: string, { memberships, actor }: Caller): Promise<Actor[]> {
    const each = await Promise.all(memberships.map(async ({ id }) => (await this.callers.callerFor(userId, { membershipId: id }))?.actor));
    return each.length > 0 ? each.filter((one) => one !== undefined) : [actor];
  }

  private as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return runInContext({ requestId: newId(), actor, purpose: 'system', source: 'system' }, () => this.transactions.run(work));
  }
}

/** The letter: how many, the reader's own references where there are any, and a link. A reference says nothing to anybody else. */
export function digestWords(waiting: readonly Unmailed[], address: string): { subject: string; text: string } {
  const many = waiting.length === 1 ? '1 new notice' : `${waiting.length} new notices`;
  const references = [...new Set(waiting.map((one) => one.reference).filter((one) => one !== null))].sort();
  return {
    subject: `You have ${many} in OneStory`,
    text: [
      `You have ${many}. Sign in to read ${waiting.length === 1 ? 'it' : 'them'}:`, `${address}/notices`,
      ...(references.length > 0 ? [`Your own references: ${references.join(', ')}`] : []),
      'This message carries no names on purpose. Please do not reply to it.',
    ].join('\n\n'),
  };
}

/** The letter about an agreement: it says how to find out, and nothing of why. */
const agreementWords = (address: string): { subject: string; text: string } => ({
  subject: 'About the sharing agreement of your organisation in OneStory',
  text: [
    'The sharing agreement of your organisation was suspended, or goes on after it was. Try to sign in:', address,
    'When you cannot, nobody of your organisation can. Ask those who look after information at the organisation that hosts OneStory where you are.',
    'This message carries no names on purpose. Please do not reply to it.',
  ].join('\n\n'),
});
