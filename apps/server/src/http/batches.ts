import { Injectable, SetMetadata } from '@nestjs/common';
import { Callers } from '@app/identity';
import { currentContext, NotFound, runInContext } from '@app/kernel';

const KEY = 'onestory:in-batches';

/** A handler that reads in batches, each a transaction of its own, so that none is held for as long as a long file takes. */
export const InBatches = (): MethodDecorator => SetMetadata(KEY, true);
export const isInBatches = (handler: object): boolean => Reflect.hasMetadata(KEY, handler);

/** What was being read is out of reach before all of it was: whoever asked has nothing of it. */
export class OutOfReach extends NotFound {
  override readonly refusal: { readonly action: string; readonly subject: string };
  constructor(subject: string) {
    super(subject);
    this.refusal = { action: 'export', subject };
  }
}

/** What takes a while is not finished for somebody who may not have it any more: before each batch it is asked again who they are. */
@Injectable()
export class Batches {
  constructor(private readonly callers: Callers) {}

  /** @throws OutOfReach when whoever asked has lost the membership or a role in which they asked */
  async next<T>(subject: string, read: () => Promise<T>): Promise<T> {
    const context = currentContext();
    const { userId, membershipId, roles } = context.actor;
    const now = await this.callers.callerFor(userId, membershipId === null ? {} : { membershipId });
    if (now?.actor.membershipId !== membershipId || roles.some((role) => !now.actor.roles.includes(role))) throw new OutOfReach(subject);
    return runInContext({ ...context, actor: now.actor }, read);
  }
}
