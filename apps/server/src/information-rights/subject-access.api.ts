import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { DecideItems, ExtendClock, PauseClock, RecordAccessRequest, ReleasePart, SubjectAccess, type AccessPack } from '@app/information-rights';
import { IdIn, IfMatch, MayCome } from '../http';
import { accessItem, askedItem, wholeAccessItem, type AccessItem, type AskedItem, type WholeAccessItem } from './access-item';
import { AccessDesk } from './access.desk';

@Controller('api') @MayCome('staff', 'ig_lead')
export class SubjectAccessApi {
  constructor(
    private readonly desk: AccessDesk,
    private readonly access: SubjectAccess,
  ) {}

  /** What was asked of the caller's own organisation about somebody. */
  @Get('people/:person/subject-access') @MayCome('staff', 'practitioner', 'team_manager', 'ig_lead')
  async asked(@IdIn('person') person: string): Promise<{ items: AskedItem[]; next: null }> {
    return { items: (await this.desk.asked(person)).map(askedItem), next: null };
  }

  /** The person asks for a copy of what is held about them: one task for each organisation that holds something or may see it, or for the caller's own. */
  @Post('people/:person/subject-access') @MayCome('staff', 'practitioner', 'team_manager', 'ig_lead')
  async record(@IdIn('person') person: string, @Body() command: RecordAccessRequest): Promise<{ items: AskedItem[]; next: null }> {
    return { items: (await this.desk.record(person, command)).map(askedItem), next: null };
  }

  @Get('subject-access')
  async list(): Promise<{ items: AccessItem[]; next: null }> {
    return { items: (await this.access.list()).map(accessItem), next: null };
  }

  @Get('subject-access/:part')
  async part(@IdIn('part') id: string): Promise<WholeAccessItem> {
    const { part, things, others } = await this.desk.part(id);
    return wholeAccessItem(part, things, others);
  }

  @Post('subject-access/:part/items') @HttpCode(204)
  decide(@IdIn('part') id: string, @Body() command: DecideItems): Promise<void> {
    return this.access.decide(id, command);
  }

  @Post('subject-access/:part/pause') @HttpCode(200)
  async pause(@IdIn('part') id: string, @IfMatch() version: number, @Body() command: PauseClock): Promise<AccessItem> {
    return accessItem(await this.access.pause(id, version, command));
  }

  @Post('subject-access/:part/resumption') @HttpCode(200)
  async resume(@IdIn('part') id: string, @IfMatch() version: number): Promise<AccessItem> {
    return accessItem(await this.access.resume(id, version));
  }

  @Post('subject-access/:part/extension') @HttpCode(200)
  async extend(@IdIn('part') id: string, @IfMatch() version: number, @Body() command: ExtendClock): Promise<AccessItem> {
    return accessItem(await this.access.extend(id, version, command));
  }

  @Post('subject-access/:part/release') @HttpCode(200)
  async release(@IdIn('part') id: string, @IfMatch() version: number, @Body() command: ReleasePart): Promise<AccessItem> {
    return accessItem(await this.access.release(id, version, command));
  }

  /** What was released, for other software; counts as taken away. */
  @Get('subject-access/:copy/pack')
  pack(@IdIn('copy') id: string): Promise<AccessPack> {
    return this.access.pack(id);
  }
}
