import { Injectable } from '@nestjs/common';
import { Callers } from '@app/identity';
import { newId, runInContext, systemContext, type Actor } from '@app/kernel';
import { Records, Transactions, type Job, type News } from '@app/records';
import { Mail } from './mail';
import { NoticesQueries, type CircleWorker, type Notice } from './notices.queries';

interface Meant {
  readonly userId: string;
  readonly membershipId?: string;
}

/** How long notices gather before a letter says that they wait. */
const DIGEST_MINUTES = 30;

/** What the service tells somebody of, inside itself. */
@Injectable()
export class Notices {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly callers: Callers,
    private readonly queries: NoticesQueries,
    private readonly mail: Mail,
  ) {}

  /**
   * Tells the news to whoever it is for. Each of them is asked for in their own name whether they may read what it is about, so that no notice
   * tells more than the page behind it. Doing it again changes nothing.
   */
  async tell({ data: news }: Job<News>): Promise<void> {
    const about = systemContext(newId(), news.personId);
    const { workers, themself } = await runInContext(about, () => this.transactions.run(async () => ({ workers: await this.meant(news), themself: news.to.themself ? await this.queries.ownUsers(news.personId) : [] })));
    const [told, own] = [await this.readers(workers, news), await this.readers(themself, news)];
    if (told.length + own.length > 0) await runInContext(about, () => this.transactions.run(() => this.record(news, told, own)));
  }

  /** Each of them once, if they may read it. */
  private async readers(meant: readonly Meant[], news: News): Promise<Meant[]> {
    const readers = new Map<string, Meant>();
    for (const one of meant) if (one.userId !== news.by && !readers.has(one.userId) && (await this.mayRead(one, news))) readers.set(one.userId, one);
    return [...readers.values()];
  }

  /** Whoever is told something is written to later, once about all that has come together by then; and at once for their calendar. */
  private async record(news: News, told: readonly Meant[], own: readonly Meant[]): Promise<void> {
    if (told.length > 0) await this.queries.tell(news, told.map(({ userId }) => userId));
    if (!this.mail.isThere) return;
    for (const { userId } of told) this.transactions.remind({ userId }, DIGEST_MINUTES);
    const { personId, subjectId, to: { calendar } } = news;
    if (calendar) for (const { userId, membershipId } of [...told, ...own]) this.transactions.writeToCalendar({ userId, ...(membershipId && { membershipId }), personId, subjectId, as: calendar });
  }

  /** What the caller has not read, newest first, and the last of what they have; listing is audited as lists of people are. */
  async list(): Promise<{ unread: Notice[]; read: Notice[] }> {
    return this.transactions.run(async () => {
      const [unread, read] = [await this.queries.list('unread'), await this.queries.list('read')];
      const personIds = peopleIn([...unread, ...read]);
      if (personIds.length > 0) this.records.audit({ action: 'list', subject: 'Notice', personIds });
      return { unread, read };
    });
  }

  /** The newest that the caller has not read. */
  async latest(limit: number): Promise<Notice[]> {
    return this.transactions.run(async () => {
      const latest = await this.queries.list('unread', limit);
      const personIds = peopleIn(latest);
      if (personIds.length > 0) this.records.audit({ action: 'list', subject: 'Notice', personIds });
      return latest;
    });
  }

  /** How many `list` would show as unread. */
  async unread(): Promise<number> {
    return this.transactions.run(() => this.queries.unread());
  }

  /** @param ids those of one's own that were read; none for all */
  async markRead(ids: readonly string[] = []): Promise<void> {
    await this.transactions.run(() => this.queries.read(ids.length > 0 ? ids : null));
  }

  private async meant({ to, personId, subjectId }: News): Promise<Meant[]> {
    const workers = (to.workers ?? []).filter((id) => id !== null);
    const circle = await this.queries.circleWorkers(personId);
    const organisations = to.circle ? [...new Set(circle.map((one) => one.organisationId))] : (to.organisations ?? []);
    return [
      ...(to.users ?? []).map((userId) => ({ userId })),
      ...(to.receivers ? await this.queries.receivers(personId, subjectId) : []),
      ...(to.emergency ? await this.queries.emergencyReaders(personId, subjectId) : []),
      ...(workers.length > 0 ? await this.queries.workers(workers) : []),
      ...(to.keyWorker ? circle.filter((one) => one.leads) : []),
      ...organisations.flatMap((id) => spokenFor(circle.filter((one) => one.organisationId === id))),
    ];
  }

  /** Nothing of what is found is shown to anybody, so nothing is written into the log of who looked. */
  private async mayRead({ userId, membershipId }: Meant, { personId, subject, subjectId }: News): Promise<boolean> {
    const actor = await this.actor(userId, membershipId, personId);
    if (!actor) return false;
    return runInContext({ requestId: newId(), actor, purpose: 'system', source: 'system' }, () =>
      this.transactions.run(async () => (await this.records.readableAmong(subject, [{ personId, id: subjectId }])).has(subjectId)));
  }

  private async actor(userId: string, membershipId: string | undefined, personId: string): Promise<Actor | null> {
    return (await this.callers.callerFor(userId, { membershipId, personId }))?.actor ?? null;
  }
}

const peopleIn = (notices: readonly Notice[]): string[] => [...new Set(notices.map((one) => one.personId).filter((id) => id !== null))];

/** Those whom the circle names for an organisation; where it names nobody, everybody whom it lets in. */
function spokenFor(workers: readonly CircleWorker[]): readonly CircleWorker[] {
  const named = workers.filter((one) => one.named);
  return named.length > 0 ? named : workers;
}
