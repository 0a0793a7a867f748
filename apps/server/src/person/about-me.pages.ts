import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { AboutMeEntries, ChangeAboutMe, fullName, SayAboutMe, TellAboutMe, type AboutMe, type Person } from '@app/persons';
import { readerOf, type Html, type PageContext } from '@app/web-kit';
import { OnPaper } from '../care-plans/plan.commands';
import { Ctx, Download, Form, FormOf, FormState, IdIn, MayCome, seeOther, type SeeOther } from '../http';
import { MyAboutMePage } from '../me/views/my-about-me';
import { MyAboutMeEntryPage } from '../me/views/my-about-me-entry';
import { aboutMePdf } from './about-me-pdf';
import { AboutMeDesk } from './about-me.desk';
import { AboutMePage } from './views/about-me';
import { AboutMeEntryPage } from './views/about-me-entry';

const became = ({ state, endedBecause, answersId }: AboutMe): string =>
  state === 'suggested' ? 'Your words wait for their answer' : endedBecause === 'taken_away' ? 'It no longer stands' : endedBecause ? 'The suggestion no longer waits' : answersId ? 'It says so now' : 'It is still true, said today';

function onPaper(person: Person, all: readonly AboutMe[], by: string, size: OnPaper['size']): Download {
  const today = localDay(new Date());
  return new Download(`about-me-${today}.pdf`, 'application/pdf', () => aboutMePdf({ name: fullName(person), all, today, by }, size === 'large'));
}

@Controller('people/:person/about-me') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class AboutMePages {
  constructor(
    private readonly desk: AboutMeDesk,
    private readonly entries: AboutMeEntries,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AboutMePage({ ctx, form, today: localDay(new Date()), ...(await this.desk.page(person)) });
  }

  @Get('pdf')
  async pdf(@IdIn('person') person: string, @Query() { size }: OnPaper, @Ctx() ctx: PageContext): Promise<Download> {
    const { identity, all } = await this.desk.page(person, 'print');
    return onPaper(identity.person, all, readerOf(ctx), size);
  }

  @Post() @FormOf('/people/:person/about-me')
  async tell(@IdIn('person') person: string, @Body() command: TellAboutMe): Promise<SeeOther> {
    const { heading } = await this.entries.tell(person, command);
    return seeOther(`/people/${person}/about-me#${heading}`, 'It stands with what they told');
  }

  @Get(':told')
  async entry(@IdIn('person') person: string, @IdIn('told') entry: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return AboutMeEntryPage({ ctx, form, today: localDay(new Date()), ...(await this.desk.entry(person, entry)) });
  }

  @Post(':told') @FormOf('/people/:person/about-me/:told')
  async change(@IdIn('person') person: string, @IdIn('told') entry: string, @Body() command: ChangeAboutMe): Promise<SeeOther> {
    const done = await this.entries.change(person, entry, command);
    return seeOther(`/people/${person}/about-me#${done.heading}`, became(done));
  }
}

/** On one's own page: nobody does it in one's place. */
@Controller('me/:person/about-me') @MayCome('person')
export class MyAboutMePages {
  constructor(
    private readonly desk: AboutMeDesk,
    private readonly entries: AboutMeEntries,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MyAboutMePage({ ctx, form, today: localDay(new Date()), ...(await this.desk.mine(person)) });
  }

  @Get('pdf')
  async pdf(@IdIn('person') person: string, @Query() { size }: OnPaper, @Ctx('me') ctx: PageContext): Promise<Download> {
    const { person: themself, all } = await this.desk.mine(person, 'print');
    return onPaper(themself, all, readerOf(ctx), size);
  }

  @Post() @FormOf('/me/:person/about-me')
  async say(@IdIn('person') person: string, @Body() command: SayAboutMe): Promise<SeeOther> {
    const { heading } = await this.entries.say(person, command);
    return seeOther(`/me/${person}/about-me#${heading}`, 'It stands in your words. Your key worker is told');
  }

  @Get(':told')
  async entry(@IdIn('person') person: string, @IdIn('told') entry: string, @Ctx('me') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MyAboutMeEntryPage({ ctx, form, ...(await this.desk.myEntry(person, entry)) });
  }

  @Post(':told') @FormOf('/me/:person/about-me/:told')
  async change(@IdIn('person') person: string, @IdIn('told') entry: string, @Body() command: ChangeAboutMe): Promise<SeeOther> {
    const done = await this.entries.sayAnew(person, entry, command);
    return seeOther(`/me/${person}/about-me#${done.heading}`, done.endedBecause === 'not_used' ? 'Your own words stand' : became(done));
  }
}
