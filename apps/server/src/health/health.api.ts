import { Controller, Get } from '@nestjs/common';
import { Unavailable } from '@app/kernel';
import { MayCome } from '../http';
import { Readiness } from '../http/readiness';

/** For whoever watches the server. Neither answer says anything about what is in it. */
@Controller('health')
export class HealthApi {
  constructor(private readonly readiness: Readiness) {}

  @Get('live') @MayCome('anyone')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready') @MayCome('anyone')
  async ready(): Promise<{ status: 'ready' }> {
    if (!(await this.readiness.isReady())) throw new Unavailable(5, 'Not ready');
    return { status: 'ready' };
  }
}
