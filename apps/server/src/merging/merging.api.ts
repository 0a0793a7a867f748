import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { DecideMerge, Merges, ProposeMerge, UndoMerge, type Merge } from '@app/persons';
import { IdIn, IfMatch, MayCome } from '../http';
import { samePersonItem, twoRecordsItem, type SamePersonItem, type TwoRecordsItem } from './merge-item';
import { MergingDesk } from './merging.desk';

@Controller('api/people/:person/same-person') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class MergingApi {
  constructor(
    private readonly desk: MergingDesk,
    private readonly merges: Merges,
  ) {}

  @Get()
  async page(@IdIn('person') person: string): Promise<SamePersonItem> {
    return samePersonItem(await this.desk.page(person));
  }

  @Get(':other')
  async two(@IdIn('person') person: string, @IdIn('other') other: string): Promise<TwoRecordsItem> {
    return twoRecordsItem(await this.desk.two(person, other));
  }

  /** Whoever works with both proposes it; a lead of information governance decides. */
  @Post(':other') @HttpCode(204)
  propose(@IdIn('person') person: string, @IdIn('other') other: string, @Body() command: ProposeMerge): Promise<void> {
    return this.merges.propose(person, other, command);
  }

  @Post(':other/withdrawal') @HttpCode(204)
  withdraw(@IdIn('person') person: string, @IdIn('other') other: string, @IfMatch() version: number): Promise<void> {
    return this.merges.withdraw(person, other, version);
  }
}

@Controller('api/merges') @MayCome('staff', 'ig_lead')
export class MergeDecisionsApi {
  constructor(private readonly merges: Merges) {}

  @Get()
  async list(): Promise<{ items: Merge[] }> {
    return { items: await this.merges.toDecide() };
  }

  @Get(':merge')
  one(@IdIn('merge') merge: string): Promise<Merge> {
    return this.merges.one(merge);
  }

  @Post(':merge/decision') @HttpCode(204)
  decide(@IdIn('merge') merge: string, @IfMatch() version: number, @Body() command: DecideMerge): Promise<void> {
    return this.merges.decide(merge, version, command);
  }

  /** Both are as they were before they were joined. */
  @Post(':merge/undoing') @HttpCode(204)
  undo(@IdIn('merge') merge: string, @IfMatch() version: number, @Body() command: UndoMerge): Promise<void> {
    return this.merges.undo(merge, version, command);
  }
}
