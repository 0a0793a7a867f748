import { Injectable } from '@nestjs/common';
import { Callers } from '@app/identity';
import { newId, runInContext, systemContext } from '@app/kernel';
import { Records, Transactions, type Change, type Ended } from '@app/records';
import { NoticesQueries } from './notices.queries';

/** All that is said of a change: about whom, and what kind of thing. No words, no author. */
export interface Changed {
  readonly personId: string;
  readonly kind: string;
}

/** A browser that waits to hear of changes. */
export interface Watcher {
  readonly sessionId: string;
  readonly userId: string;
  readonly membershipId: string | undefined;
  /** whether the session still counts */
  isSignedIn(): Promise<boolean>;
  send(changed: Changed): void;
  close(): void;
}

const PER_SESSION = 3;

/** Says to those who look that something which they may read has changed. Each is asked for in their own name, anew with every change. */
@Injectable()
export class Live {
  private readonly watchers = new Set<Watcher>();
  private told: Promise<void> = Promise.resolve();
  private hears = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly callers: Callers,
    private readonly queries: NoticesQueries,
  ) {}

  /** Whether anything would be heard here; without it browsers ask now and then. */
  get isListening(): boolean {
    return this.hears;
  }

  listening(hears: boolean): void {
    this.hears = hears;
  }

  /** The oldest stream of a browser that opens too many is closed. Returns how to leave. */
  watch(watcher: Watcher): () => void {
    const own = [...this.watchers].filter((one) => one.sessionId === watcher.sessionId);
    if (own.length >= PER_SESSION) own[0]?.close();
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }

  /** One change after the other, so that many changes take one connection. */
  heard(change: Change | Ended): Promise<void> {
    this.told = this.told.then(() => ('organisationId' in change ? this.closeEnded() : this.tell(change))).catch(() => undefined);
    return this.told;
  }

  /** What is missed from now on is missed: every browser comes again, and asks. */
  closeAll(): void {
    for (const watcher of [...this.watchers]) watcher.close();
  }

  private async tell(change: Change): Promise<void> {
    const others = [...this.watchers].filter((one) => one.userId !== change.by);
    if (others.length === 0) return;
    const behindDoors = new Set((await this.inSystem(change.personId)).map((one) => one.userId));
    for (const watcher of others.filter((one) => behindDoors.has(one.userId))) await this.tellOne(watcher, change);
  }

  /** Whoever no longer acts under the membership with which they came. */
  private async closeEnded(): Promise<void> {
    for (const watcher of [...this.watchers]) {
      const { userId, membershipId } = watcher;
      const caller = await this.callers.callerFor(userId, { membershipId });
      if (caller?.actor.membershipId !== (membershipId ?? null)) watcher.close();
    }
  }

  private inSystem(personId: string): Promise<{ userId: string }[]> {
    return runInContext(systemContext(newId(), personId), () => this.transactions.run(() => this.queries.circleWorkers(personId)));
  }

  private async tellOne(watcher: Watcher, { personId, subject, subjectId }: Change): Promise<void> {
    const caller = (await watcher.isSignedIn()) ? await this.callers.callerFor(watcher.userId, { membershipId: watcher.membershipId, personId }) : null;
    if (!caller) return watcher.close();
    const readable = await runInContext({ requestId: newId(), actor: caller.actor, purpose: 'system', source: 'system' }, () =>
      this.transactions.run(() => this.records.readableAmong(subject, [{ personId, id: subjectId }])));
    if (readable.has(subjectId)) watcher.send({ personId, kind: subject });
  }
}
