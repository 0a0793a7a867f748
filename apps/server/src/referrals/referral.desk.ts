import { Injectable } from '@nestjs/common';
import { DirectoryService, type ServiceRow } from '@app/directory';
import { ReferralsQueries, ReferralsService, type MakeReferral, type SeenReferral } from '@app/referrals';
import { Cursors } from '../http';
import { referralItem, type ReferralItem } from './referral-item';
import type { ReadReferrals } from './referrals.commands';

export interface QueuePage {
  readonly rows: readonly SeenReferral[];
  readonly next: string | null;
}

/** Referrals that were made: both queues, and one at a time. */
@Injectable()
export class ReferralDesk {
  constructor(
    private readonly queries: ReferralsQueries,
    private readonly verbs: ReferralsService,
    private readonly directory: DirectoryService,
    private readonly cursors: Cursors,
  ) {}

  async queue({ queue, only, limit, cursor }: ReadReferrals): Promise<QueuePage> {
    const from = cursor ? this.cursors.open<{ from: number }>(cursor).from : 0;
    const { rows, more } = await this.queries.queue(queue ?? 'received', limit, from, only ?? null);
    return { rows, next: more ? this.cursors.seal({ from: from + limit }) : null };
  }

  async items(query: ReadReferrals): Promise<{ items: ReferralItem[]; next: string | null }> {
    const { rows, next } = await this.queue(query);
    return { items: rows.map(referralItem), next };
  }

  one(id: string): Promise<SeenReferral> {
    return this.queries.one(id);
  }

  /** The referral as it stands, after an act on it. */
  async after(act: Promise<{ id: string }>): Promise<ReferralItem> {
    return referralItem(await this.queries.one((await act).id));
  }

  /** One, with the services to which a no may point. */
  async withOthers(id: string): Promise<{ seen: SeenReferral; others: readonly ServiceRow[] }> {
    const seen = await this.queries.one(id);
    const { rows } = await this.directory.find({ need: seen.referral.needDomain as ServiceRow['needs'][number] }, 100);
    return { seen, others: rows.filter((one) => one.id !== seen.referral.serviceId && one.takesReferrals) };
  }

  async make(personId: string, command: MakeReferral): Promise<ReferralItem> {
    const { id } = await this.verbs.make(personId, command);
    return referralItem(await this.queries.one(id));
  }
}
