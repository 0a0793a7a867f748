import { Injectable } from '@nestjs/common';
import { currentContext } from '@app/kernel';
import { Records, Transactions, type PersonOwned } from '@app/records';
import { CareAction } from './care-action.entity';
import type { PlanItem } from './plan-item.entity';
import { Goal, Need, PlanStatement } from './plan-items.entity';
import type { PlanVersion } from './plan-version.entity';

/** A goal and what is done for it. */
export interface GoalWithActions {
  goal: Goal;
  actions: CareAction[];
}

/** What of a version the reader may see. */
export interface PlanContent {
  statements: PlanStatement[];
  needs: Need[];
  goals: GoalWithActions[];
  /** steps whose goal is not the reader's to see */
  otherActions: CareAction[];
}

type Which = { versionId: string } | { inForce: true };

// Who an item is and whose it will be is said by the draft that it is copied into; how it is marked comes along.
const COPIED = 'person_id, category, item_id, position, opens_to_person';
const OWN_COLUMNS: Record<string, string> = {
  need: 'domain, text, voice, state, unmet_because, unmet_reason, asked_for, offered, underlying',
  goal: 'text, why, importance, voice, target_on, state, no_action_because',
  care_action: 'goal_id, need_id, what, doer, doer_kind, doer_organisation_id, doer_name, due_on, days_times, stage_goal, strategies, not_do, confidence, review_on, state, state_reason, state_at',
  plan_statement: 'section, text, contact, voice',
};
// What of an import is taken into a draft. A step goes with its goal.
const LIVE: Record<string, string> = {
  need: `x.state <> 'resolved'`, goal: `x.state in ('proposed', 'accepted', 'active')`,
  care_action: `x.state not in ('done', 'cancelled') and exists (select 1 from goal g where g.person_id = x.person_id and g.version_id = $3 and g.item_id = x.goal_id)`,
};
/** What of an earlier episode is taken into the first draft of the next: what lies under other needs and is not met, but for what somebody said of it when the case was closed. */
const UNDERLYING = `x.underlying and x.state <> 'resolved' and not exists (
  select 1 from state_transition t where t.person_id = x.person_id and t.entity = 'Need' and t.entity_id = x.item_id and t.to_state in ('resolved', 'not_wanted'))`;
const TABLES: readonly [string, PersonOwned<PlanItem>][] = [['need', Need], ['goal', Goal], ['care_action', CareAction], ['plan_statement', PlanStatement]];

/** The rows of versions, narrowed for the reader. */
@Injectable()
export class PlanContentQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** What stands in one version, or in the one that is published now, in the order of the plan. */
  async content(personId: string, which: Which): Promise<PlanContent> {
    return this.transactions.run(async () => {
      const [goals, actions, statements, needs] = await Promise.all([
        this.rows(Goal, personId, which), this.rows(CareAction, personId, which), this.rows(PlanStatement, personId, which), this.rows(Need, personId, which),
      ]);
      const known = new Set(goals.map((goal) => goal.itemId));
      return {
        statements,
        needs,
        goals: goals.map((goal) => ({ goal, actions: actions.filter((action) => action.goalId === goal.itemId) })),
        otherActions: actions.filter((action) => !known.has(action.goalId)),
      };
    });
  }

  async rows<T extends PlanItem>(entity: PersonOwned<T>, personId: string, which: Which): Promise<T[]> {
    const one = 'versionId' in which ? 'x.versionId = :versionId' : 'x.inForce';
    return (await this.records.readable(entity, 'x')).andWhere(`x.personId = :personId and ${one} and not x.dropped`, { personId, ...which })
      .orderBy('x.position', 'ASC').addOrderBy('x.id', 'ASC').getMany();
  }

  /** So many steps of the plan that is published now and are not over, those first that are due first. */
  async nextActions(personId: string, most: number): Promise<CareAction[]> {
    return (await this.records.readable(CareAction, 'x')).andWhere(`x.personId = :personId and x.inForce and not x.dropped and x.state not in ('done', 'cancelled')`, { personId })
      .orderBy('x.dueOn', 'ASC', 'NULLS LAST').addOrderBy('x.position', 'ASC').addOrderBy('x.id', 'ASC').limit(most).getMany();
  }

  /** The steps of the plan that a draft revises that are not over: of each it is said whether it goes on. */
  async stepsBefore({ personId, basedOn }: Pick<PlanVersion, 'personId' | 'basedOn'>): Promise<CareAction[]> {
    return basedOn ? (await this.rows(CareAction, personId, { inForce: true })).filter(({ isLive }) => isLive) : [];
  }

  /** What was taken out of a draft again, with the reason why a step ends. */
  async ending(personId: string, versionId: string): Promise<CareAction[]> {
    return (await this.records.readable(CareAction, 'x')).andWhere('x.personId = :personId and x.versionId = :versionId and x.dropped and x.endsBecause is not null', { personId, versionId }).getMany();
  }

  /** Which lines of the plan in force a draft does without, as far as the caller may read that. */
  async takenOut(personId: string, versionId: string): Promise<Set<string>> {
    const rows = await Promise.all(TABLES.map(async ([, entity]) => (await this.records.readable(entity, 'x')).andWhere('x.personId = :personId and x.versionId = :versionId and x.dropped', { personId, versionId }).getMany()));
    return new Set(rows.flat().map(({ itemId }) => itemId));
  }

  /** A step of the plan that is published now, by the id that it keeps from version to version. */
  async actionInForce(personId: string, itemId: string): Promise<CareAction | null> {
    return (await this.records.readable(CareAction, 'x')).andWhere('x.personId = :personId and x.itemId = :itemId and x.inForce', { personId, itemId }).getOne();
  }

  /** Copies into a draft what the caller may read of a version; it opens to nobody more than it did. @param which only what is not over and so many of each, or what lies underneath and is not met */
  async copy(personId: string, from: string, to: string, which?: { live: number } | 'underlying'): Promise<void> {
    const { source } = currentContext();
    this.transactions.wrote();
    for (const [table, entity] of which === 'underlying' ? TABLES.filter(([name]) => name === 'need') : TABLES) {
      const only = which === 'underlying' ? ` and ${UNDERLYING}` : which ? ` and ${LIVE[table] ?? 'true'} order by x.position limit ${which.live}` : '';
      const values: unknown[] = [personId, from, to, source];
      const narrowed = this.records.readableSql(entity, 'x', values);
      const columns = `${COPIED}, ${OWN_COLUMNS[table] ?? ''}`;
      await this.transactions.query(
        `insert into ${table} (id, version_id, owner_organisation_id, audience, visible_to_person, created_by, source, opens_to, opens_to_organisations, ${columns})
         select gen_random_uuid(), $3, (select ctx_organisation()), 'internal', false, (select ctx_user()), $4, x.opens_to,
                case when x.opens_to = 'named' and x.owner_organisation_id <> (select ctx_organisation()) then x.opens_to_organisations || x.owner_organisation_id else x.opens_to_organisations end,
                ${columns.split(', ').map((column) => `x.${column}`).join(', ')}
           from ${table} x where x.person_id = $1 and x.version_id = $2 and not x.dropped and ${narrowed}${only}`,
        values,
      );
    }
  }

  /** The names of organisations, by their ids. */
  async organisationNames(ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await this.transactions.query<{ id: string; name: string }>('select id, name from organisation where id = any ($1)', [wanted]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
