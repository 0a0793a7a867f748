import { Body, Controller, Get, Post } from '@nestjs/common';
import { ProposalsService, SayOfDraft } from '@app/care-plans';
import type { Html, PageContext } from '@app/web-kit';
import { saidViewItem, type SaidViewItem } from '../care-plans/plan-item';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { OwnDraftDesk } from './own-draft.desk';
import { MyDraftPage } from './views/my-draft';

/** A draft of one's own plan: to read, and to say what one thinks of it. */
@Controller('me/:person/draft') @MayCome('person')
export class OwnDraftPages {
  constructor(
    private readonly desk: OwnDraftDesk,
    private readonly proposals: ProposalsService,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MyDraftPage({ ctx, form, ...(await this.desk.page(person)) });
  }

  @Post() @FormOf('/me/:person/draft')
  async say(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: SayOfDraft): Promise<SeeOther> {
    await this.proposals.say(person, version, command);
    return seeOther(`/me/${person}/draft`, 'What you said is kept with the draft. Your key worker is told');
  }
}

@Controller('api/me/:person/draft') @MayCome('person')
export class OwnDraftApi {
  constructor(private readonly proposals: ProposalsService) {}

  /** What the person thinks of the draft that waits for them; `care-plan/proposal` has it, with its version. */
  @Post('view')
  async say(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: SayOfDraft): Promise<SaidViewItem> {
    return saidViewItem(await this.proposals.say(person, version, command));
  }
}
