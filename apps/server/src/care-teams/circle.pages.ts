import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AddToCircle, CareTeamsService, DescribeHelp, EndHelp, ProposedMembers } from '@app/care-teams';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { ChooseHelper } from './circle.commands';
import { CircleDesk } from './circle.desk';
import { JoiningDesk } from './joining.desk';
import { HelperDesk } from './helper.desk';
import { AddHelperPage } from './views/add-helper';
import { CirclePage } from './views/circle';
import { DescribeHelpPage } from './views/describe-help';
import { EndHelpPage } from './views/end-help';

const today = (): string => localDay(new Date());

@Controller('people/:person/circle') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class CirclePages {
  constructor(
    private readonly desk: CircleDesk,
    private readonly joining: JoiningDesk,
    private readonly helpers: HelperDesk,
    private readonly circle: CareTeamsService,
    private readonly proposals: ProposedMembers,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return CirclePage({ ctx, today: today(), ...(await this.joining.page(person)) });
  }

  @Get('add')
  async addPage(@IdIn('person') person: string, @Query() query: ChooseHelper, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AddHelperPage({ ctx, form, today: today(), ...(await this.helpers.toAdd(person, query, form)) });
  }

  @Post() @FormOf('/people/:person/circle/add')
  async add(@IdIn('person') person: string, @Body() command: AddToCircle): Promise<SeeOther> {
    await this.proposals.add(person, command);
    return seeOther(`/people/${person}/circle`, 'Added to the circle. They can open the record from now on');
  }

  @Post('proposed/:proposed/dismissal') @FormOf('/people/:person/circle')
  async dismiss(@IdIn('person') person: string, @IdIn('proposed') proposed: string): Promise<SeeOther> {
    await this.proposals.dismiss(person, proposed);
    return seeOther(`/people/${person}/circle`, 'Taken off the list of proposals');
  }

  @Get(':member/help')
  async describePage(@IdIn('person') person: string, @IdIn('member') member: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return DescribeHelpPage({ ctx, form, today: today(), ...(await this.desk.member(person, member)) });
  }

  @Post(':member/help') @FormOf('/people/:person/circle/:member/help')
  async describe(@IdIn('person') person: string, @IdIn('member') member: string, @IfMatch() version: number, @Body() command: DescribeHelp): Promise<SeeOther> {
    await this.circle.describe(person, member, version, command);
    return seeOther(`/people/${person}/circle`, 'What they do is saved');
  }

  @Get(':member/end')
  async endPage(@IdIn('person') person: string, @IdIn('member') member: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return EndHelpPage({ ctx, form, today: today(), ...(await this.desk.member(person, member)) });
  }

  @Post(':member/end') @FormOf('/people/:person/circle/:member/end')
  async end(@IdIn('person') person: string, @IdIn('member') member: string, @IfMatch() version: number, @Body() command: EndHelp): Promise<SeeOther> {
    const { opens } = await this.circle.end(person, member, version, command);
    return seeOther(opens ? `/people/${person}/circle` : '/caseload', 'The help has ended');
  }
}
