import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AskForCopy, OwnCopies } from '@app/information-rights';
import { localDay } from '@app/kernel';
import { MyPageQueries } from '@app/overviews';
import type { Html, PageContext } from '@app/web-kit';
import { OnPaper } from '../care-plans/plan.commands';
import { Ctx, Download, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { accessPdf } from './access-pdf';
import { MyCopyPage } from './views/my-copy';

/** A copy of what is held about oneself. */
@Controller('me/:person/copy') @MayCome('person')
export class OwnCopyPages {
  constructor(
    private readonly pages: MyPageQueries,
    private readonly copies: OwnCopies,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MyCopyPage({ ctx, form, person: await this.pages.themself(person), copies: await this.copies.mine(person) });
  }

  @Post() @FormOf('/me/:person/copy')
  async ask(@IdIn('person') person: string, @Body() command: AskForCopy): Promise<SeeOther> {
    await this.copies.ask(person, command);
    return seeOther(`/me/${person}/copy`, 'You have asked. Each organisation answers within a month');
  }

  @Get(':copy/pdf')
  async pdf(@IdIn('person') person: string, @IdIn('copy') copy: string, @Query() { size }: OnPaper, @Ctx() ctx: PageContext): Promise<Download> {
    const pack = await this.copies.pack(person, copy);
    return new Download(`what-is-held-${localDay(new Date(pack.releasedAt))}.pdf`, 'application/pdf', () => accessPdf(pack, ctx.user?.name ?? '', size === 'large'));
  }
}
