import { Body, Controller, Get, Post } from '@nestjs/common';
import { mayKnowNhsNumbers } from '@app/persons';
import { EmergencyOpenings, OpenInEmergency, ReviewEmergency } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, RefusedAfterwards, seeOther, type SeeOther } from '../http';
import { NobodyOpened } from './nobody-opened';
import { OpenPage } from './views/open';
import { OpeningPage } from './views/opening';

@Controller()
export class EmergencyPages {
  constructor(private readonly openings: EmergencyOpenings) {}

  @Get('emergency') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer')
  async openPage(@Ctx('people') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    await this.openings.demandMayOpen();
    return OpenPage({ ctx, form, byNhsNumber: mayKnowNhsNumbers() });
  }

  @Post('emergency') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer') @FormOf('/emergency')
  async open(@Body() command: OpenInEmergency): Promise<SeeOther | RefusedAfterwards> {
    const opened = await this.openings.open(command);
    return opened ? seeOther(`/people/${opened.personId}/emergency`) : new RefusedAfterwards(new NobodyOpened());
  }

  @Get('emergency-openings/:opening') @MayCome('staff')
  async page(@IdIn('opening') id: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return OpeningPage({ ctx, form, now: new Date(), ...(await this.openings.one(id)) });
  }

  @Post('emergency-openings/:opening/review') @MayCome('staff', 'ig_lead') @FormOf('/emergency-openings/:opening')
  async review(@IdIn('opening') id: string, @IfMatch() version: number, @Body() command: ReviewEmergency): Promise<SeeOther> {
    await this.openings.review(id, version, command);
    return seeOther('/information-governance', 'Your review is written down. Whoever opened the record is told');
  }
}
