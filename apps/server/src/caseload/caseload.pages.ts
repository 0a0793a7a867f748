import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { Forbidden, localDay } from '@app/kernel';
import type { PageContext } from '@app/web-kit';
import { Ctx, drawing, InBatches, MayCome, mayTakeListsAway, type Drawing } from '../http';
import { ReadCaseload } from './caseload.commands';
import { CaseloadList } from './caseload.list';
import { CaseloadPage } from './views/caseload';

@Controller() @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class CaseloadPages {
  constructor(private readonly list: CaseloadList) {}

  @Get('caseload')
  page(@Query() query: ReadCaseload, @Ctx('caseload') ctx: PageContext, @Req() req: Request): Promise<Drawing> {
    return drawing(this.list.numbered(query), (data) => CaseloadPage({ ctx, query, mayDownload: mayTakeListsAway(req), data, today: localDay(new Date()) }));
  }

  @Get('caseload.csv') @InBatches()
  async download(@Query() query: ReadCaseload, @Req() req: Request): Promise<StreamableFile> {
    if (!mayTakeListsAway(req)) throw new Forbidden();
    const file = Buffer.from(await this.list.file(query));
    return new StreamableFile(file, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="caseload-${localDay(new Date())}.csv"`, length: file.length });
  }
}
