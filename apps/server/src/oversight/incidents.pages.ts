import { Body, Controller, Get, Post } from '@nestjs/common';
import { CloseIncident, Incidents } from '@app/oversight';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { IncidentPage } from './views/incident';
import { IncidentsPage } from './views/incidents';

/** What stood with the wrong person or was opened without a reason: what was done, who was told, whether it was reported. */
@Controller('information-governance/incidents') @MayCome('staff', 'ig_lead')
export class IncidentsPages {
  constructor(private readonly incidents: Incidents) {}

  @Get()
  async list(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return IncidentsPage({ ctx, now: new Date(), incidents: await this.incidents.list() });
  }

  @Get(':incident')
  async page(@IdIn('incident') id: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return IncidentPage({ ctx, form, now: new Date(), incident: await this.incidents.one(id) });
  }

  @Post(':incident/closing') @FormOf('/information-governance/incidents/:incident')
  async close(@IdIn('incident') id: string, @Body() command: CloseIncident): Promise<SeeOther> {
    await this.incidents.close(id, command);
    return seeOther('/information-governance/incidents', 'Closed. What was done stays here to be read');
  }
}
