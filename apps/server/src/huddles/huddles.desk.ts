import { Injectable } from '@nestjs/common';
import { localDay } from '@app/kernel';
import type { Review } from '@app/reviews';
import { Huddles, HuddlesQueries, MakingReviews, type BeginHuddle, type Colleague, type Huddle, type HuddleLine, type Listed, type PutDown, type SeenHuddle } from '@app/huddles';
import { HuddleReasonsQueries, PersonPageQueries, type HuddleReason, type Identity, type Reasoned } from '@app/overviews';
import type { ChooseTeam } from './huddles.commands';

/** The huddles of one of the reader's teams. */
export interface HuddlesModel {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  /** null for whoever is of no integrated team */
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly huddles: readonly Huddle[];
  /** the one of today, when somebody has begun it */
  readonly today: Huddle | null;
  readonly colleagues: readonly Colleague[];
}

export interface ListedWithReasons extends Listed {
  readonly reasons: readonly HuddleReason[];
  /** what was put down last time, to ask what became of it */
  readonly lastTime: PutDown | null;
}

/** One huddle, with those on its list whom the reader may see. */
export interface HuddleModel extends SeenHuddle {
  readonly listed: readonly ListedWithReasons[];
  /** for the chair while it goes on: who else could be put on the list, and who is of the team */
  readonly others: readonly Reasoned[];
  readonly colleagues: readonly Colleague[];
}

/** One person in a huddle. */
export interface LineModel extends SeenHuddle {
  readonly identity: Identity;
  readonly line: HuddleLine;
  readonly reasons: readonly HuddleReason[];
  readonly lastTime: PutDown | null;
  /** for the chair while it goes on: who may hear of them, and who is asked to leave, as far as the chair may know who helps */
  readonly hearing: readonly Colleague[];
  readonly leaving: readonly Colleague[];
  readonly mayReview: boolean;
  /** the review that is not over, with its own day */
  readonly planned: Review | null;
}

@Injectable()
export class HuddlesDesk {
  constructor(
    private readonly queries: HuddlesQueries,
    private readonly huddles: Huddles,
    private readonly making: MakingReviews,
    private readonly rules: HuddleReasonsQueries,
    private readonly people: PersonPageQueries,
  ) {}

  async start(query: ChooseTeam): Promise<HuddlesModel> {
    const teams = await this.queries.teams();
    const team = teams.find(({ id }) => id === query.team) ?? teams[0] ?? null;
    const huddles = team ? await this.queries.ofTeam(team.id) : [];
    return { teams, team, huddles, today: huddles.find(({ heldOn }) => heldOn === localDay(new Date())) ?? null, colleagues: team ? await this.queries.colleagues(team.id) : [] };
  }

  /** @throws as `Huddles.begin` */
  async begin(command: BeginHuddle): Promise<string> {
    const found = await this.rules.of(command.team);
    return this.huddles.begin(command, found.filter(({ reasons }) => reasons.length > 0).map(({ personId }) => personId));
  }

  /** @throws NotFound */
  async page(id: string): Promise<HuddleModel> {
    const seen = await this.queries.one(id);
    const listed = await this.queries.list(id);
    const on = listed.map(({ line }) => line.personId);
    const { isOpen, isChair, huddle: { integratedTeamId } } = seen;
    const put = await this.queries.putDown(on, seen.huddle);
    const known = isOpen ? await this.rules.of(integratedTeamId, isChair ? undefined : on) : [];
    const chairs = isOpen && isChair;
    return {
      ...seen, listed: listed.map((one) => ({ ...one, reasons: known.find(({ personId }) => personId === one.line.personId)?.reasons ?? [], lastTime: put.find(({ personId }) => personId === one.line.personId) ?? null })),
      others: chairs ? known.filter(({ personId }) => !on.includes(personId)) : [], colleagues: chairs ? await this.queries.colleagues(integratedTeamId) : [],
    };
  }

  /** @throws NotFound */
  async line(personId: string, id: string): Promise<LineModel> {
    const identity = await this.people.identity(personId, 'HuddleLine');
    const { line, ...seen } = await this.queries.line(personId, id);
    const chairs = seen.isOpen && seen.isChair;
    const [known] = seen.isOpen ? await this.rules.of(seen.huddle.integratedTeamId, [personId]) : [];
    const [lastTime = null] = await this.queries.putDown([personId], seen.huddle);
    const hearing = chairs ? await this.queries.mayHear(personId, seen.huddle) : [];
    const planned = chairs ? await this.making.planned(personId) : null;
    return {
      ...seen, identity, line, reasons: known?.reasons ?? [], lastTime, hearing, planned, mayReview: chairs && (planned !== null || (await this.making.mayOffer(personId))),
      leaving: chairs ? seen.there.filter(({ membershipId }) => !hearing.some((one) => one.membershipId === membershipId)) : [],
    };
  }

  /** Where the chair goes on, to the next of their list who was not talked about or back to it, and how many are left. */
  async next(personId: string, id: string): Promise<{ to: string; left: number }> {
    const { huddle } = await this.queries.line(personId, id);
    const left = (await this.queries.list(huddle.id)).filter(({ line }) => line.outcome === null);
    const [next] = left;
    return { to: next ? `/people/${next.line.personId}/huddles/${next.line.id}` : `/huddles/${huddle.id}`, left: left.length };
  }
}
