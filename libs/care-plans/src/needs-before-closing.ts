import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnderlyingNeed, UnderlyingNeeds, type Case, type NeedEnding, type SettledNeed, type UnmetNeed } from '@app/cases';
import { Records } from '@app/records';
import { PlanContentQueries } from './plan-content.queries';
import { Need } from './plan-items.entity';

const BECOMES: Record<NeedEnding, string> = { still_unmet: 'unmet', resolved: 'resolved', not_wanted: 'not_wanted' };

/** Of what lies under other needs closing says what becomes. The plan does not change by it: it is told as a change of the need, to those who read the need. */
@Injectable()
export class NeedsBeforeClosing extends UnderlyingNeed implements OnModuleInit {
  constructor(
    private readonly needs: UnderlyingNeeds,
    private readonly contents: PlanContentQueries,
    private readonly records: Records,
  ) {
    super();
  }

  onModuleInit(): void {
    this.needs.register(this);
  }

  async unmet({ personId }: Case): Promise<UnmetNeed[]> {
    const open = await this.open(personId);
    if (open.length > 0) this.records.audit({ action: 'read', subject: 'Need', personId, subjectIds: open.map(({ id }) => id) });
    return open.map(({ itemId: id, text }) => ({ id, text }));
  }

  async settle({ personId }: Case, settled: readonly SettledNeed[], at: Date): Promise<void> {
    for (const need of await this.open(personId)) {
      const told = settled.find(({ id }) => id === need.itemId);
      // Whoever wrote it for others by name reads of it too.
      const namedOrganisations = need.audience === 'named' ? [...new Set([...need.namedOrganisations, need.ownerOrganisationId])] : [];
      if (told) await this.records.transition({ ...need, id: need.itemId, namedOrganisations }, 'Need', need.state, BECOMES[told.ending], told.whoKnows && `Who knows of it: ${told.whoKnows}`, at);
    }
  }

  private async open(personId: string): Promise<Need[]> {
    return (await this.contents.rows(Need, personId, { inForce: true })).filter((need) => need.isUnderlying);
  }
}
