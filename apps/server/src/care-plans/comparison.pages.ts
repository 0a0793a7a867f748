import { Controller, Get, Query } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, IdIn, MayCome } from '../http';
import { ComparisonDesk, type ComparisonAnswer } from './comparison.desk';
import { TwoVersions } from './plan.commands';
import { ComparePage } from './views/compare';

@Controller('people/:person/plan/compare') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ComparisonPages {
  constructor(private readonly desk: ComparisonDesk) {}

  @Get()
  async page(@IdIn('person') person: string, @Query() named: TwoVersions, @Ctx() ctx: PageContext): Promise<Html> {
    return ComparePage({ ctx, today: localDay(new Date()), ...(await this.desk.page(person, named)) });
  }

  @Get('print')
  async print(@IdIn('person') person: string, @Query() named: TwoVersions, @Ctx() ctx: PageContext): Promise<Html> {
    return ComparePage({ ctx, toPrint: true, today: localDay(new Date()), ...(await this.desk.page(person, named, 'print')) });
  }
}

@Controller('api/people/:person/care-plan/comparison') @MayCome('signed-in')
export class ComparisonApi {
  constructor(private readonly desk: ComparisonDesk) {}

  @Get()
  answer(@IdIn('person') person: string, @Query() named: TwoVersions): Promise<ComparisonAnswer> {
    return this.desk.answer(person, named);
  }
}
