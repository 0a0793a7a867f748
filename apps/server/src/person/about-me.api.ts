import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { AboutMeEntries, ChangeAboutMe, SayAboutMe, TellAboutMe } from '@app/persons';
import { IdIn, MayCome } from '../http';
import { AboutMeDesk } from './about-me.desk';
import type { AboutMeAnswer } from './about-me-item';

@Controller('api/people/:person/about-me') @MayCome('signed-in')
export class AboutMeApi {
  constructor(
    private readonly desk: AboutMeDesk,
    private readonly entries: AboutMeEntries,
  ) {}

  @Get()
  told(@IdIn('person') person: string): Promise<AboutMeAnswer> {
    return this.desk.answer(person);
  }

  @Post() @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
  async tell(@IdIn('person') person: string, @Body() command: TellAboutMe): Promise<AboutMeAnswer> {
    await this.entries.tell(person, command);
    return this.desk.answer(person);
  }

  /** It is still true, said otherwise, or taken away. */
  @Post(':told') @HttpCode(200) @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
  async change(@IdIn('person') person: string, @IdIn('told') entry: string, @Body() command: ChangeAboutMe): Promise<AboutMeAnswer> {
    await this.entries.change(person, entry, command);
    return this.desk.answer(person);
  }
}

@Controller('api/me/:person/about-me') @MayCome('person')
export class MyAboutMeApi {
  constructor(
    private readonly desk: AboutMeDesk,
    private readonly entries: AboutMeEntries,
  ) {}

  @Post()
  async say(@IdIn('person') person: string, @Body() command: SayAboutMe): Promise<AboutMeAnswer> {
    await this.entries.say(person, command);
    return this.desk.answer(person);
  }

  @Post(':told') @HttpCode(200)
  async change(@IdIn('person') person: string, @IdIn('told') entry: string, @Body() command: ChangeAboutMe): Promise<AboutMeAnswer> {
    await this.entries.sayAnew(person, entry, command);
    return this.desk.answer(person);
  }
}
