import { Injectable } from '@nestjs/common';
import { CasesQueries } from '@app/cases';
import { Conflict, currentContext, Forbidden, Invalid, localDay, newId, StaleVersion, type FieldFault } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records } from '@app/records';
import type { Huddle } from './huddle.entity';
import { HuddleLine } from './huddle-line.entity';
import type { BeginHuddle, EndHuddle, RecordOutcome } from './huddles.commands';
import { HuddlesQueries, type SeenHuddle } from './huddles.queries';
import { MakingReviews } from './making-reviews';

/** Holding a huddle: whoever begins it chairs it, and nobody is on its list whom they may not see. */
@Injectable()
export class Huddles {
  constructor(
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly cases: CasesQueries,
    private readonly reviews: MakingReviews,
    private readonly queries: HuddlesQueries,
  ) {}

  /**
   * @param found whom the rules put on the list, of those whom the caller may list; whoever stays from a huddle before comes besides
   * @throws Forbidden; Invalid for a team of others; Conflict `huddle.begun` when there is one today
   */
  begin({ team, attendees = [] }: BeginHuddle, found: readonly string[]): Promise<string> {
    return this.queries.transactions.run(async () => {
      this.records.demand('create', HuddleLine);
      if (!(await this.queries.teams()).some(({ id }) => id === team)) throw Invalid.field('/team', 'choice', 'Choose one of your teams');
      const { actor } = currentContext();
      const there = await this.among(team, [...attendees, actor.membershipId as string]);
      const heldOn = localDay(new Date());
      const [last] = await this.queries.ofTeam(team, 1);
      if (last?.heldOn === heldOn) throw new Conflict('huddle.begun', `${last.chairName} has begun the huddle of today`);
      const people = new Set([...found, ...(await this.queries.staying(team))]);
      const huddle = { id: newId(), integratedTeamId: team, heldOn, chairMembershipId: actor.membershipId as string, chairName: actor.name, attendees: there, endedAt: null, rowVersion: 1 };
      await this.queries.transactions.query('insert into huddle (id, integrated_team_id, held_on, chair_membership_id, chair_name, attendees) values ($1, $2, $3, $4, $5, $6)', [huddle.id, team, heldOn, actor.membershipId, actor.name, there]);
      for (const personId of people) if (await this.belongs(personId, huddle)) await this.put(personId, huddle.id);
      return huddle.id;
    });
  }

  /** Whom the chair puts on the list themselves. @throws NotFound, Forbidden, Conflict `huddle.over`, Invalid for whom the team does not help */
  add(huddleId: string, personId: string): Promise<HuddleLine> {
    return this.queries.transactions.run(async () => {
      const { huddle } = chaired(await this.queries.one(huddleId));
      await this.persons.find(personId);
      const known = (await this.queries.list(huddleId)).find(({ line }) => line.personId === personId);
      if (known) return known.line;
      if (!(await this.belongs(personId, huddle))) throw Invalid.field('/person', 'choice', 'Choose somebody whose case is your team’s');
      return this.put(personId, huddleId);
    });
  }

  /** @throws NotFound, Forbidden for who does not chair, StaleVersion, Conflict `huddle.over`, Invalid; as `ReviewsService.schedule` */
  record(personId: string, id: string, version: number, command: RecordOutcome): Promise<HuddleLine> {
    return this.queries.transactions.run(async () => {
      const { line, huddle } = chaired(await this.queries.line(personId, id));
      if (line.rowVersion !== version) throw new StaleVersion(line);
      const { outcome, next } = command;
      const planned = outcome === 'review' ? await this.reviews.planned(personId) : null;
      mustSay(command, planned !== null);
      const action = outcome === 'action' ? await this.action(personId, huddle, command) : { decided: null, doerMembershipId: null, doerName: null, dueOn: null };
      const review = outcome === 'review' ? (planned ?? (await this.reviews.due(personId, command.dueOn as string))) : null;
      const after = await this.records.change(HuddleLine, { personId, id: line.id }, version, { outcome, stays: next === 'stays', ...action, reviewId: review?.id ?? null });
      if (after.doerMembershipId && after.doerMembershipId !== line.doerMembershipId) this.records.news('huddle.action-put', after, { workers: [after.doerMembershipId] });
      if (review && review.id !== line.reviewId) this.records.news('review.asked-for', review, { workers: await this.queries.leads(personId) });
      return after;
    });
  }

