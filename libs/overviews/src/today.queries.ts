import { Injectable } from '@nestjs/common';
import { Records, Transactions } from '@app/records';
import { CaseloadQueries, type CaseloadRow, type CaseloadView } from './caseload.queries';

/** Somebody to see first, and why. */
export interface DoFirst extends CaseloadRow {
  why: { kind: 'quiet' | 'review' | 'waiting'; since: string | null }[];
}

export interface TodayPage {
  counts: Record<CaseloadView, number>;
  doFirst: DoFirst[];
  /** the next review that is due, for the day on which nothing else is */
  nextReview: CaseloadRow | null;
}

/** Whom to help first, and why: counts are the same query as the lists behind them. */
@Injectable()
export class TodayQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly caseload: CaseloadQueries,
  ) {}

  /** @param today a local calendar date, `2026-12-09` */
  async page(today: string): Promise<TodayPage> {
    return this.transactions.run(async () => {
      const counts = await this.caseload.figures();
      const mine = counts.mine > 0;
      const quiet = await this.caseload.page('quiet', 'contact', 30, null, { onlyMine: mine });
      const review = await this.caseload.page('review', 'review', 30, null, { onlyMine: mine });
      const byPerson = new Map<string, DoFirst>();
      for (const row of review) add(byPerson, row, { kind: 'review', since: row.nextReviewOn });
      for (const row of quiet) add(byPerson, row, { kind: 'quiet', since: row.contactDueOn });
      const doFirst = [...byPerson.values()].sort((a, b) => b.why.length - a.why.length || (a.why[0]?.since ?? today).localeCompare(b.why[0]?.since ?? today)).slice(0, 8);
      const [nextReview] = doFirst.length ? [null] : (await this.caseload.page(mine ? 'mine' : 'everyone', 'review', 1, null)).filter((row) => row.nextReviewOn);
      return { counts, doFirst, nextReview: nextReview ?? null };
    });
  }
}

function add(byPerson: Map<string, DoFirst>, row: CaseloadRow, why: DoFirst['why'][number]): void {
  const known = byPerson.get(row.personId);
  if (known) known.why.push(why);
  else byPerson.set(row.personId, { ...row, why: [why] });
}
