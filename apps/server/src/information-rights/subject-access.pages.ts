import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DecideItems, ExtendClock, PauseClock, RecordAccessRequest, ReleasePart, SubjectAccess } from '@app/information-rights';
import { localDay } from '@app/kernel';
import { readerOf, type Html, type PageContext } from '@app/web-kit';
import { OnPaper } from '../care-plans/plan.commands';
import { Ctx, Download, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { accessPdf } from './access-pdf';
import { AccessDesk } from './access.desk';
import { ReadThings } from './reading.commands';
import { AskAsLeadPage } from './views/ask-as-lead';
import { AccessPartPage } from './views/part';
import { AccessPartsPage } from './views/parts';

const today = (): string => localDay(new Date());
const AT = '/information-governance/subject-access';

/** What people asked of the lead's organisation: looked through item by item, and released. */
@Controller('information-governance') @MayCome('staff', 'ig_lead')
export class SubjectAccessPages {
  constructor(
    private readonly desk: AccessDesk,
    private readonly access: SubjectAccess,
  ) {}

  @Get('subject-access')
  async list(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return AccessPartsPage({ ctx, today: today(), parts: await this.access.list() });
  }

  @Get('people/:person/subject-access')
  async askPage(@IdIn('person') person: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AskAsLeadPage({ ctx, form, today: today(), ...(await this.desk.toAskAsLead(person)) });
  }

  @Post('people/:person/subject-access') @FormOf('/information-governance/people/:person/subject-access')
  async ask(@IdIn('person') person: string, @Body() command: RecordAccessRequest): Promise<SeeOther> {
    await this.desk.record(person, command);
    return seeOther(AT, 'Written down. Each organisation has its own part to do');
  }

  @Get('subject-access/:part')
  async part(@IdIn('part') id: string, @Query() { shown }: ReadThings, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AccessPartPage({ ctx, form, today: today(), shown: shown ?? 'undecided', ...(await this.desk.part(id)) });
  }

  @Post('subject-access/:part/items') @FormOf('/information-governance/subject-access/:part')
  async decide(@IdIn('part') id: string, @Body() command: DecideItems): Promise<SeeOther> {
    await this.access.decide(id, command);
    return seeOther(`${AT}/${id}`, 'Decided. You can decide again until it is released');
  }

  @Post('subject-access/:part/pause') @FormOf('/information-governance/subject-access/:part')
  async pause(@IdIn('part') id: string, @IfMatch() version: number, @Body() command: PauseClock): Promise<SeeOther> {
    await this.access.pause(id, version, command);
    return seeOther(`${AT}/${id}`, 'The clock stands until you let it go on');
  }

  @Post('subject-access/:part/resumption') @FormOf('/information-governance/subject-access/:part')
  async resume(@IdIn('part') id: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.access.resume(id, version);
    return seeOther(`${AT}/${id}`, 'The clock goes on');
  }

  @Post('subject-access/:part/extension') @FormOf('/information-governance/subject-access/:part')
  async extend(@IdIn('part') id: string, @IfMatch() version: number, @Body() command: ExtendClock): Promise<SeeOther> {
    await this.access.extend(id, version, command);
    return seeOther(`${AT}/${id}`, 'Two months more. Tell the person why');
  }

  @Post('subject-access/:part/release') @FormOf('/information-governance/subject-access/:part')
  async release(@IdIn('part') id: string, @IfMatch() version: number, @Body() command: ReleasePart): Promise<SeeOther> {
    await this.access.release(id, version, command);
    return seeOther(`${AT}/${id}`, 'Released. Download it and give it to the person');
  }

  @Get('subject-access/:copy/pdf')
  async pdf(@IdIn('copy') id: string, @Query() { size }: OnPaper, @Ctx() ctx: PageContext): Promise<Download> {
    const pack = await this.access.pack(id);
    return new Download(`what-we-hold-${localDay(new Date(pack.releasedAt))}.pdf`, 'application/pdf', () => accessPdf(pack, readerOf(ctx), size === 'large'));
  }
}
