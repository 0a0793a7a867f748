import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { PersonsService, RegisterPerson } from '@app/persons';
import { MayCome } from '../http';
import { FindPeople } from './people.commands';
import { PeopleList, type FoundItem } from './people.list';

@Controller('api/people') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class PeopleApi {
  constructor(
    private readonly list: PeopleList,
    private readonly persons: PersonsService,
  ) {}

  @Get()
  find(@Query() query: FindPeople): Promise<{ items: FoundItem[]; next: string | null }> {
    return this.list.items(query);
  }

  @Post()
  async register(@Body() command: RegisterPerson): Promise<{ personId: string; version: number }> {
    const { personId, rowVersion } = await this.persons.register(command);
    return { personId, version: rowVersion };
  }
}
