import { Body, Controller, Get, Post } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { AddPoint, Agenda, AnswerAction, Closing, CloseReview, Dissent, RecordPoint } from '@app/reviews';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, IfMatchAny, MayCome, seeOther, type SeeOther } from '../http';
import { AgendaDesk } from './agenda.desk';
import { ClosePage } from './views/close';
import { PointPage } from './views/point';
import { ReviewPage } from './views/review';

const today = (): string => localDay(new Date());
const AT = 'people/:person/reviews/:review';
const at = (person: string, review: string): string => `/people/${person}/reviews/${review}`;

@Controller(AT) @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class AgendaPages {
  constructor(
    private readonly desk: AgendaDesk,
    private readonly agenda: Agenda,
    private readonly closing: Closing,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ReviewPage({ ctx, form, today: today(), ...(await this.desk.page(person, review)) });
  }

  @Post('session') @FormOf(`/${AT}`)
  async begin(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.agenda.begin(person, review, version);
    return seeOther(at(person, review), 'The review is going on. Go through it point by point');
  }

  @Post('points') @FormOf(`/${AT}`)
  async addPoint(@IdIn('person') person: string, @IdIn('review') review: string, @Body() command: AddPoint): Promise<SeeOther> {
    await this.agenda.addPoint(person, review, command);
    return seeOther(at(person, review), 'Point added');
  }

  @Get('points/:topic')
  async point(@IdIn('person') person: string, @IdIn('review') review: string, @IdIn('topic') point: string, @Ctx() ctx: PageContext, @Form({ kept: '' }) form: FormState): Promise<Html> {
    return PointPage({ ctx, form, today: today(), ...(await this.desk.point(person, review, point)) });
  }

  @Post('points/:topic/outcome') @FormOf(`/${AT}/points/:topic`)
  async record(@IdIn('person') person: string, @IdIn('review') review: string, @IdIn('topic') point: string, @IfMatch() version: number, @Body() command: RecordPoint): Promise<SeeOther> {
    await this.agenda.record(person, review, point, version, command);
    return seeOther(at(person, review), 'Saved. Everybody who may read it sees it');
  }

  @Post('points/:topic/promise') @FormOf(`/${AT}/points/:topic`)
  async promise(@IdIn('person') person: string, @IdIn('review') review: string, @IdIn('topic') point: string, @IfMatchAny() version: number | null, @Body() command: AnswerAction): Promise<SeeOther> {
    await this.closing.promise(person, review, point, command, version);
    return seeOther(at(person, review), 'Saved under your name');
  }

  @Post('points/:topic/dissent') @FormOf(`/${AT}/points/:topic`)
  async dissent(@IdIn('person') person: string, @IdIn('review') review: string, @IdIn('topic') point: string, @Body() command: Dissent): Promise<SeeOther> {
    await this.closing.dissent(person, review, point, command);
    return seeOther(at(person, review), 'Kept under your name, whatever is decided');
  }

  @Get('close')
  async closeForm(@IdIn('person') person: string, @IdIn('review') review: string, @Ctx() ctx: PageContext, @Form({ kept: '' }) form: FormState): Promise<Html> {
    return ClosePage({ ctx, form, today: today(), ...(await this.desk.page(person, review)) });
  }

  @Post('close') @FormOf(`/${AT}/close`)
  async close(@IdIn('person') person: string, @IdIn('review') review: string, @IfMatch() version: number, @Body() command: CloseReview): Promise<SeeOther> {
    await this.closing.close(person, review, version, command);
    return seeOther(at(person, review), 'The review is closed. Everybody who was asked is told, and the person reads it on their page. Print it for whoever has none');
  }
}
