import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { BeginHuddle, EndHuddle, Huddles, PutOnList, RecordOutcome } from '@app/huddles';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { ChooseTeam } from './huddles.commands';
import { HuddlesDesk } from './huddles.desk';
import { HuddlePage } from './views/huddle';
import { HuddleLinePage } from './views/huddle-line';
import { HuddlesPage } from './views/huddles';
import { untilWords } from './views/words';

const today = (): string => localDay(new Date());

@Controller() @MayCome('staff', 'practitioner', 'team_manager')
export class HuddlesPages {
  constructor(
    private readonly desk: HuddlesDesk,
    private readonly huddles: Huddles,
  ) {}

  @Get('huddles')
  async start(@Query() query: ChooseTeam, @Ctx('reviews') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return HuddlesPage({ ctx, form, ...(await this.desk.start(query)) });
  }

  @Post('huddles') @FormOf('/huddles')
  async begin(@Body() command: BeginHuddle): Promise<SeeOther> {
    return seeOther(`/huddles/${await this.desk.begin(command)}`, 'The huddle has begun. Go through the list, about three minutes each');
  }

  @Get('huddles/:huddle')
  async page(@IdIn('huddle') huddle: string, @Ctx('reviews') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return HuddlePage({ ctx, form, ...(await this.desk.page(huddle)) });
  }

  @Post('huddles/:huddle/people') @FormOf('/huddles/:huddle')
  async add(@IdIn('huddle') huddle: string, @Body() { person }: PutOnList): Promise<SeeOther> {
    const { id } = await this.huddles.add(huddle, person);
    return seeOther(`/people/${person}/huddles/${id}`, 'On the list now');
  }

  @Post('huddles/:huddle/ending') @FormOf('/huddles/:huddle')
  async end(@IdIn('huddle') huddle: string, @IfMatch() version: number, @Body() command: EndHuddle): Promise<SeeOther> {
    await this.huddles.end(huddle, version, command);
    return seeOther(`/huddles/${huddle}`, 'The huddle has ended. Whoever was not reached stays on the list');
  }

  @Get('people/:person/huddles/:line')
  async line(@IdIn('person') person: string, @IdIn('line') line: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return HuddleLinePage({ ctx, form, today: today(), ...(await this.desk.line(person, line)) });
  }

  @Post('people/:person/huddles/:line') @FormOf('/people/:person/huddles/:line')
  async record(@IdIn('person') person: string, @IdIn('line') line: string, @IfMatch() version: number, @Body() command: RecordOutcome): Promise<SeeOther> {
    await this.huddles.record(person, line, version, command);
    const { to, left } = await this.desk.next(person, line);
    return seeOther(to, left === 0 ? 'Saved' : `Saved. ${untilWords(left, new Date())}`);
  }
}
