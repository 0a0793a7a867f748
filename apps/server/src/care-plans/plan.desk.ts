import { Injectable } from '@nestjs/common';
import { CarePlansQueries, compare, DraftsService, stillExpected, SuggestionsService, type CarePlan, type Difference, type Expected, type PlanVersion, type SeenSuggestion } from '@app/care-plans';
import { Corrections, type Correction } from '@app/corrections';
import { NotFound } from '@app/kernel';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { PersonsService, type AboutMe } from '@app/persons';
import type { SeenReferral } from '@app/referrals';
import { ReferralsForNeeds } from '../referrals/for-needs';
import { SharingQueries } from '@app/sharing';
import { stillHelps } from '../person/still-helps';
import type { Offered } from './suggestions.desk';
import { labelOf, planAnswer, versionItem, type PlanAnswer, type VersionItem } from './plan-item';

/** A version among others. */
export interface VersionLine {
  readonly id: string;
  readonly label: string;
  readonly publishedAt: Date | null;
  readonly author: string | null;
  readonly changeSummary: string | null;
}

/** The plan as it stands, and how the reader stands to it. */
export interface PlanModel {
  readonly plan: CarePlan;
  readonly versions: readonly VersionLine[];
  /** the version that the reader read last, when it is not this one */
  readonly readBefore: VersionLine | null;
  /** the draft that the reader's organisation is working on */
  readonly draft: PlanVersion | null;
  /** the draft that others read before it is published; never in force */
  readonly proposed: PlanVersion | null;
  /** is it theirs to write? */
  readonly mayWrite: boolean;
  /** what was asked of services for a need, by the need's id, as far as the reader may see it */
  readonly referrals: ReadonlyMap<string, readonly SeenReferral[]>;
  /** what the person says is wrong in it */
  readonly corrections: readonly Correction[];
  /** what an import brought to the reader's organisation: nobody has agreed to it */
  readonly imported: CarePlan | null;
  /** what the reader's organisation has been given */
  readonly youSee: readonly string[];
  /** what others, or the person, would change */
  readonly suggestions: readonly SeenSuggestion[];
  readonly offered: Offered;
}

/** A plan on a page or on paper, with whom it is about and what they want everyone to know. */
export interface WithPerson {
  readonly identity: Identity;
  readonly aboutMe: readonly AboutMe[];
}

export interface CurrentPlanAnswer extends PlanAnswer {
  readonly versions: readonly { readonly id: string; readonly label: string; readonly publishedAt: Date | null }[];
  readonly readBefore: { readonly id: string; readonly label: string } | null;
  readonly draft: { readonly id: string; readonly version: number } | null;
  /** a draft that others read before it is published, at `/proposal`; not in force */
  readonly proposal: { readonly id: string; readonly state: string } | null;
  /** what the national standard has besides and is still empty, for those who write the plan */
  readonly expects: readonly Expected[];
  /** what was imported, and nobody has agreed to */
  readonly imported: (PlanAnswer & { readonly from: string | null; readonly at: Date }) | null;
}

/** What is different between two versions, as far as the reader may see both. */
export interface Changes {
  /** null when there was none before */
  readonly from: PlanVersion | null;
  readonly to: PlanVersion;
  readonly differences: readonly Difference[];
}

const lineOf = (version: PlanVersion): VersionLine => ({ id: version.id, label: labelOf(version), publishedAt: version.publishedAt, author: version.authorName, changeSummary: version.changeSummary });

/** What stands beside a plan on its page. */
@Injectable()
export class BesideThePlan {
  constructor(
    private readonly sharing: SharingQueries,
    private readonly forNeeds: ReferralsForNeeds,
    private readonly plans: CarePlansQueries,
    private readonly disputes: Corrections,
    private readonly suggestions: SuggestionsService,
  ) {}

  corrections(personId: string): Promise<Correction[]> {
    return this.disputes.of(personId);
  }

  async of(personId: string): Promise<Pick<PlanModel, 'youSee' | 'referrals' | 'imported' | 'corrections' | 'suggestions' | 'offered'>> {
    return {
      youSee: await this.sharing.ownCategories(personId), referrals: await this.forNeeds.of(personId), imported: await this.plans.imported(personId), corrections: await this.corrections(personId),
      ...(await this.suggestions.besidePlan(personId)),
    };
  }
}

