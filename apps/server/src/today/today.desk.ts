import { Injectable } from '@nestjs/common';
import { Notices, type Notice } from '@app/notifications';
import { TodayQueries, type TodayPage } from '@app/overviews';

const LATEST = 5;

export interface Today extends TodayPage {
  /** the newest of what the caller was told and has not read */
  news: Notice[];
}

/** Puts the first page of a day together. */
@Injectable()
export class TodayDesk {
  constructor(
    private readonly queries: TodayQueries,
    private readonly notices: Notices,
  ) {}

  /** @param today a local calendar date */
  async today(today: string): Promise<Today> {
    return { ...(await this.queries.page(today)), news: await this.notices.latest(LATEST) };
  }
}
