import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AddPoint, AnswerAction, CloseReview, Dissent, IntoThePlan, RecordPoint, type TakenIn } from '@app/reviews';
import { IdIn, IfMatch, IfMatchAny, MayCome } from '../http';
import { AgendaDesk } from './agenda.desk';
import type { PointItem } from './point-item';
import type { WholeReview } from './review-item';

@Controller('api/people/:person/reviews/:review') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class AgendaApi {
  constructor(
    private readonly desk: AgendaDesk,
    private readonly taking: IntoThePlan,
  ) {}

  @Post('session') @HttpCode(200)
  begin(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number): Promise<WholeReview> {
    return this.desk.begin(person, review, version);
  }

  @Get('points')
  points(@IdIn('person') person: string, @IdIn('review') review: string): Promise<{ items: readonly PointItem[]; next: null }> {
    return this.desk.list(person, review);
  }

  @Post('points')
  addPoint(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: AddPoint): Promise<PointItem> {
    return this.desk.addPoint(person, review, command);
  }

  @Post('points/:topic/outcome') @HttpCode(200)
  record(@IdIn('person') person: string, @IdIn('review') review: string, @IdIn('topic') point: string, @IfMatch() version: number, @Body() command: RecordPoint): Promise<PointItem> {
    return this.desk.record(person, review, point, version, command);
  }

  @Post('points/:topic/promise') @HttpCode(200)
  promise(@IdIn('person') person: string, @IdIn('review') review: string, @IdIn('topic') point: string, @IfMatchAny() version: number | null, @Body() command: AnswerAction): Promise<PointItem> {
    return this.desk.promise(person, review, point, command, version);
  }

  @Post('points/:topic/dissent') @HttpCode(200)
  dissent(@IdIn('person') person: string, @IdIn('review') review: string, @IdIn('topic') point: string, @Body() command: Dissent): Promise<PointItem> {
    return this.desk.dissent(person, review, point, command);
  }

  /** What was decided becomes a step of its goal in the draft of the plan: once, however often it is asked. */
  @Post('points/:topic/step') @HttpCode(200)
  takeIn(@IdIn('person') person: string, @IdIn('review') review: string, @IdIn('topic') point: string): Promise<TakenIn> {
    return this.taking.take(person, review, point);
  }

  @Post('closing') @HttpCode(200)
  close(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number, @Body() command: CloseReview): Promise<WholeReview> {
    return this.desk.close(person, review, version, command);
  }
}
