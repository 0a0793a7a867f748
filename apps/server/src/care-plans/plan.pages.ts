import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ActionsService, MoveAction, PlanViews, RecordPlanView } from '@app/care-plans';
import { localDay } from '@app/kernel';
import { readerOf, type Html, type PageContext } from '@app/web-kit';
import { Ctx, Download, drawing, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type Drawing, type SeeOther } from '../http';
import { ActionDesk } from './action.desk';
import { OnPaper, Since } from './plan.commands';
import { PlanDesk } from './plan.desk';
import { planPdf } from './plan-pdf';
import { ActionPage } from './views/action';
import { ChangesPage } from './views/changes';
import { PlanPage } from './views/plan';
import { RecordViewPage } from './views/record-view';
import { PrintPlanPage } from './views/print-plan';
import { VersionPage } from './views/version';
import { WhichIsWrongPage } from './views/which-is-wrong';

const today = (): string => localDay(new Date());

@Controller('people/:person/plan') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class PlanPages {
  constructor(
    private readonly desk: PlanDesk,
    private readonly steps: ActionDesk,
    private readonly actions: ActionsService,
    private readonly views: PlanViews,
  ) {}

  @Get()
  page(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Drawing> {
    return drawing(this.desk.page(person), (data) => PlanPage({ ctx, today: today(), ...data }));
  }

  @Get('print')
  async print(@IdIn('person') person: string, @Query() { size }: OnPaper, @Ctx() ctx: PageContext): Promise<Html> {
    return PrintPlanPage({ ctx, today: today(), large: size === 'large', ...(await this.desk.toPrint(person)) });
  }

  @Get('pdf')
  async pdf(@IdIn('person') person: string, @Query() { size }: OnPaper, @Ctx() ctx: PageContext): Promise<Download> {
    const paper = { today: today(), by: readerOf(ctx), reader: 'staff' as const, ...(await this.desk.toPrint(person)) };
    return new Download(`care-plan-${paper.today}.pdf`, 'application/pdf', () => planPdf(paper, size === 'large'));
  }

  @Get('changes')
  async changes(@IdIn('person') person: string, @Query() { since }: Since, @Ctx() ctx: PageContext): Promise<Html> {
    return ChangesPage({ ctx, today: today(), ...(await this.desk.changesPage(person, since ?? null)) });
  }

  @Get('wrong')
  async wrong(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return WhichIsWrongPage({ ctx, today: today(), ...(await this.desk.toDispute(person)) });
  }

  @Get('versions/:version')
  async version(@IdIn('person') person: string, @IdIn('version') version: string, @Ctx() ctx: PageContext): Promise<Html> {
    return VersionPage({ ctx, today: today(), ...(await this.desk.version(person, version)) });
  }

  @Get('versions/:version/pdf')
  async versionPdf(@IdIn('person') person: string, @IdIn('version') version: string, @Query() { size }: OnPaper, @Ctx() ctx: PageContext): Promise<Download> {
    const paper = { today: today(), by: readerOf(ctx), aboutMe: [], corrections: [], reader: 'staff' as const, ...(await this.desk.version(person, version, 'print')) };
    return new Download(`care-plan-${paper.today}.pdf`, 'application/pdf', () => planPdf(paper, size === 'large'));
  }

  @Get('view')
  async viewPage(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return RecordViewPage({ ctx, form, today: today(), ...(await this.desk.toView(person)) });
  }

  @Post('view') @FormOf('/people/:person/plan/view')
  async view(@IdIn('person') person: string, @Body() command: RecordPlanView): Promise<SeeOther> {
    await this.views.record(person, command);
    return seeOther(`/people/${person}/plan#what-they-think`, 'What they said stands beside the plan');
  }

  @Get('actions/:action')
  async action(@IdIn('person') person: string, @IdIn('action') action: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ActionPage({ ctx, form, today: today(), ...(await this.steps.page(person, action)) });
  }

  @Post('actions/:action') @FormOf('/people/:person/plan/actions/:action')
  async move(@IdIn('person') person: string, @IdIn('action') action: string, @IfMatch() version: number, @Body() command: MoveAction): Promise<SeeOther> {
    await this.actions.move(person, action, version, command);
    return seeOther(`/people/${person}/plan`, 'Saved how far the step has got');
  }
}
