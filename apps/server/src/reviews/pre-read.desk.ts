import { Injectable } from '@nestjs/common';
import { CarePlansQueries, compare, type CarePlan, type Difference } from '@app/care-plans';
import { currentContext } from '@app/kernel';
import { PersonPageQueries } from '@app/overviews';
import type { AboutMe } from '@app/persons';
import { SharingQueries } from '@app/sharing';
import { AgendaDesk, type AgendaModel } from './agenda.desk';

/** What somebody reads before a review: of what they may read, and nothing about the rest. */
export interface PreReadModel extends AgendaModel {
  readonly plan: CarePlan;
  readonly aboutMe: readonly AboutMe[];
  /** what the reader's organisation has been given */
  readonly youSee: readonly string[];
  /** what is different from the version that they read last; null where they have read none, or no plan is published */
  readonly changes: readonly Difference[] | null;
  /** the reader's organisation */
  readonly ours: string | null;
}

@Injectable()
export class PreReadDesk {
  constructor(
    private readonly agenda: AgendaDesk,
    private readonly people: PersonPageQueries,
    private readonly plans: CarePlansQueries,
    private readonly sharing: SharingQueries,
  ) {}

  /** Nothing is remembered of it but the audit: whoever reads this has not read the plan. @throws NotFound */
  async page(personId: string, id: string, how: 'read' | 'print' = 'read'): Promise<PreReadModel> {
    const model = await this.agenda.page(personId, id);
    const plan = await this.plans.current(personId, how);
    return {
      ...model, plan, aboutMe: await this.people.aboutMe(personId), youSee: await this.sharing.ownCategories(personId), changes: await this.changes(personId, plan), ours: currentContext().actor.organisationId,
    };
  }

  private async changes(personId: string, plan: CarePlan): Promise<readonly Difference[] | null> {
    const last = plan.version ? await this.plans.lastRead(personId) : null;
    if (last === null || last === plan.version?.id) return last === null ? null : [];
    const known = (await this.plans.versions(personId)).some((one) => one.id === last);
    return known ? compare(await this.plans.version(personId, last), plan) : null;
  }
}
