import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AddToCircle, CareTeamsQueries, CareTeamsService, EndHelp } from '@app/care-teams';
import { IdIn, IfMatch, MayCome } from '../http';
import { CircleDesk } from './circle.desk';
import { circleItem, type CircleItem } from './circle-item';

@Controller('api/people/:person/circle') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class CircleApi {
  constructor(
    private readonly desk: CircleDesk,
    private readonly circle: CareTeamsService,
    private readonly queries: CareTeamsQueries,
  ) {}

  @Get()
  async list(@IdIn('person') person: string): Promise<{ items: CircleItem[]; next: null }> {
    const { members } = await this.desk.page(person);
    return { items: members.map(circleItem), next: null };
  }

  @Post()
  async add(@IdIn('person') person: string, @Body() command: AddToCircle): Promise<CircleItem> {
    const { id } = await this.circle.add(person, command);
    return circleItem(await this.queries.member(person, id));
  }

  @Post(':member/end') @HttpCode(204)
  async end(@IdIn('person') person: string, @IdIn('member') member: string, @IfMatch() version: number, @Body() command: EndHelp): Promise<void> {
    await this.circle.end(person, member, version, command);
  }
}
