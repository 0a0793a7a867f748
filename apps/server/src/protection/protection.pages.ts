import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { KeepOut, KeptOutPeople, ProtectContactPoints, Protection, StopCarer } from '@app/sharing';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { FindSomebody } from './protection.commands';
import { ProtectionDesk } from './protection.desk';
import { KeptOutPage } from './views/kept-out';
import { ProtectionPage } from './views/protection';

const today = (): string => localDay(new Date());

@Controller('people/:person') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ProtectionPages {
  constructor(
    private readonly desk: ProtectionDesk,
    private readonly protection: Protection,
    private readonly people: KeptOutPeople,
  ) {}

  @Get('protection')
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ProtectionPage({ ctx, form, today: today(), ...(await this.desk.page(person)) });
  }

  @Post('protection') @FormOf('/people/:person/protection')
  async protect(@IdIn('person') person: string, @IfMatch() version: number, @Body() command: ProtectContactPoints): Promise<SeeOther> {
    await this.protection.protect(person, version, command);
    return seeOther(`/people/${person}/protection`, 'Only those named know it from now on');
  }

  @Post('protection/:hidden/lift') @FormOf('/people/:person/protection')
  async lift(@IdIn('person') person: string, @IdIn('hidden') point: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.protection.lift(person, point, version);
    return seeOther(`/people/${person}/protection`, 'Everybody who works with them knows it again');
  }

  @Get('kept-out')
  async keptOut(@IdIn('person') person: string, @Query() { search }: FindSomebody, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return KeptOutPage({ ctx, form, today: today(), ...(await this.desk.keptOutPage(person, search ?? form.text('name'))) });
  }

  @Post('kept-out') @FormOf('/people/:person/kept-out')
  async keepOut(@IdIn('person') person: string, @Body() command: KeepOut): Promise<SeeOther> {
    await this.people.keepOut(person, command);
    return seeOther(`/people/${person}/kept-out`, 'They cannot open the record. They are not told');
  }

  @Post('kept-out/carers') @FormOf('/people/:person/kept-out')
  async stopCarer(@IdIn('person') person: string, @Body() command: StopCarer): Promise<SeeOther> {
    await this.people.stopCarer(person, command);
    return seeOther(`/people/${person}/kept-out`, 'Their sign-in shows nothing of this person any more. They are not told');
  }

  @Post('kept-out/:exclusion/end') @FormOf('/people/:person/kept-out')
  async letIn(@IdIn('person') person: string, @IdIn('exclusion') exclusion: string): Promise<SeeOther> {
    await this.people.end(person, exclusion);
    return seeOther(`/people/${person}/kept-out`, 'They are no longer kept out. What they could open before opens again');
  }
}
