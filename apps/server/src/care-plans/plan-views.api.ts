import { Body, Controller, Post } from '@nestjs/common';
import { PlanViews, RecordPlanView } from '@app/care-plans';
import { IdIn, MayCome } from '../http';
import { saidViewItem, type SaidViewItem } from './plan-item';

@Controller('api/people/:person/care-plan/views') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class PlanViewsApi {
  constructor(private readonly views: PlanViews) {}

  /** What the person said of the plan to the caller, after it was published. */
  @Post()
  async record(@IdIn('person') person: string, @Body() command: RecordPlanView): Promise<SaidViewItem> {
    return saidViewItem(await this.views.record(person, command));
  }
}
