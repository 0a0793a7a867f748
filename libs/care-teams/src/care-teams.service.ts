import { Injectable } from '@nestjs/common';
import { CasesQueries } from '@app/cases';
import { currentContext, Forbidden, Invalid, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { groundOf, holdsWithoutYes, SharingService, type Invitation } from '@app/sharing';
import { CareTeamMember } from './care-team-member.entity';
import type { AddToCircle, DescribeHelp, EndHelp } from './care-teams.commands';
import { CareTeamsQueries, type CircleMember, type Door } from './care-teams.queries';
import { handOverFirst } from './hand-over-first';
import { windDownEnd } from './wind-down';

/** What the form does not ask: who may know of a discreet service, and when the help began. */
export interface CircleDetails {
  readonly discreetTo?: readonly string[];
  readonly startedAt?: Date;
}

@Injectable()
export class CareTeamsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly sharing: SharingService,
    private readonly cases: CasesQueries,
    private readonly queries: CareTeamsQueries,
  ) {}

  /**
   * Adds an organisation, a team or a named worker to the circle: the relationship that lets them in, and the line that everybody reads.
   * Team and worker together let the team in and name the worker. The organisation that registered the person is in already and gets its line.
   * A service that is discreet by default is known to whoever adds it and to its worker, unless `details` name others.
   * @throws Invalid `organisation.invalid` for one that cannot be shared with, `worker.required` where the organisation lets only named workers in
   */
  async add(personId: string, command: AddToCircle, details: CircleDetails = {}): Promise<CareTeamMember> {
    return this.transactions.run(async () => {
      this.records.demand('create', CareTeamMember);
      const { door, scope } = await this.doorway(personId, command);
      const own = await this.queries.ownRegistration(personId, command);
      if (own && command.knownTo?.length) throw Invalid.field('/knownTo', 'organisation.own', 'Your own organisation registered them: everybody who works with them knows it');
      const relationship = own
        ?? (await this.sharing.letIn(personId, { organisationId: command.organisationId, ...scope, categories: command.categories, ...(await this.byWhat(personId, command)), ...details, discreetTo: await this.knownTo(personId, command, door, details) }));
      const open = await this.cases.openCase(personId);
      const member = await this.records.create(CareTeamMember, {
        personId, caseId: open?.id ?? null, organisationId: command.organisationId, teamId: command.teamId ?? null, membershipId: command.membershipId ?? null,
        relationshipId: relationship.id, state: 'active', does: command.does, doesNotDo: command.doesNotDo ?? null, daysTimes: command.daysTimes ?? null,
        starts: details.startedAt ?? new Date(), ends: null, discreet: relationship.discreet, sealedTo: relationship.sealedTo,
        category: 'circle', audience: 'circle', visibleToPerson: !relationship.discreet,
      });
      await this.records.transition(member, 'CareTeamMember', null, 'active', null, member.starts);
      this.records.news('care-team.joined', member, { workers: [member.membershipId], organisations: [member.organisationId] });
      return member;
    });
  }

  /** Their yes to this one where they want to be asked, unless it holds without one. @throws Invalid */
  private async byWhat(personId: string, command: AddToCircle): Promise<Pick<Invitation, 'agreement' | 'ground'>> {
    const ground = groundOf(command);
    return { ground, agreement: holdsWithoutYes(ground) ? null : await this.sharing.agreement(personId, command) };
  }

  /** By which door they would come in, and to what of it. @throws Invalid as `add` */
  async doorway(personId: string, command: AddToCircle): Promise<{ door: Door | null; scope: Pick<Invitation, 'scopeKind' | 'scopeId'> }> {
    const door = await this.queries.door(command.organisationId);
    return { door, scope: await this.scope(personId, command, door) };
  }

  /** A line for the pages that end the help or say anew what it is. @throws NotFound, Forbidden for who neither added them, nor is of them, nor leads */
  async memberToChange(personId: string, memberId: string): Promise<CircleMember> {
    return this.transactions.run(async () => {
      // First whether it is there: what is sealed is missing to everybody, also to who may end nothing.
      await this.records.get(CareTeamMember, personId, memberId);
      const member = await this.queries.member(personId, memberId);
      if (!member.mayChange) throw new Forbidden('action.forbidden');
      return member;
    });
  }

  /** What they do, what they do not do and when, said anew; they and the key worker are told. @throws NotFound, Forbidden as `memberToChange`; StaleVersion */
  async describe(personId: string, memberId: string, version: number, command: DescribeHelp): Promise<CircleMember> {
    return this.transactions.run(async () => {
      await this.memberToChange(personId, memberId);
      const line = await this.records.get(CareTeamMember, personId, memberId);
      if (!(await this.queries.describeHelp(personId, memberId, version, command))) throw new StaleVersion(line);
      this.records.news('care-team.described', line, { keyWorker: true, workers: [line.membershipId], organisations: [line.organisationId] });
      this.records.audit({ action: 'change', subject: 'CareTeamMember', personId, subjectIds: [memberId] });
      return this.queries.member(personId, memberId);
    });
  }

  /**
   * Ends the help and the line in the circle. Where it is simply finished, the helper has ten working days more for its own items and a closing note;
   * where the person said no, or for safety, the access ends at once.
   * @returns whether the caller may still open the person: a helper that leaves may not
   * @throws NotFound, Forbidden as `memberToChange`; StaleVersion; Conflict `keyWorker.leads` for the key worker, or for the team by which they came
   */
  async end(personId: string, memberId: string, version: number, { reason, because }: Pick<EndHelp, 'reason' | 'because'>, at = new Date()): Promise<{ opens: boolean }> {
    return this.transactions.run(async () => {
      const line = await this.records.get(CareTeamMember, personId, memberId);
      if (line.state === 'active') await this.memberToChange(personId, memberId);
      if (line.rowVersion !== version) throw new StaleVersion(line);
      // While one may still write: a helper that leaves at once may not when it has left.
      const told = { ...line, visibleToPerson: line.visibleToPerson && because !== 'safety' };
      await this.records.transition(told, 'CareTeamMember', 'active', 'ended', reason, at);
      const finished = (because ?? 'finished') === 'finished';
      const done = await this.queries.endHelp(personId, memberId, version, { at, over: finished ? windDownEnd(at) : at });
      if (done === 'leads') throw handOverFirst();
      if (done === 'stale') throw new StaleVersion(line);
      this.records.news('care-team.left', line, { keyWorker: true });
      // Whoever leaves at once may know nothing more of the person, not even that.
      if (finished) this.records.news('care-team.ended', personId, { workers: [line.membershipId], organisations: [line.organisationId] });
      this.records.audit({ action: 'change', subject: 'CareTeamMember', personId, subjectIds: [memberId] });
      this.records.audit({ action: 'let-go', subject: 'Relationship', personId, subjectIds: [line.relationshipId] });
      return { opens: (await this.transactions.accessTo(personId)).length > 0 };
    });
  }

  private async knownTo(personId: string, command: AddToCircle, door: Door | null, details: CircleDetails): Promise<readonly string[] | undefined> {
    const chosen = command.knownTo ?? [];
    if (details.discreetTo || !door || (!door.discreetByDefault && chosen.length === 0)) return details.discreetTo;
    const worker = command.membershipId ? await this.queries.workerOf(command.membershipId) : null;
    if (!worker) throw Invalid.field('/membershipId', 'worker.required', `Only those named may know that ${door.name} helps. Choose who it will be`);
    return [...new Set([currentContext().actor.userId, worker, ...(await this.sharing.mayKnow(personId, chosen))])];
  }

  private async scope(personId: string, command: AddToCircle, door: Door | null): Promise<Pick<Invitation, 'scopeKind' | 'scopeId'>> {
    if (!door || door.state !== 'active' || !door.agreementLive) {
      throw Invalid.field('/organisationId', 'organisation.invalid', 'Choose an organisation that has signed the sharing agreement');
    }
    // Where only named workers open the record, the door of a team or an organisation opens nothing; nor does it to a volunteer.
    const byName = await this.queries.opensByNameOnly(personId);
    const belongs = await this.queries.belongs(personId, command.organisationId, command.teamId ?? null, command.membershipId ?? null);
    if (command.membershipId && (byName || belongs.byName || !(command.teamId && door.accessScope === 'team'))) {
      if (!belongs.worker) throw Invalid.field('/membershipId', 'worker.notMember', `Choose someone who works at ${door.name}`);
      return { scopeKind: 'membership', scopeId: command.membershipId };
    }
    if (byName) throw Invalid.field('/membershipId', 'worker.required', `Only named workers open this record. Choose who of ${door.name} it will be`);
    if (command.teamId && door.accessScope !== 'named') {
      if (command.membershipId && !belongs.worker) throw Invalid.field('/membershipId', 'worker.notMember', `Choose someone who works at ${door.name}`);
      if (!belongs.team) throw Invalid.field('/teamId', 'team.notTheirs', `Choose a team of ${door.name}`);
      return { scopeKind: 'team', scopeId: command.teamId };
    }
    if (door.accessScope === 'named') throw Invalid.field('/membershipId', 'worker.required', `${door.name} lets only named workers in. Choose who it will be`);
    if (door.accessScope === 'team') throw Invalid.field('/teamId', 'team.required', `${door.name} works in teams. Choose the team, or one worker`);
    return { scopeKind: 'organisation', scopeId: command.organisationId };
  }
}
