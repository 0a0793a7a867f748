import { Injectable } from '@nestjs/common';
import { CarePlansQueries } from '@app/care-plans';
import { Corrections } from '@app/corrections';
import { localDay } from '@app/kernel';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { readerOf } from '@app/web-kit';
import { planText } from './plan-pdf';
import { isBare } from './views/plan-content';

export interface CopyModel {
  readonly identity: Identity;
  /** empty where there is no plan that the reader sees */
  readonly text: string;
  readonly today: string;
}

/** The plan in plain text for the reader's own record, where it is typed in otherwise: filtered as their screen, and in the audit as taken away. */
@Injectable()
export class PlanCopyDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly plans: CarePlansQueries,
    private readonly corrections: Corrections,
  ) {}

  /** @param by who takes it, for the last line @throws NotFound */
  async copy(personId: string, by: { readonly name: string; readonly organisation: string | null } | null): Promise<CopyModel> {
    const today = localDay(new Date());
    const identity = await this.people.identity(personId, 'CarePlan');
    const plan = await this.plans.current(personId, 'export');
    const text = isBare(plan) ? '' : planText({ identity, plan, aboutMe: await this.people.aboutMe(personId), corrections: await this.corrections.of(personId), reader: 'staff', today, by: readerOf({ user: by }) });
    return { identity, today, text };
  }
}
