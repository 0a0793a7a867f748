import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ContactsService, RaiseAlert, ReviewAlert } from '@app/contacts';
import { PersonPageQueries } from '@app/overviews';
import { IdIn, IfMatch, MayCome } from '../http';
import { alertItem, type AlertItem } from './note-item';

@Controller('api/people/:person/alerts') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class AlertsApi {
  constructor(
    private readonly contacts: ContactsService,
    private readonly people: PersonPageQueries,
  ) {}

  @Get()
  async list(@IdIn('person') person: string): Promise<{ items: AlertItem[]; next: null }> {
    const { alerts } = await this.people.identity(person, 'Alerts');
    return { items: alerts.map(alertItem), next: null };
  }

  @Post()
  async raise(@IdIn('person') person: string, @Body() command: RaiseAlert): Promise<AlertItem> {
    return alertItem(await this.contacts.raiseAlert(person, command));
  }

  /** What becomes of a concern that was imported. */
  @Post(':alert/review') @HttpCode(200)
  async review(@IdIn('person') person: string, @IdIn('alert') alert: string, @IfMatch() version: number, @Body() command: ReviewAlert): Promise<AlertItem> {
    return alertItem(await this.contacts.reviewAlert(person, alert, version, command));
  }
}
