import { Controller, Get, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { PageContext } from '@app/web-kit';
import { Ctx, drawing, IdIn, MayCome, type Drawing } from '../http';
import { ReadTimeline } from './timeline.commands';
import { TimelineList } from './timeline.list';
import { TimelinePage } from './views/timeline';

@Controller('people/:person/timeline') @MayCome('staff')
export class TimelinePages {
  constructor(private readonly list: TimelineList) {}

  @Get()
  page(@IdIn('person') personId: string, @Query() query: ReadTimeline, @Ctx() ctx: PageContext): Promise<Drawing> {
    return drawing(this.list.page(personId, query), (data) => TimelinePage({ ctx, query, data, today: localDay(new Date()) }));
  }
}
