import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { Authorities, ChangeAuthority, type StandingGround } from '@app/sharing';
import { IdIn, IfMatch, MayCome } from '../http';

@Controller('api/people/:person/sharing/authority') @MayCome('staff', 'practitioner', 'team_manager')
export class AuthorityApi {
  constructor(private readonly authorities: Authorities) {}

  /** By what an organisation may be told, and by what before. */
  @Get(':organisation')
  read(@IdIn('person') person: string, @IdIn('organisation') organisation: string): Promise<StandingGround> {
    return this.authorities.of(person, organisation);
  }

  @Put(':organisation') @HttpCode(204)
  change(@IdIn('person') person: string, @IdIn('organisation') organisation: string, @IfMatch() version: number, @Body() command: ChangeAuthority): Promise<void> {
    return this.authorities.change(person, organisation, version, command);
  }
}
