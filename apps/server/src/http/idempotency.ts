import { createHash } from 'node:crypto';
import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { BadRequest, currentContext, Invalid } from '@app/kernel';
import { Transactions } from '@app/records';

/** The header `Idempotency-Key`: up to 200 visible characters, or nothing. @throws BadRequest `idempotency.malformed` */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const given = context.switchToHttp().getRequest<Request>().headers['idempotency-key'];
  if (given === undefined) return null;
  if (typeof given !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(given)) throw new BadRequest('idempotency.malformed', 'Idempotency-Key holds up to 200 letters and digits');
  return given;
});

/** A request that comes twice with one key is done once: the second gets the first one's answer, for as long as it is the same request. */
@Injectable()
export class Idempotency {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Invalid `idempotency.mismatch` for another request under the same key */
  once<T>(key: string | null, request: unknown, work: () => Promise<T>): Promise<T> {
    if (key === null) return work();
    return this.transactions.run(async () => {
      const { actor: { userId, organisationId } } = currentContext();
      const hash = createHash('sha256').update(JSON.stringify(request)).digest();
      this.transactions.wrote();
      const first = await this.transactions.query<{ key: string }>(
        'insert into idempotent_answer (user_id, organisation_id, key, request) values ($1, $2, $3, $4) on conflict do nothing returning key', [userId, organisationId, key, hash],
      );
      if (first.length === 0) return this.again<T>(key, hash);
      const answer = await work();
      await this.transactions.query('update idempotent_answer set answer = $4 where user_id = $1 and organisation_id = $2 and key = $3', [userId, organisationId, key, JSON.stringify(answer)]);
      return answer;
    });
  }

  private async again<T>(key: string, hash: Buffer): Promise<T> {
    const [kept] = await this.transactions.query<{ request: Buffer; answer: T }>('select request, answer from idempotent_answer where key = $1', [key]);
    if (!kept?.request.equals(hash)) throw Invalid.field('/', 'idempotency.mismatch', 'This Idempotency-Key was used for another request. Use a new one');
    return kept.answer;
  }
}
