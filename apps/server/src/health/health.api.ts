import { Controller, Get } from '@nestjs/common';
import { Unavailable } from '@app/kernel';
import { MayCome } from '../http';
import { AuditWatch } from '../http/audit-watch';
import { Readiness } from '../http/readiness';

/** For whoever watches the server. Neither answer says anything about what is in it. */
@Controller('health')
export class HealthApi {
  constructor(
    private readonly readiness: Readiness,
    private readonly audit: AuditWatch,
  ) {}

  @Get('live') @MayCome('anyone')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** A server whose audit waits to be sealed goes on serving: `audit` is for an alarm. */
  @Get('ready') @MayCome('anyone')
  async ready(): Promise<{ status: 'ready'; audit: 'sealed' | 'waiting' }> {
    if (!(await this.readiness.isReady())) throw new Unavailable(5, 'Not ready');
    return { status: 'ready', audit: await this.audit.look() };
  }
}
