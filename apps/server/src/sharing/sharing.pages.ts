import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { RecordSharingConversation, SharingConversations, StopSharing } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { mayRecord } from '../information-rights/may-record';
import { ChooseOrganisations } from './sharing.commands';
import { SharingDesk } from './sharing.desk';
import { ConversationPage } from './views/conversation';
import { SharingPage } from './views/sharing';
import { StopSharingPage } from './views/stop';

const today = (): string => localDay(new Date());

@Controller('people/:person/sharing') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class SharingPages {
  constructor(
    private readonly desk: SharingDesk,
    private readonly conversations: SharingConversations,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return SharingPage({ ctx, today: today(), mayAsk: mayRecord(), ...(await this.desk.page(person)) });
  }

  @Get('conversation')
  async conversationPage(@IdIn('person') person: string, @Query() query: ChooseOrganisations, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ConversationPage({ ctx, form, today: today(), ...(await this.desk.form(person, query, form)) });
  }

  @Post('conversation') @FormOf('/people/:person/sharing/conversation')
  async record(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: RecordSharingConversation): Promise<SeeOther> {
    await this.conversations.record(person, version, command);
    return seeOther(`/people/${person}/sharing`, 'What they said is written down and holds from now on');
  }

  @Get('stop')
  async stopPage(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return StopSharingPage({ ctx, form, today: today(), ...(await this.desk.page(person)) });
  }

  @Post('stop') @FormOf('/people/:person/sharing/stop')
  async stop(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: StopSharing): Promise<SeeOther> {
    const { opens } = await this.conversations.stop(person, version, command);
    return seeOther(opens ? `/people/${person}/sharing` : '/caseload', 'Sharing has stopped');
  }
}