  /** Whoever was not reached stays on the list. @throws NotFound, Forbidden, StaleVersion, Conflict `huddle.over`, Invalid */
  end(huddleId: string, version: number, { attendees = [] }: EndHuddle): Promise<void> {
    return this.queries.transactions.run(async () => {
      const { huddle } = chaired(await this.queries.one(huddleId));
      if (huddle.rowVersion !== version) throw new StaleVersion(huddle);
      const there = await this.among(huddle.integratedTeamId, [...attendees, huddle.chairMembershipId]);
      await this.queries.transactions.query('update huddle set attendees = $2, ended_at = now(), row_version = row_version + 1 where id = $1', [huddleId, there]);
    });
  }

  /** @throws Invalid for who is not of the team */
  private async among(teamId: string, membershipIds: readonly string[]): Promise<string[]> {
    const team = await this.queries.colleagues(teamId);
    const stranger = membershipIds.findIndex((id) => !team.some(({ membershipId }) => membershipId === id));
    if (stranger >= 0) throw Invalid.field('/attendees', 'choice', 'Choose from the team');
    return [...new Set(membershipIds)];
  }

  /** Is the person's case the team's, and can the caller bring them up? Who helps discreetly, or no longer, cannot: the others would know. */
  private async belongs(personId: string, { integratedTeamId }: Pick<Huddle, 'integratedTeamId'>): Promise<boolean> {
    const open = await this.cases.openCase(personId);
    return open?.integratedTeamId === integratedTeamId && !(await this.records.windsDown(personId)) && (await this.records.knownOnlyTo(personId)) === null;
  }

  // Who may know who helps may know that they were talked about: whoever sees a part only, like the bathroom, is not part of the talk.
  private put(personId: string, huddleId: string): Promise<HuddleLine> {
    return this.records.create(HuddleLine, { personId, category: 'circle', audience: 'circle', visibleToPerson: false, huddleId, outcome: null, decided: null, doerMembershipId: null, doerName: null, dueOn: null, reviewId: null, stays: null });
  }

  private async action(personId: string, huddle: Huddle, { decided, doer, dueOn }: RecordOutcome): Promise<Pick<HuddleLine, 'decided' | 'doerMembershipId' | 'doerName' | 'dueOn'>> {
    const who = (await this.queries.mayHear(personId, huddle)).find(({ membershipId }) => membershipId === doer);
    if (!who) throw Invalid.field('/doer', 'choice', 'Choose somebody who is here and helps them');
    return { decided: decided as string, doerMembershipId: who.membershipId, doerName: `${who.name}, ${who.organisation}`, dueOn: dueOn as string };
  }
}

/** @throws Forbidden, Conflict `huddle.over` */
function chaired<T extends SeenHuddle>(seen: T): T {
  if (!seen.isChair) throw new Forbidden('action.forbidden', 'Whoever chairs the huddle writes down what comes of it');
  if (!seen.isOpen) throw new Conflict('huddle.over', 'This huddle is over. What is left stays on the list of the next one');
  return seen;
}

const fault = (field: string, message: string): FieldFault => ({ pointer: `/${field}`, code: 'required', message });
function mustSay({ outcome, next, decided, doer, dueOn }: RecordOutcome, isPlanned: boolean): void {
  const faults: FieldFault[] = [];
  if (outcome === 'action' && !decided) faults.push(fault('decided', 'Enter what is done'));
  if (outcome === 'action' && !doer) faults.push(fault('doer', 'Choose who does it'));
  if (outcome !== 'none' && !isPlanned && !dueOn) faults.push(fault('dueOn', 'Enter by when'));
  if (outcome === 'action' && next === 'off') faults.push({ pointer: '/next', code: 'huddle.actionStays', message: 'Choose that they stay on the list: the next huddle asks what became of it' });
  if (faults.length > 0) throw new Invalid(faults);
}
