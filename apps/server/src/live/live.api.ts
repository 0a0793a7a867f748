import { Controller, Get, Query, Req, Sse, type MessageEvent } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { ChangesQueries } from '@app/overviews';
import { IdIn, MayCome } from '../http';
import { ChangesSince } from './live.commands';
import { LiveDesk } from './live.desk';

@Controller() @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class LiveApi {
  constructor(
    private readonly desk: LiveDesk,
    private readonly changes: ChangesQueries,
  ) {}

  /** One stream a browser: that something readable has changed, and nothing else. `deaf` where the server hears of nothing. */
  @Sse('live')
  stream(@Req() req: Request): Observable<MessageEvent> {
    return this.desk.stream(req);
  }

  /** For browsers without a stream: whether a page that was read at `since` shows what stands now. */
  @Get('api/people/:person/changes')
  async since(@IdIn('person') person: string, @Query() { since }: ChangesSince): Promise<{ changed: boolean }> {
    return { changed: await this.changes.since(person, since ?? new Date()) };
  }
}
