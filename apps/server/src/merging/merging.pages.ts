import { Body, Controller, Get, Post } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { DecideMerge, Merges, ProposeMerge, UndoMerge } from '@app/persons';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { MergingDesk } from './merging.desk';
import { MergePage } from './views/merge';
import { MergesPage } from './views/merges';
import { SamePersonPage } from './views/same-person';
import { SideBySidePage } from './views/side-by-side';

const today = (): string => localDay(new Date());

/** The same person twice: proposed by whoever works with both. */
@Controller('people/:person/same-person') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class MergingPages {
  constructor(
    private readonly desk: MergingDesk,
    private readonly merges: Merges,
  ) {}

  @Get()
  async page(@IdIn('person') person: string, @Ctx() ctx: PageContext): Promise<Html> {
    return SamePersonPage({ ctx, today: today(), ...(await this.desk.page(person)) });
  }

  @Get(':other')
  async two(@IdIn('person') person: string, @IdIn('other') other: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return SideBySidePage({ ctx, form, today: today(), ...(await this.desk.two(person, other)) });
  }

  @Post(':other') @FormOf('/people/:person/same-person/:other')
  async propose(@IdIn('person') person: string, @IdIn('other') other: string, @Body() command: ProposeMerge): Promise<SeeOther> {
    await this.merges.propose(person, other, command);
    return seeOther(`/people/${person}/same-person/${other}`, 'Proposed. Nothing changes until somebody else has decided');
  }

  @Post(':other/withdrawal') @FormOf('/people/:person/same-person/:other')
  async withdraw(@IdIn('person') person: string, @IdIn('other') other: string, @IfMatch() version: number): Promise<SeeOther> {
    await this.merges.withdraw(person, other, version);
    return seeOther(`/people/${person}/same-person`, 'Taken back. Both records are as they were');
  }
}

/** What leads of information governance decide. */
@Controller('information-governance/merges') @MayCome('staff', 'ig_lead')
export class MergeDecisionsPages {
  constructor(private readonly merges: Merges) {}

  @Get()
  async list(@Ctx('governance') ctx: PageContext): Promise<Html> {
    return MergesPage({ ctx, merges: await this.merges.toDecide() });
  }

  @Get(':merge')
  async page(@IdIn('merge') merge: string, @Ctx('governance') ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return MergePage({ ctx, form, merge: await this.merges.one(merge) });
  }

  @Post(':merge/decision') @FormOf('/information-governance/merges/:merge')
  async decide(@IdIn('merge') merge: string, @IfMatch() version: number, @Body() command: DecideMerge): Promise<SeeOther> {
    await this.merges.decide(merge, version, command);
    return seeOther('/information-governance/merges', command.decision === 'confirm' ? 'The two records are joined. Who reads what of each stays as it was' : 'They stay two records');
  }

  @Post(':merge/undoing') @FormOf('/information-governance/merges/:merge')
  async undo(@IdIn('merge') merge: string, @IfMatch() version: number, @Body() command: UndoMerge): Promise<SeeOther> {
    await this.merges.undo(merge, version, command);
    return seeOther('/information-governance/merges', 'They are two records again, as before');
  }
}
