import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { BeginHuddle, EndHuddle, Huddles, PutOnList, RecordOutcome } from '@app/huddles';
import { IdIn, IfMatch, MayCome } from '../http';
import { huddlesItem, lineItem, wholeHuddle, type HuddleLineItem, type HuddlesItem, type WholeHuddle } from './huddle-item';
import { ChooseTeam } from './huddles.commands';
import { HuddlesDesk } from './huddles.desk';

@Controller('api') @MayCome('staff', 'practitioner', 'team_manager')
export class HuddlesApi {
  constructor(
    private readonly desk: HuddlesDesk,
    private readonly huddles: Huddles,
  ) {}

  @Get('huddles')
  async list(@Query() query: ChooseTeam): Promise<HuddlesItem> {
    return huddlesItem(await this.desk.start(query));
  }

  @Post('huddles')
  async begin(@Body() command: BeginHuddle): Promise<WholeHuddle> {
    return wholeHuddle(await this.desk.page(await this.desk.begin(command)));
  }

  @Get('huddles/:huddle')
  async one(@IdIn('huddle') huddle: string): Promise<WholeHuddle> {
    return wholeHuddle(await this.desk.page(huddle));
  }

  @Post('huddles/:huddle/people')
  async add(@IdIn('huddle') huddle: string, @Body() { person }: PutOnList): Promise<HuddleLineItem> {
    const { id } = await this.huddles.add(huddle, person);
    return lineItem(await this.desk.line(person, id));
  }

  @Post('huddles/:huddle/ending') @HttpCode(200)
  async end(@IdIn('huddle') huddle: string, @IfMatch() version: number, @Body() command: EndHuddle): Promise<WholeHuddle> {
    await this.huddles.end(huddle, version, command);
    return wholeHuddle(await this.desk.page(huddle));
  }

  @Get('people/:person/huddles/:line')
  async line(@IdIn('person') person: string, @IdIn('line') line: string): Promise<HuddleLineItem> {
    return lineItem(await this.desk.line(person, line));
  }

  @Post('people/:person/huddles/:line/outcome') @HttpCode(200)
  async record(@IdIn('person') person: string, @IdIn('line') line: string, @IfMatch() version: number, @Body() command: RecordOutcome): Promise<HuddleLineItem> {
    await this.huddles.record(person, line, version, command);
    return lineItem(await this.desk.line(person, line));
  }
}
