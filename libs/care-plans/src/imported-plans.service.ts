import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden, idNamed } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records, Transactions, type PersonOwned } from '@app/records';
import { CareAction } from './care-action.entity';
import { CarePlansQueries } from './care-plans.queries';
import { PlanContentQueries } from './plan-content.queries';
import type { PlanItem } from './plan-item.entity';
import { Goal, Need } from './plan-items.entity';
import { PlanVersion } from './plan-version.entity';

/** A line as an import brings it. `sourceId` is its name in the source: the id that the line keeps follows from it. */
type Brought<T extends PlanItem> = Partial<T> & { readonly sourceId: string };
export interface BroughtPlan {
  /** where it was read from, for people: `3 files of the practice` */
  readonly from: string;
  readonly needs: readonly Brought<Need>[];
  readonly goals: readonly Brought<Goal>[];
  /** each with the `sourceId` of its goal */
  readonly actions: readonly (Brought<CareAction> & { readonly goalSourceId: string })[];
}

/** How many lines of each kind an import made, changed and left as they were. */
export type Taken = Record<'needs' | 'goals' | 'actions', { created: number; changed: number; leftAlone: number }>;

/**
 * Plans that come from elsewhere. Nobody here has agreed to them, so they stand beside the plan as a draft of the organisation that brought them: outside any
 * case, read by nobody else, and never published. Whoever coordinates may begin a plan with their lines (`DraftsService.takeOver`).
 */
@Injectable()
export class ImportedPlans {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly queries: CarePlansQueries,
    private readonly contents: PlanContentQueries,
  ) {}

  /** The same lines again change nothing; what the source says differently is changed. @throws NotFound; Forbidden for who helps discreetly */
  async take(personId: string, { from, needs, goals, actions }: BroughtPlan): Promise<Taken> {
    return this.transactions.run(async () => {
      await this.persons.find(personId);
      this.records.demand('create', PlanVersion);
      if (await this.records.knownOnlyTo(personId)) throw new Forbidden('action.forbidden', 'You help discreetly: no plan was brought in');
      const version = (await this.queries.importedVersion(personId)) ?? (await this.begin(personId, from));
      const byItsGoal = actions.map(({ goalSourceId, ...action }) => ({ ...action, goalId: itemId(goalSourceId) }));
      return { needs: await this.bring(Need, version, needs), goals: await this.bring(Goal, version, goals), actions: await this.bring(CareAction, version, byItsGoal) };
    });
  }

  private async begin(personId: string, importedFrom: string): Promise<PlanVersion> {
    const unasked = { personView: null, viewAsked: null, viewSupport: null, viewBecause: null, viewAgainOn: null, viewOf: null, viewPresent: null, viewAlone: null, personComment: null, nextReviewOn: null };
    return this.records.create(PlanVersion, {
      personId, caseId: null, number: 0, smallNumber: 0, state: 'draft', basedOn: null, importedFrom, changeSummary: null, ...unasked, noContingencyBecause: null, authorName: currentContext().actor.name,
      publishedAt: null, publishedBy: null, supersededAt: null, contentHash: null, category: 'plan', audience: 'internal', visibleToPerson: false,
    });
  }

  private async bring<T extends PlanItem>(entity: PersonOwned<T>, version: PlanVersion, lines: readonly Brought<T>[]): Promise<Taken['needs']> {
    const known = new Map((await this.contents.rows(entity, version.personId, { versionId: version.id })).map((row) => [row.itemId, row]));
    const fresh: Partial<T>[] = [];
    const done = { created: 0, changed: 0, leftAlone: 0 };
    for (const { sourceId, ...values } of lines) {
      const item = itemId(sourceId);
      const row = known.get(item);
      if (!row) {
        fresh.push({ ...NOT_OURS_YET, ...values, personId: version.personId, versionId: version.id, itemId: item, position: known.size + fresh.length } as unknown as Partial<T>);
        known.set(item, { rowVersion: 0 } as T);
        continue;
      }
      if (row.rowVersion === 0) continue;
      const news = Object.fromEntries(Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(row[name as keyof T])));
      if (Object.keys(news).length > 0) await this.records.change(entity, { personId: row.personId, id: row.id } as Partial<T> & { personId: string }, row.rowVersion, news as Partial<T>);
      done[Object.keys(news).length > 0 ? 'changed' : 'leftAlone'] += 1;
    }
    await this.records.createAll(entity, version.personId, fresh);
    return { ...done, created: fresh.length };
  }
}

/** Whoever takes a line over says for whom it is; until then it is for nobody but the organisation that brought it. */
const NOT_OURS_YET = { audience: 'internal', visibleToPerson: false, opensTo: 'internal', opensToOrganisations: [], opensToPerson: false, inForce: false, dropped: false };

/** The same for the same line of the same organisation's source, in whatever file it comes. */
const itemId = (sourceId: string): string => idNamed(currentContext().actor.organisationId ?? '', sourceId);
