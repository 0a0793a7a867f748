import { Body, Controller, Get, Post } from '@nestjs/common';
import { ContactsService, RaiseAlert, ReviewAlert } from '@app/contacts';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { NoteDesk } from './note.desk';
import { ReviewAlertPage } from './views/review-alert';
import { AlertsPage } from './views/alerts';

@Controller('people/:person/alerts') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class AlertsPages {
  constructor(
    private readonly contacts: ContactsService,
    private readonly desk: NoteDesk,
  ) {}

  @Get()
  async list(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AlertsPage({ ctx, form, today: localDay(new Date()), ...(await this.desk.toWrite(person, form, 'identity')) });
  }

  /** Without JavaScript: the form again, with the names of who would see it. Nothing is saved. */
  @Post('check')
  async check(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Body() typed: Record<string, unknown>): Promise<Html> {
    const form = new FormState(typed);
    return AlertsPage({ ctx, form, today: localDay(new Date()), ...(await this.desk.toWrite(person, form, 'identity')) });
  }

  @Post() @FormOf('/people/:person/alerts')
  async raise(@IdIn('person') person: string, @Body() command: RaiseAlert): Promise<SeeOther> {
    await this.contacts.raiseAlert(person, command);
    return seeOther(`/people/${person}/alerts`, 'Alert raised');
  }

  @Get(':alert/review')
  async reviewPage(@IdIn('person') person: string, @IdIn('alert') alert: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ReviewAlertPage({ ctx, form, today: localDay(new Date()), ...(await this.desk.toReview(person, alert)) });
  }

  @Post(':alert/review') @FormOf('/people/:person/alerts/:alert/review')
  async review(@IdIn('person') person: string, @IdIn('alert') alert: string, @IfMatch() version: number, @Body() command: ReviewAlert): Promise<SeeOther> {
    await this.contacts.reviewAlert(person, alert, version, command);
    return seeOther(`/people/${person}/alerts`, 'Saved what becomes of it');
  }
}
