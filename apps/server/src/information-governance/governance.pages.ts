import { Body, Controller, Get, Post } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { EmergencyOpenings, LetPractitionersOpen } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, FormOf, MayCome, seeOther, type SeeOther } from '../http';
import { GovernanceDesk } from './governance.desk';
import { GovernancePage } from './views/governance';

@Controller('information-governance') @MayCome('staff', 'ig_lead')
export class GovernancePages {
  constructor(
    private readonly desk: GovernanceDesk,
    private readonly openings: EmergencyOpenings,
  ) {}

  @Get()
  async page(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return GovernancePage({ ctx, now: new Date(), today: localDay(new Date()), ...(await this.desk.queue()) });
  }

  @Post('emergency') @FormOf('/information-governance')
  async letPractitioners(@Body() { everybody }: LetPractitionersOpen): Promise<SeeOther> {
    await this.openings.letPractitioners(everybody);
    return seeOther('/information-governance', everybody ? 'Every practitioner may open records in an emergency' : 'Only those with the role for it may open records in an emergency');
  }
}
