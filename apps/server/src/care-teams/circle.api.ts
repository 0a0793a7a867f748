import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AddToCircle, CareTeamsQueries, CareTeamsService, DescribeHelp, EndHelp, ProposedMembers } from '@app/care-teams';
import { IdIn, IfMatch, MayCome } from '../http';
import { circleItem, joiningItem, proposedItem, type CircleItem, type JoiningItem, type ProposedItem } from './circle-item';
import { JoiningDesk } from './joining.desk';

@Controller('api/people/:person/circle') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class CircleApi {
  constructor(
    private readonly desk: JoiningDesk,
    private readonly circle: CareTeamsService,
    private readonly queries: CareTeamsQueries,
    private readonly proposals: ProposedMembers,
  ) {}

  @Get()
  async list(@IdIn('person') person: string): Promise<{ items: CircleItem[]; proposed: ProposedItem[]; joining: JoiningItem[]; next: null }> {
    const { members, proposed, joining } = await this.desk.page(person);
    return { items: members.map(circleItem), proposed: proposed.map(proposedItem), joining: joining.map(joiningItem), next: null };
  }

  @Post()
  async add(@IdIn('person') person: string, @Body() command: AddToCircle): Promise<CircleItem> {
    const { id } = await this.proposals.add(person, command);
    return circleItem(await this.queries.member(person, id));
  }

  /** Somebody whom an import named is no helper. */
  @Post('proposed/:proposed/dismissal') @HttpCode(204)
  async dismiss(@IdIn('person') person: string, @IdIn('proposed') proposed: string): Promise<void> {
    await this.proposals.dismiss(person, proposed);
  }

  @Post(':member/help') @HttpCode(200)
  async describe(@IdIn('person') person: string, @IdIn('member') member: string, @IfMatch() version: number, @Body() command: DescribeHelp): Promise<CircleItem> {
    return circleItem(await this.circle.describe(person, member, version, command));
  }

  @Post(':member/end') @HttpCode(204)
  async end(@IdIn('person') person: string, @IdIn('member') member: string, @IfMatch() version: number, @Body() command: EndHelp): Promise<void> {
    await this.circle.end(person, member, version, command);
  }
}
