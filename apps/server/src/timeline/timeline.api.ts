import { Controller, Get, Query } from '@nestjs/common';
import { IdIn, MayCome } from '../http';
import { ReadTimeline } from './timeline.commands';
import { TimelineList, type TimelineItem } from './timeline.list';

@Controller('api/people/:person/timeline') @MayCome('signed-in')
export class TimelineApi {
  constructor(private readonly list: TimelineList) {}

  @Get()
  items(@IdIn('person') personId: string, @Query() query: ReadTimeline): Promise<{ items: TimelineItem[]; next: string | null }> {
    return this.list.items(personId, query);
  }
}
