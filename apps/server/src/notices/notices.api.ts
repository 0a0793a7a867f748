import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Notices, type Notice } from '@app/notifications';
import { MayCome } from '../http';
import { ReadNotices } from './notices.commands';
import { hrefOf, toldOf } from './words';

interface NoticeItem extends Notice {
  /** in words, without names: "added you to the circle" */
  says: string;
  /** the page that shows it */
  href: string;
}

const item = (notice: Notice): NoticeItem => ({ ...notice, says: toldOf(notice.kind).says, href: hrefOf(notice) });

@Controller('api/notices') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate', 'ig_lead')
export class NoticesApi {
  constructor(private readonly notices: Notices) {}

  @Get()
  async list(): Promise<{ unread: number; items: NoticeItem[]; next: null }> {
    const { unread, read } = await this.notices.list();
    return { unread: unread.length, items: [...unread, ...read].map(item), next: null };
  }

  @Post('read') @HttpCode(204)
  async read(@Body() { ids }: ReadNotices): Promise<void> {
    await this.notices.markRead(ids);
  }
}
