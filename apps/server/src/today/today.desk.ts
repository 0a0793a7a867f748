import { Injectable } from '@nestjs/common';
import { Notices, type Notice } from '@app/notifications';
import { TodayQueries, type TodayPage } from '@app/overviews';
import { ContributionsQueries, waitsForMe, type MyReview } from '@app/reviews';
import { EmergencyOpenings } from '@app/sharing';

const LATEST = 5;

export interface Today extends TodayPage {
  /** the newest of what the caller was told and has not read */
  news: Notice[];
  /** reviews that wait for an answer of the caller's organisation */
  toAnswer: MyReview[];
  /** how many emergencies wait for the caller's review, and since when; null for who does not look after access */
  toReview: { count: number; since: Date | null } | null;
}

/** Puts the first page of a day together. */
@Injectable()
export class TodayDesk {
  constructor(
    private readonly queries: TodayQueries,
    private readonly notices: Notices,
    private readonly openings: EmergencyOpenings,
    private readonly reviews: ContributionsQueries,
  ) {}

  /** @param today a local calendar date */
  async today(today: string): Promise<Today> {
    return { ...(await this.queries.page(today)), news: await this.notices.latest(LATEST), toAnswer: (await this.reviews.mine()).filter(waitsForMe), toReview: await this.openings.waiting() };
  }
}
