import { Injectable } from '@nestjs/common';
import { currentContext, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { CareAction } from './care-action.entity';
import { GoalJudgement } from './goal-judgement.entity';
import { PlanContentQueries, type PlanContent } from './plan-content.queries';
import { Goal } from './plan-items.entity';
import { PlanView } from './plan-view.entity';
import { OPENED, PlanVersion, WORKED_ON } from './plan-version.entity';
import { isAsked } from './who-is-asked';

/** A version, as far as the reader may see it: of a version that is not theirs to know of, the items that are. */
export interface CarePlan {
  version: PlanVersion | null;
  content: PlanContent;
  /** what the person has said about it since it was published, the last first; of a small update what they said about the version that it updates */
  views: PlanView[];
  /** how its goals went, by the person and by the team, the newest first; of an earlier version what was said until it gave way. None for family carers */
  judgements: GoalJudgement[];
  /** the names of the organisations that do something, by their ids */
  organisations: Map<string, string>;
}

/** What the overview shows of a plan. */
export interface PlanGlance {
  goals: Goal[];
  /** what is still to be done, whoever is due first */
  actions: CareAction[];
  organisations: Map<string, string>;
}

const NEXT_ACTIONS = 3;

@Injectable()
export class CarePlansQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly contents: PlanContentQueries,
  ) {}

  /** The plan that is published now. Audited: whoever reads who looked is told that it was printed or taken away, and not only read. */
  async current(personId: string, how: 'read' | 'print' | 'export' = 'read'): Promise<CarePlan> {
    return this.transactions.run(async () => this.told(personId, await this.published(personId), await this.contents.content(personId, { inForce: true }), how));
  }

  /** One version with what stands in it: published, earlier, or a draft of one's own. @throws NotFound */
  async version(personId: string, versionId: string, how: 'read' | 'print' = 'read'): Promise<CarePlan> {
    return this.transactions.run(async () => {
      const version = await this.records.get(PlanVersion, personId, versionId);
      // A draft of others, about which one is asked, has a place of its own: nothing that reads versions takes it for one.
      if (version.state === 'discarded' || (version.publishedAt === null && version.ownerOrganisationId !== currentContext().actor.organisationId)) throw new NotFound('PlanVersion', versionId, personId);
      return this.told(personId, version, await this.contents.content(personId, { versionId }), how);
    });
  }

  /** The steps of the version before of which a draft has to say whether they go on; of one that is not begun yet, those of the plan that it would revise. */
  async stepsToWalk(personId: string, caseId: string, draft: PlanVersion | null): Promise<CareAction[]> {
    const published = draft ? null : await this.published(personId);
    return this.contents.stepsBefore({ personId, basedOn: draft ? draft.basedOn : published?.caseId === caseId ? published.id : null });
  }

  /** The draft about which others are asked, or to which the person says what they think; null where there is none for the reader. Audited. */
  async proposedPlan(personId: string): Promise<CarePlan | null> {
    return this.transactions.run(async () => {
      const version = await this.proposed(personId);
      return version && this.told(personId, version, await this.contents.content(personId, { versionId: version.id }));
    });
  }

  /** The draft that the caller may read beside the plan in force. */
  async proposed(personId: string): Promise<PlanVersion | null> {
    return this.transactions.run(async () => ((await isAsked(this.transactions, personId)) ? this.opened(personId) : null));
  }

  private async opened(personId: string): Promise<PlanVersion | null> {
    return (await this.records.readable(PlanVersion, 'v')).andWhere('v.personId = :personId and v.state = any (:opened)', { personId, opened: OPENED }).orderBy('v.openedAt', 'DESC').getOne();
  }

  private async told(personId: string, version: PlanVersion | null, content: PlanContent, how: 'read' | 'print' | 'export' = 'read'): Promise<CarePlan> {
    const actions = [...content.goals.flatMap((one) => one.actions), ...content.otherActions];
    const rows = [...content.statements, ...content.needs, ...content.goals.map(({ goal }) => goal), ...actions];
    const judgements = await this.judgements(personId, content.goals.map(({ goal }) => goal.itemId), version?.supersededAt ?? null);
    this.records.audit({ action: how, subject: 'CarePlan', personId, subjectIds: [...(version ? [version.id] : []), ...rows.map((row) => row.id), ...judgements.map(({ id }) => id)] });
    const organisations = await this.contents.organisationNames([...actions.map((action) => action.doerOrganisationId), ...judgements.map(({ ownerOrganisationId }) => ownerOrganisationId)]);
    return { version, content, views: version?.publishedAt ? await this.views(version) : version?.isOpened ? await this.viewsOfDraft(version) : [], judgements, organisations };
  }

  /** How these goals went, the newest day first. What somebody says of their goals is between them and those who help: a family carer reads none. @param until what was written later is left out */
  async judgements(personId: string, goalIds: readonly string[], until: Date | null = null): Promise<GoalJudgement[]> {
    if (goalIds.length === 0 || currentContext().actor.roles.includes('carer')) return [];
    return (await this.records.readable(GoalJudgement, 'j')).andWhere('j.personId = :personId and j.goalId = any (:goalIds) and (cast(:until as timestamptz) is null or j.createdAt < :until)', { personId, goalIds, until })
      .orderBy('j.judgedOn', 'DESC').addOrderBy('j.createdAt', 'DESC').addOrderBy('j.id', 'DESC').getMany();
  }

  private async views({ personId, caseId, number }: PlanVersion): Promise<PlanView[]> {
    return (await this.records.readable(PlanView, 's'))
      .andWhere(`s.personId = :personId and exists (select 1 from plan_version x where x.person_id = :personId and x.id = s.versionId and x.case_id = :caseId and x.number = :number
        and x.published_at <= s.createdAt)`, { personId, caseId, number })
      .orderBy('s.createdAt', 'DESC').addOrderBy('s.id', 'DESC').getMany();
  }

  private async viewsOfDraft({ personId, id }: PlanVersion): Promise<PlanView[]> {
    return (await this.records.readable(PlanView, 's')).andWhere('s.personId = :personId and s.versionId = :id', { personId, id }).orderBy('s.createdAt', 'DESC').addOrderBy('s.id', 'DESC').getMany();
  }

  /** The version that is published now, if the caller may know of it. */
  async published(personId: string): Promise<PlanVersion | null> {
    return (await this.records.readable(PlanVersion, 'v')).andWhere(`v.personId = :personId and v.state = 'published'`, { personId }).orderBy('v.publishedAt', 'DESC').getOne();
  }

  /** A version, if the caller may know of it. For what is compared, not shown. */
  async versionIfAny(personId: string, versionId: string): Promise<PlanVersion | null> {
    return (await this.records.readable(PlanVersion, 'v')).andWhere('v.personId = :personId and v.id = :versionId', { personId, versionId }).getOne();
  }

  /** The draft that the caller's organisation is working on. */
  async draft(personId: string): Promise<PlanVersion | null> {
    return (await this.records.readable(PlanVersion, 'v'))
      .andWhere('v.personId = :personId and v.state = any (:worked) and v.smallNumber = 0 and v.importedFrom is null and v.ownerOrganisationId = :own', { personId, worked: WORKED_ON, own: currentContext().actor.organisationId })
      .getOne();
  }

  /** What an import brought, to which nobody has agreed: the caller's organisation reads its own. Audited. */
  async imported(personId: string): Promise<CarePlan | null> {
    return this.transactions.run(async () => {
      const version = await this.importedVersion(personId);
      return version && this.told(personId, version, await this.contents.content(personId, { versionId: version.id }));
    });
  }

  async importedVersion(personId: string): Promise<PlanVersion | null> {
    return (await this.records.readable(PlanVersion, 'v'))
      .andWhere(`v.personId = :personId and v.state = 'draft' and v.importedFrom is not null and v.ownerOrganisationId = :own`, { personId, own: currentContext().actor.organisationId }).getOne();
  }

  /** Every version that was published, newest first. */
  async versions(personId: string): Promise<PlanVersion[]> {
    return (await this.records.readable(PlanVersion, 'v')).andWhere('v.personId = :personId and v.publishedAt is not null', { personId })
      .orderBy('v.publishedAt', 'DESC').addOrderBy('v.number', 'DESC').addOrderBy('v.smallNumber', 'DESC').getMany();
  }

  /** Goals and the next steps of the plan that is published now. */
  async glance(personId: string): Promise<PlanGlance> {
    return this.transactions.run(async () => {
      const [goals, actions] = await Promise.all([this.contents.rows(Goal, personId, { inForce: true }), this.contents.nextActions(personId, NEXT_ACTIONS)]);
      return { goals: goals.filter((goal) => goal.isActive), actions, organisations: await this.contents.organisationNames(actions.map((action) => action.doerOrganisationId)) };
    });
  }

  /** The version that the caller read last; null before the first. */
  async lastRead(personId: string): Promise<string | null> {
    const [row] = await this.transactions.query<{ version: string }>('select version_id as version from plan_reading where person_id = $1 and user_id = (select ctx_user())', [personId]);
    return row?.version ?? null;
  }

  /** Remembers what the caller has read. Who reads only is not made to wait for it. */
  async hasRead(personId: string, versionId: string): Promise<void> {
    await this.transactions.query(
      `insert into plan_reading (person_id, user_id, version_id) values ($1, (select ctx_user()), $2)
       on conflict (person_id, user_id) do update set version_id = excluded.version_id, read_at = now() where plan_reading.version_id <> excluded.version_id`,
      [personId, versionId],
    );
  }

  /** Whoever writes a version on from the one that they read knows it: it is not told to them as a change. */
  async wroteOn(published: PlanVersion): Promise<void> {
    await this.transactions.query('update plan_reading set version_id = $2, read_at = now() where person_id = $1 and user_id = (select ctx_user()) and version_id = $3', [published.personId, published.id, published.basedOn]);
  }

  /** @returns the hash of what was published */
  async publish(personId: string, versionId: string, at: Date): Promise<string> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ hash: string }>('select publish_plan($1, $2, $3) as hash', [personId, versionId, at]);
    this.transactions.forgetAccess(personId);
    return row?.hash ?? '';
  }

  /** False when somebody else moved the step first. */
  async move(action: CareAction, to: string, reason: string | null, at: Date): Promise<boolean> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ moved: boolean }>('select move_action($1, $2, $3, $4, $5, $6, $7) as moved',
      [action.personId, action.id, action.rowVersion, action.state, to, reason, at]);
    return row?.moved ?? false;
  }
}
