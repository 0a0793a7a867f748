import { Injectable } from '@nestjs/common';
import { Corrections } from '@app/corrections';
import { NotFound } from '@app/kernel';
import { MyPageQueries } from '@app/overviews';
import type { PlanForPaper } from '../care-plans/plan-pdf';

@Injectable()
export class OwnPaperDesk {
  constructor(
    private readonly pages: MyPageQueries,
    private readonly corrections: Corrections,
  ) {}

  /** The plan in force with the same lines as on their page. @throws NotFound, also where none is published */
  async plan(personId: string): Promise<Omit<PlanForPaper, 'today' | 'by'>> {
    const { person, as, plan, aboutMe } = await this.pages.page(personId, new Date(), 1, null, 'print');
    if (!plan.version) throw new NotFound('PlanVersion', undefined, personId);
    return { identity: { person, nhsNumber: null }, plan, aboutMe, corrections: as === 'own' ? await this.corrections.of(personId) : [], reader: as };
  }
}
