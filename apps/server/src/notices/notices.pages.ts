import { Body, Controller, Get, Post } from '@nestjs/common';
import { Notices } from '@app/notifications';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, FormOf, MayCome, seeOther, type SeeOther } from '../http';
import { ReadNotices } from './notices.commands';
import { NoticesPage } from './views/notices';

@Controller('notices') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate', 'ig_lead')
export class NoticesPages {
  constructor(private readonly notices: Notices) {}

  @Get()
  async page(@Ctx('notices') ctx: PageContext): Promise<Html> {
    return NoticesPage({ ctx, ...(await this.notices.list()) });
  }

  @Post('read') @FormOf('/notices')
  async read(@Body() { ids }: ReadNotices): Promise<SeeOther> {
    await this.notices.markRead(ids);
    return seeOther('/notices', ids?.length === 1 ? 'Marked as read' : 'All marked as read');
  }
}
