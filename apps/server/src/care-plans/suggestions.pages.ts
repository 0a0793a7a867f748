import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AnswerSuggestion, SuggestChange, SuggestionsService } from '@app/care-plans';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { ChooseLine } from './suggestions.commands';
import { SuggestionsDesk } from './suggestions.desk';
import { SuggestPage } from './views/suggest';
import { SuggestionPage } from './views/suggestion';
import { SuggestionsPage } from './views/suggestions';

const today = (): string => localDay(new Date());

@Controller('people/:person/plan/suggestions') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class SuggestionsPages {
  constructor(
    private readonly desk: SuggestionsDesk,
    private readonly suggestions: SuggestionsService,
  ) {}

  @Get()
  async list(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return SuggestionsPage({ ctx, today: today(), ...(await this.desk.list(person)) });
  }

  @Get('new')
  async form(@IdIn('person') person: string, @Query() query: ChooseLine, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return SuggestPage({ ctx, form, query, today: today(), ...(await this.desk.toMake(person, query, form)) });
  }

  @Post() @FormOf('/people/:person/plan/suggestions/new')
  async make(@IdIn('person') person: string, @Body() command: SuggestChange): Promise<SeeOther> {
    const { id } = await this.suggestions.make(person, command);
    return seeOther(`/people/${person}/plan/suggestions/${id}`, 'Suggestion sent to those who write the plan. You are told when it is answered');
  }

  @Get(':suggestion')
  async page(@IdIn('person') person: string, @IdIn('suggestion') suggestion: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return SuggestionPage({ ctx, form, today: today(), ...(await this.desk.page(person, suggestion)) });
  }

  @Post(':suggestion/answer') @FormOf('/people/:person/plan/suggestions/:suggestion')
  async answer(@IdIn('person') person: string, @IdIn('suggestion') suggestion: string, @IfMatch() version: number, @Body() command: AnswerSuggestion): Promise<SeeOther> {
    const { state } = await this.suggestions.answer(person, suggestion, version, command);
    return state === 'not_taken'
      ? seeOther(`/people/${person}/plan/suggestions`, 'Answered: not taken. Whoever suggested it reads why')
      : seeOther(`/people/${person}/plan/draft`, 'Taken into the draft. Look at the words there, and publish when the plan is ready');
  }

  @Post(':suggestion/withdrawal') @FormOf('/people/:person/plan/suggestions/:suggestion')
  async withdraw(@IdIn('person') person: string, @IdIn('suggestion') suggestion: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.suggestions.withdraw(person, suggestion, version);
    return seeOther(`/people/${person}/plan/suggestions`, 'Suggestion taken back');
  }
}
