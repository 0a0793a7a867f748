import { Controller, Get } from '@nestjs/common';
import { IdIn, MayCome } from '../http';
import { preRead, type PreRead } from './pre-read';
import { PreReadDesk } from './pre-read.desk';

@Controller('api/people/:person/reviews/:review/pre-read') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class PreReadApi {
  constructor(private readonly desk: PreReadDesk) {}

  @Get()
  async read(@IdIn('person') person: string, @IdIn('review') review: string): Promise<PreRead> {
    return preRead(await this.desk.page(person, review));
  }
}
