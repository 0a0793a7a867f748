import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { SuggestChange, SuggestionsService } from '@app/care-plans';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { MySuggestionsDesk } from './my-suggestions.desk';
import { ChooseMyLine } from './suggestions.commands';
import { MySuggestionsPage } from './views/my-suggestions';

/** A person asks for a change to their own plan, and reads what came of it. */
@Controller('me/suggestions') @MayCome('person')
export class MySuggestionsPages {
  constructor(
    private readonly desk: MySuggestionsDesk,
    private readonly suggestions: SuggestionsService,
  ) {}

  @Get()
  async page(@Query() query: ChooseMyLine, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MySuggestionsPage({ ctx, form, ...(await this.desk.page(query, form)) });
  }

  @Post(':person') @FormOf('/me/suggestions')
  async make(@IdIn('person') person: string, @Body() command: SuggestChange): Promise<SeeOther> {
    await this.suggestions.make(person, command);
    return seeOther(`/me/suggestions?person=${person}`, 'Sent to those who write your plan. The answer will be on this page');
  }

  @Post(':person/:suggestion/withdrawal') @FormOf('/me/suggestions')
  async withdraw(@IdIn('person') person: string, @IdIn('suggestion') suggestion: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.suggestions.withdraw(person, suggestion, version);
    return seeOther(`/me/suggestions?person=${person}`, 'Taken back');
  }
}
