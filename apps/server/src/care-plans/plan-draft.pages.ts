import { Body, Controller, Get, Post } from '@nestjs/common';
import { DraftsService, PublicationService, UpdatePlan, WriteDraft } from '@app/care-plans';
import { localDay } from '@app/kernel';
import { IntoThePlan } from '@app/reviews';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { DraftDesk } from './draft.desk';
import { DraftPage } from './views/draft';
import { SmallUpdatePage } from './views/small-update';

const today = (): string => localDay(new Date());

@Controller('people/:person/plan') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class PlanDraftPages {
  constructor(
    private readonly desk: DraftDesk,
    private readonly drafts: DraftsService,
    private readonly publication: PublicationService,
    private readonly reviews: IntoThePlan,
  ) {}

  @Get('draft')
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form({ kept: '' }) form: FormState): Promise<Html> {
    return DraftPage({ ctx, form, today: today(), ...(await this.desk.toWrite(person)) });
  }

  @Post('draft') @FormOf('/people/:person/plan/draft')
  async save(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: WriteDraft): Promise<SeeOther> {
    const { state } = await this.drafts.save(person, version, command);
    return seeOther(`/people/${person}/plan/draft`, state === 'in_contribution' ? 'Draft saved. Those who read the plan see it so' : 'Draft saved. Only your organisation sees it until it is published');
  }

  @Post('draft/publication') @FormOf('/people/:person/plan/draft')
  async publish(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: WriteDraft): Promise<SeeOther> {
    await this.publication.writeAndPublish(person, version, command);
    return seeOther(`/people/${person}/plan`, 'Plan published. Everybody in the circle can read it, as far as they see plans');
  }

  /** What was typed is saved with it: the button stands in the middle of the form. */
  @Post('draft/reviews/:review/points/:topic') @FormOf('/people/:person/plan/draft')
  async takeIn(@IdIn('person') person: string, @IdIn('review') review: string, @IdIn('topic') point: string, @IfMatch() version: number, @Body() command: WriteDraft): Promise<SeeOther> {
    await this.drafts.save(person, version, command);
    const { hasDoer } = await this.reviews.take(person, review, point);
    return seeOther(`/people/${person}/plan/draft`, hasDoer ? 'Saved, and taken into the draft as a step of its goal' : 'Saved, and taken into the draft as a step of its goal. Say who does it, and who may see it');
  }

  @Post('imported') @FormOf('/people/:person/plan')
  async takeOver(@IdIn('person') person: string): Promise<SeeOther> {
    await this.drafts.takeOver(person);
    return seeOther(`/people/${person}/plan/draft`, 'Draft begun with what was imported. Each line is for your organisation only, until you say whose it is');
  }

  @Post('draft/:draft/discard') @FormOf('/people/:person/plan/draft')
  async discard(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.drafts.discard(person, draft, version);
    return seeOther(`/people/${person}/plan`, 'Draft discarded');
  }

  @Get('small-update')
  async updatePage(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return SmallUpdatePage({ ctx, form, today: today(), ...(await this.desk.toUpdate(person)) });
  }

  @Post('small-update') @FormOf('/people/:person/plan/small-update')
  async update(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: UpdatePlan): Promise<SeeOther> {
    await this.publication.update(person, version, command);
    return seeOther(`/people/${person}/plan`, 'Small update published. It shows as a change to everybody who reads the plan');
  }
}
