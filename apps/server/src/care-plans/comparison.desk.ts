import { Injectable } from '@nestjs/common';
import { CarePlansQueries, sideBySide, type Difference, type PlanVersion } from '@app/care-plans';
import { NotFound } from '@app/kernel';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { PersonsService } from '@app/persons';
import { versionItem, type VersionItem } from './plan-item';
import type { TwoVersions } from './plan.commands';

/** Two versions beside each other, as far as the reader may see each: the older one first, whichever was named first. */
export interface Compared {
  readonly from: PlanVersion;
  readonly to: PlanVersion;
  readonly differences: readonly Difference[];
}

export interface ComparisonModel {
  readonly identity: Identity;
  /** to choose from, the newest first */
  readonly versions: readonly PlanVersion[];
  /** null where the reader sees no two */
  readonly compared: Compared | null;
}

export interface ComparisonAnswer {
  readonly from: VersionItem;
  readonly to: VersionItem;
  readonly items: readonly Difference[];
}

/** Any two published versions side by side. */
@Injectable()
export class ComparisonDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly persons: PersonsService,
    private readonly plans: CarePlansQueries,
  ) {}

  /** @throws NotFound where one that is named is not a published version that the reader may know of */
  async page(personId: string, named: TwoVersions, how: 'read' | 'print' = 'read'): Promise<ComparisonModel> {
    const identity = await this.people.identity(personId, 'CarePlan');
    const versions = await this.plans.versions(personId);
    return { identity, versions, compared: await this.compared(personId, versions, named, how) };
  }

  /** @throws NotFound as the page, and where there are no two */
  async answer(personId: string, named: TwoVersions): Promise<ComparisonAnswer> {
    await this.persons.find(personId);
    const compared = await this.compared(personId, await this.plans.versions(personId), named, 'read');
    if (!compared) throw new NotFound('PlanVersion', undefined, personId);
    return { from: versionItem(compared.from), to: versionItem(compared.to), items: compared.differences };
  }

  private async compared(personId: string, versions: readonly PlanVersion[], { from, to }: TwoVersions, how: 'read' | 'print'): Promise<Compared | null> {
    const later = this.named(personId, versions, to) ?? versions[0];
    const earlier = this.named(personId, versions, from) ?? versions.find(({ id }) => id !== later?.id);
    if (!later || !earlier) return null;
    const [newer, older] = versions.indexOf(later) <= versions.indexOf(earlier) ? [later, earlier] : [earlier, later];
    const before = await this.plans.version(personId, older.id, how);
    return { from: older, to: newer, differences: sideBySide(before, await this.plans.version(personId, newer.id, how)) };
  }

  private named(personId: string, versions: readonly PlanVersion[], id: string | null | undefined): PlanVersion | null {
    if (!id) return null;
    const found = versions.find((one) => one.id === id);
    if (!found) throw new NotFound('PlanVersion', id, personId);
    return found;
  }
}
