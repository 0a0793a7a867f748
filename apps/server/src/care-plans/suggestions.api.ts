import { Body, Controller, Get, Post } from '@nestjs/common';
import { AnswerSuggestion, SuggestChange } from '@app/care-plans';
import { IdIn, IfMatch, MayCome } from '../http';
import type { SuggestionItem } from './suggestion-item';
import { SuggestionsDesk } from './suggestions.desk';

@Controller('api/people/:person/care-plan/suggestions') @MayCome('signed-in')
export class SuggestionsApi {
  constructor(private readonly desk: SuggestionsDesk) {}

  @Get()
  list(@IdIn('person') person: string): Promise<{ items: readonly SuggestionItem[]; next: null }> {
    return this.desk.answerList(person);
  }

  /** The same words once more, while the first wait, are the first: a request may come twice. */
  @Post()
  make(@IdIn('person') person: string, @Body() command: SuggestChange): Promise<SuggestionItem> {
    return this.desk.make(person, command);
  }

  @Get(':suggestion')
  one(@IdIn('person') person: string, @IdIn('suggestion') suggestion: string): Promise<SuggestionItem> {
    return this.desk.answerOne(person, suggestion);
  }

  @Post(':suggestion/answer') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
  answer(@IdIn('person') person: string, @IdIn('suggestion') suggestion: string, @IfMatch() version: number, @Body() command: AnswerSuggestion): Promise<SuggestionItem> {
    return this.desk.answer(person, suggestion, version, command);
  }

  @Post(':suggestion/withdrawal')
  withdraw(@IdIn('person') person: string, @IdIn('suggestion') suggestion: string, @IfMatch() version: number): Promise<SuggestionItem> {
    return this.desk.withdraw(person, suggestion, version);
  }
}
