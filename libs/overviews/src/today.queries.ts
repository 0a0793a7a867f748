import { Injectable } from '@nestjs/common';
import { waitsTooLong } from '@app/care-plans';
import { daysAfter, localDay } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { CaseloadQueries, type CaseloadRow, type CaseloadView } from './caseload.queries';
import { LeftWorkQueries, type LeftWork } from './left-work.queries';
import { TodayTasks, type About, type DueReview, type DueStep, type OpenedDraft, type OpenQuestion, type PutStep, type WaitingReferral, type WaitingSuggestion } from './today-tasks.queries';

/** Why somebody comes first. */
export type Why =
  | { kind: 'asked'; since: string | null; who: string; caseId: string }
  | { kind: 'step'; since: string; what: string; itemId: string }
  | { kind: 'suggestion'; since: string; who: string | null; id: string }
  | { kind: 'quiet' | 'review'; since: string | null };

/** Somebody to see first, and why. */
export interface DoFirst extends About {
  /** null for whoever comes for another reason than their caseload's clocks */
  lastConversationAt: Date | null;
  alerts: number | null;
  why: Why[];
}

export interface TodayPage {
  counts: Record<CaseloadView, number>;
  doFirst: DoFirst[];
  /** the next review that is due, for the day on which nothing else is */
  nextReview: CaseloadRow | null;
  /** the caller's own steps of the week to come, those that are due now left out: they stand in `doFirst` */
  steps: DueStep[];
  /** what huddles put down for the caller until the end of that week */
  put: PutStep[];
  reviews: DueReview[];
  /** on which the caller has to do the next thing */
  referrals: WaitingReferral[];
  /** for plans that are the caller's to write, and nobody has answered yet */
  suggestions: WaitingSuggestion[];
  /** of plans that are the caller's to write, read by others before they are published */
  drafts: OpenedDraft[];
  /** what nobody does now, because an organisation's agreement was suspended or is over */
  left: LeftWork[];
  /** what the caller waits for */
  waiting: { questions: OpenQuestion[]; steps: DueStep[] };
}

const MOST_FIRST = 8;
const WEEK_DAYS = 6;

/** Whom to help first, and why: counts are the same query as the lists behind them. */
@Injectable()
export class TodayQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly caseload: CaseloadQueries,
    private readonly tasks: TodayTasks,
    private readonly leftWork: LeftWorkQueries,
  ) {}

  /** @param today a local calendar date, `2026-12-09` */
  async page(today: string): Promise<TodayPage> {
    return this.transactions.run(async () => {
      const counts = await this.caseload.figures();
      const mine = counts.mine > 0;
      const week = daysAfter(today, WEEK_DAYS);
      // What does not wait for another is asked for together.
      const [quiet, review, reviews, mySteps, put, asked, questions, referrals, suggestions, drafts, left, others] = await Promise.all([
        this.caseload.page('quiet', 'contact', 30, null, { onlyMine: mine }),
        this.caseload.page('review', 'review', 30, null, { onlyMine: mine }),
        this.tasks.reviews(today, week, mine),
        this.tasks.mySteps(week),
        this.tasks.putSteps(week),
        this.tasks.questions('to me', today),
        this.tasks.questions('of mine', today),
        this.tasks.referrals(),
        this.tasks.suggestions(),
        this.tasks.drafts(),
        this.leftWork.list(),
        mine ? this.tasks.othersSteps(today) : [],
      ]);
      const doFirst = inOrder([
        ...asked.map((one) => reason(one, { kind: 'asked', since: one.answerBy, who: one.who, caseId: one.caseId })),
        ...mySteps.filter((one) => one.dueOn <= today).map((one) => reason(one, { kind: 'step', since: one.dueOn, what: one.what, itemId: one.itemId })),
        ...suggestions.filter(({ madeAt: createdAt }) => waitsTooLong({ state: 'waiting', createdAt }, today)).map((one) => reason(one, { kind: 'suggestion', since: localDay(one.madeAt), who: one.who, id: one.id })),
        ...review.map((row) => ({ row, why: { kind: 'review', since: row.nextReviewOn } as const })),
        ...quiet.map((row) => ({ row, why: { kind: 'quiet', since: row.contactDueOn } as const })),
      ], today);
      const named = [...reviews, ...mySteps, ...put, ...asked, ...questions, ...suggestions, ...drafts, ...left, ...others].map((one) => one.personId);
      if (named.length > 0) this.records.audit({ action: 'list', subject: 'Today', personIds: [...new Set(named)] });
      const nextReview = doFirst.length > 0 || reviews.length > 0 ? null : await this.next(mine);
      return { counts, doFirst, nextReview, steps: mySteps.filter((one) => one.dueOn > today), put, reviews, referrals, suggestions, drafts, left, waiting: { questions, steps: others } };
    });
  }

  private async next(mine: boolean): Promise<CaseloadRow | null> {
    const [first] = await this.caseload.page(mine ? 'mine' : 'everyone', 'review', 1, null);
    return first?.nextReviewOn ? first : null;
  }
}

interface Reason {
  row: About & Partial<Pick<DoFirst, 'lastConversationAt' | 'alerts'>>;
  why: Why;
}
const reason = (row: About, why: Why): Reason => ({ row, why });

/** One line a person with every reason: who asks the caller first, then whoever has more reasons, then whoever waits longest. */
function inOrder(reasons: readonly Reason[], today: string): DoFirst[] {
  const byPerson = new Map<string, DoFirst>();
  for (const { row: { personId, name, preferred, birthDate, lastConversationAt, alerts }, why } of reasons) {
    const known = byPerson.get(personId) ?? { personId, name, preferred, birthDate, lastConversationAt: null, alerts: null, why: [] };
    byPerson.set(personId, { ...known, lastConversationAt: lastConversationAt ?? known.lastConversationAt, alerts: alerts ?? known.alerts, why: [...known.why, why] });
  }
  const asks = ({ why }: DoFirst): number => Number(why.some((one) => one.kind === 'asked'));
  const since = ({ why }: DoFirst): string => why[0]?.since ?? today;
  return [...byPerson.values()].sort((a, b) => asks(b) - asks(a) || b.why.length - a.why.length || since(a).localeCompare(since(b))).slice(0, MOST_FIRST);
}
