import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CloseIncident, Incidents } from '@app/oversight';
import { IdIn, MayCome } from '../http';
import { incidentItem, type IncidentItem } from './incident-item';

@Controller('api/incidents') @MayCome('staff', 'ig_lead')
export class IncidentsApi {
  constructor(private readonly incidents: Incidents) {}

  @Get()
  async list(): Promise<{ items: IncidentItem[]; next: null }> {
    return { items: (await this.incidents.list()).map(incidentItem), next: null };
  }

  @Get(':incident')
  async one(@IdIn('incident') id: string): Promise<IncidentItem> {
    return incidentItem(await this.incidents.one(id));
  }

  @Post(':incident/closing') @HttpCode(200)
  async close(@IdIn('incident') id: string, @Body() command: CloseIncident): Promise<IncidentItem> {
    return incidentItem(await this.incidents.close(id, command));
  }
}