/** A plan as it is read: on the page, printed and as JSON. */
@Injectable()
export class PlanDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly persons: PersonsService,
    private readonly plans: CarePlansQueries,
    private readonly drafts: DraftsService,
    private readonly beside: BesideThePlan,
  ) {}

  /** @throws NotFound */
  async page(personId: string): Promise<PlanModel & WithPerson> {
    return { ...(await this.withPerson(personId)), ...(await this.model(personId)) };
  }

  /** @throws NotFound */
  async answer(personId: string): Promise<CurrentPlanAnswer> {
    await this.persons.find(personId);
    const { plan, versions, readBefore, draft, proposed, referrals, imported, mayWrite } = await this.model(personId);
    return {
      ...planAnswer(plan, referrals), versions: versions.map(({ id, label, publishedAt }) => ({ id, label, publishedAt })), readBefore: readBefore && { id: readBefore.id, label: readBefore.label },
      draft: draft && { id: draft.id, version: draft.rowVersion }, proposal: proposed && { id: proposed.id, state: proposed.state },
      expects: mayWrite && plan.version ? stillExpected(plan.content, (await this.people.aboutMe(personId)).length) : [],
      imported: imported?.version ? { from: imported.version.importedFrom, at: imported.version.createdAt, ...planAnswer(imported) } : null,
    };
  }

  /** The plan to print: with the people whom it concerns, and nothing remembered of who printed it but the audit. @throws NotFound */
  async toPrint(personId: string): Promise<WithPerson & { plan: CarePlan; corrections: readonly Correction[] }> {
    return { ...(await this.withPerson(personId)), plan: await this.plans.current(personId, 'print'), corrections: await this.beside.corrections(personId) };
  }

  /** The plan about which the person says something to the caller. @throws NotFound where none is published; Forbidden when their help has ended */
  async toView(personId: string): Promise<{ identity: Identity; plan: CarePlan }> {
    const identity = await this.people.identity(personId, 'CarePlan');
    const plan = await this.plans.current(personId);
    if (!plan.version) throw new NotFound('PlanVersion', undefined, personId);
    return { plan, identity: stillHelps(identity) };
  }

  /** The lines of the plan, to choose the one in which something is wrong. @throws NotFound; Forbidden when the caller's help has ended */
  async toDispute(personId: string): Promise<{ identity: Identity; plan: CarePlan }> {
    const identity = stillHelps(await this.people.identity(personId, 'CarePlan'));
    return { identity, plan: await this.plans.current(personId) };
  }

  /** An earlier version, or the one that stands. @throws NotFound */
  async version(personId: string, versionId: string, how: 'read' | 'print' = 'read'): Promise<{ identity: Identity; plan: CarePlan }> {
    return { identity: await this.people.identity(personId, 'CarePlan'), plan: await this.plans.version(personId, versionId, how) };
  }

  async versionAnswer(personId: string, versionId: string): Promise<PlanAnswer> {
    await this.persons.find(personId);
    return planAnswer(await this.plans.version(personId, versionId));
  }

  /** @throws NotFound */
  async changesPage(personId: string, since: string | null): Promise<Changes & { identity: Identity }> {
    return { identity: await this.people.identity(personId, 'CarePlan'), ...(await this.changes(personId, since)) };
  }

  async changesAnswer(personId: string, since: string | null): Promise<{ from: VersionItem | null; to: VersionItem; items: readonly Difference[] }> {
    await this.persons.find(personId);
    const { from, to, differences } = await this.changes(personId, since);
    return { from: from && versionItem(from), to: versionItem(to), items: differences };
  }

  /** @param since the id of the earlier version; the one before when none is named @throws NotFound, also where no plan is published */
  async changes(personId: string, since: string | null): Promise<Changes> {
    const now = await this.plans.current(personId);
    const earlier = since ?? now.version?.basedOn;
    if (!now.version) throw new NotFound('PlanVersion', undefined, personId);
    if (!earlier) return { from: null, to: now.version, differences: [] };
    const before = await this.plans.version(personId, earlier);
    if (!before.version?.publishedAt) throw new NotFound('PlanVersion', earlier, personId);
    return { from: before.version, to: now.version, differences: compare(before, now) };
  }

  private async withPerson(personId: string): Promise<WithPerson> {
    return { identity: await this.people.identity(personId, 'CarePlan'), aboutMe: await this.people.aboutMe(personId) };
  }

  private async model(personId: string): Promise<PlanModel> {
    const plan = await this.plans.current(personId);
    const versions = (await this.plans.versions(personId)).map(lineOf);
    const last = plan.version ? await this.plans.lastRead(personId) : null;
    if (plan.version && last !== plan.version.id) await this.plans.hasRead(personId, plan.version.id);
    const readBefore = plan.version && last !== plan.version.id ? (versions.find(({ id }) => id === last) ?? null) : null;
    return { plan, versions, readBefore, draft: await this.plans.draft(personId), proposed: await this.plans.proposed(personId), mayWrite: await this.drafts.mayWrite(personId), ...(await this.beside.of(personId)) };
  }
}
