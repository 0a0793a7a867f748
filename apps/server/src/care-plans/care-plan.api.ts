import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ActionsService, DraftsService, MoveAction, PublicationService, UpdatePlan, WriteDraft, type Difference } from '@app/care-plans';
import { IdIn, IfMatch, MayCome } from '../http';
import { DraftDesk } from './draft.desk';
import { actionItem, type ActionItem, type PlanAnswer, type VersionItem } from './plan-item';
import { KnowsVersion, Since } from './plan.commands';
import { PlanDesk, type CurrentPlanAnswer } from './plan.desk';

const WRITERS = ['practitioner', 'team_manager', 'emergency_viewer', 'advocate'] as const;

@Controller('api/people/:person/care-plan') @MayCome('signed-in')
export class CarePlanApi {
  constructor(
    private readonly desk: PlanDesk,
    private readonly writing: DraftDesk,
    private readonly drafts: DraftsService,
    private readonly publication: PublicationService,
    private readonly actions: ActionsService,
  ) {}

  @Get()
  current(@IdIn('person') person: string): Promise<CurrentPlanAnswer> {
    return this.desk.answer(person);
  }

  @Get('versions/:version')
  version(@IdIn('person') person: string, @IdIn('version') version: string): Promise<PlanAnswer> {
    return this.desk.versionAnswer(person, version);
  }

  @Get('changes')
  changes(@IdIn('person') person: string, @Query() { since }: Since): Promise<{ from: VersionItem | null; to: VersionItem; items: readonly Difference[] }> {
    return this.desk.changesAnswer(person, since ?? null);
  }

  @Post('drafts') @MayCome('staff', ...WRITERS)
  async start(@IdIn('person') person: string, @Body() command: WriteDraft): Promise<PlanAnswer & { version: number }> {
    return this.writing.answer(person, (await this.drafts.start(person, command)).id);
  }

  /** A first draft with the lines of an import that are not over. */
  @Post('imported/drafts') @MayCome('staff', ...WRITERS)
  async takeOver(@IdIn('person') person: string): Promise<PlanAnswer & { version: number }> {
    return this.writing.answer(person, (await this.drafts.takeOver(person)).id);
  }

  @Get('drafts/:draft') @MayCome('staff', ...WRITERS)
  draft(@IdIn('person') person: string, @IdIn('draft') draft: string): Promise<PlanAnswer & { version: number }> {
    return this.writing.answer(person, draft);
  }

  @Patch('drafts/:draft') @MayCome('staff', ...WRITERS)
  async write(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number, @Body() command: WriteDraft): Promise<PlanAnswer & { version: number }> {
    await this.drafts.write(person, draft, version, command);
    return this.writing.answer(person, draft);
  }

  @Post('drafts/:draft/discard') @HttpCode(204) @MayCome('staff', ...WRITERS)
  discard(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number): Promise<void> {
    return this.drafts.discard(person, draft, version);
  }

  @Post('drafts/:draft/publication') @MayCome('staff', ...WRITERS)
  async publish(@IdIn('person') person: string, @IdIn('draft') draft: string, @IfMatch() version: number, @Query() { knowsVersion }: KnowsVersion): Promise<PlanAnswer> {
    await this.publication.publish(person, draft, version, new Date(), knowsVersion);
    return this.desk.versionAnswer(person, draft);
  }

  @Post('small-updates') @MayCome('staff', ...WRITERS)
  async update(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: UpdatePlan): Promise<PlanAnswer> {
    const { id } = await this.publication.update(person, version, command);
    return this.desk.versionAnswer(person, id);
  }

  @Post('actions/:action/progress') @MayCome('staff', ...WRITERS)
  async progress(@IdIn('person') person: string, @IdIn('action') action: string, @IfMatch() version: number, @Body() command: MoveAction): Promise<ActionItem> {
    return { ...actionItem(await this.actions.move(person, action, version, command), new Map()), needId: null };
  }
}
