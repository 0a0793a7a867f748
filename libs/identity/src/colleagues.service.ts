import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Forbidden, Invalid, isUuid, newId, NotFound, StaleVersion, type Actor, type Role } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { mayBeGiven, type ChangeColleague, type InviteColleague } from './colleague.commands';
import { ColleaguesQueries, type ColleagueRow, type WorkerRow } from './colleagues.queries';
import { Membership, UserAccount } from './identity.entity';
import { handedOnBy, keeps, ownedInWords, type Owned } from './leavers';
import { INVITATION_DAYS, LinkBearer, linkPath, newToken } from './links';
import { endOf, NEW, termsOf, volunteerFaults, type Terms } from './volunteers';

/** Colleagues of the caller's own organisation: only its administrators see and change them here. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly records: Records,
    private readonly transactions: Transactions,
    private readonly queries: ColleaguesQueries,
    private readonly bearer: LinkBearer,
  ) {}

  /** A page of the organisation's live memberships by name. @throws Forbidden */
  list(wish: { search?: string | null; descending: boolean; limit: number; after: { name: string; id: string } | null }): Promise<ColleagueRow[]> {
    this.records.demand('list', Membership);
    return this.queries.list(administered(), { ...wish, search: wish.search ?? null });
  }

  /** Whoever wants looking at soon: whose last day is near, and volunteers without what each of them has. @throws Forbidden */
  toLookAt(): Promise<ColleagueRow[]> {
    this.records.demand('list', Membership);
    return this.queries.toLookAt(administered());
  }

  /** @throws Forbidden, NotFound */
  async one(id: string): Promise<ColleagueRow> {
    this.records.demand('list', Membership);
    const found = isUuid(id) ? await this.queries.one(administered(), id) : null;
    if (!found) throw new NotFound('Membership', id);
    return found;
  }

  /** Whoever may answer for a volunteer here. @throws Forbidden */
  supervisors(): Promise<{ id: string; name: string }[]> {
    this.records.demand('list', Membership);
    return this.queries.supervisors(administered());
  }

  /** What the colleague still owns, by kind: nobody is named. @throws Forbidden, NotFound */
  async owned(id: string): Promise<Owned[]> {
    await this.one(id);
    return this.queries.owned(id);
  }

  /** Live workers of any organisation, to be named in a circle or a referral. */
  workersOf(organisationId: string, search: string | null, limit: number): Promise<WorkerRow[]> {
    return this.queries.workersOf(organisationId, search, limit);
  }

  /**
   * Makes a membership; for an address that nobody has, also an account and a link that works once within 7 days.
   * @returns the membership's id, and the link's path, which is never told again; null when they have a password already
   * @throws Forbidden; Invalid `colleague.exists`, `choice`, and for a volunteer `required`, `volunteer.leads`, `volunteer.tooLong`
   */
  invite(command: InviteColleague): Promise<{ id: string; link: string | null }> {
    return this.transactions.run(async () => {
      this.records.demand('create', Membership);
      mustBeGiven(command.roles);
      const organisationId = administered();
      const known = await this.queries.userByAddress(command.email);
      if (known && (known.kind !== 'staff' || (await this.queries.worksHere(organisationId, known.id)))) {
        throw Invalid.field('/email', 'colleague.exists', 'Somebody with this e-mail address is here already');
      }
      await this.checkTeams(organisationId, command.teamIds);
      const terms = termsOf(command, { ...NEW, staffType: command.staffType });
      await this.checkTerms(organisationId, terms, known?.id);
      const userId = known?.id ?? (await this.invited(command));
      const membership = newMembership(command, terms, { userId, organisationId, by: currentContext().actor });
      await this.records.insert(Membership, membership);
      if (command.teamIds.length > 0) await this.queries.joinTeams(membership.id, command.teamIds);
      this.records.audit({ action: 'invite', subject: 'Membership', subjectIds: [membership.id] });
      return { id: membership.id, link: known?.state === 'active' ? null : await this.linkTo(command.email) };
    });
  }

  /** A new link for somebody who has not yet set a password. @throws Forbidden, NotFound, Conflict `colleague.active` */
  inviteAgain(id: string): Promise<{ link: string }> {
    return this.transactions.run(async () => {
      const colleague = await this.one(id);
      if (colleague.state !== 'invited') throw new Conflict('colleague.active', 'They have set a password already');
      this.transactions.wrote();
      this.records.audit({ action: 'invite', subject: 'Membership', subjectIds: [id] });
      const link = await this.linkTo(colleague.email);
      if (!link) throw new NotFound('Membership', id);
      return { link };
    });
  }

  /**
   * What they may do and in which teams they are; counts from their next request.
   * @throws Forbidden, NotFound, StaleVersion; Conflict `membership.own`, `organisation.lastAdministrator`
   */
  change(id: string, version: number, command: ChangeColleague): Promise<ColleagueRow> {
    return this.transactions.run(async () => {
      this.records.demand('change', Membership);
      const organisationId = administered();
      const before = await this.one(id);
      mustBeGiven(command.roles.filter((role) => !before.roles.includes(role)));
      if (before.version !== version) throw new StaleVersion(before);
      const terms = termsOf(command, { ...before, supervisorId: before.supervisor?.id ?? null });
      await this.mayLose(organisationId, before, command.roles.includes('org_admin') && (terms.endsOn === null || before.endsOn !== null));
      await this.checkTeams(organisationId, command.teamIds);
      await this.checkTerms(organisationId, terms, before.userId);
      this.transactions.wrote();
      // A role that is given elsewhere is not seen on the form, and not taken by leaving it out.
      const roles = [...new Set([...command.roles, ...before.roles.filter((role) => !mayBeGiven([role]))])];
      if (!(await this.queries.change(id, version, { ...command, ...terms, roles, ends: endOf(terms) }))) throw new StaleVersion(await this.one(id));
      await this.queries.leaveOtherTeams(id, command.teamIds);
      await this.queries.joinTeams(id, command.teamIds);
      this.records.audit({ action: 'change', subject: 'Membership', subjectIds: [id], detail: { roles } });
      return this.one(id);
    });
  }

  /**
   * Ends the membership now: access is gone with the next request. Who still owns work hands it over first, so that nobody is left without.
   * @throws Forbidden, NotFound, StaleVersion; Conflict `membership.own`, `membership.owns`, `organisation.lastAdministrator`
   */
  end(id: string, version: number): Promise<void> {
    return this.transactions.run(async () => {
      this.records.demand('end', Membership);
      const before = await this.one(id);
      if (before.version !== version) throw new StaleVersion(before);
      await this.mayLose(administered(), before, false);
      const owned = (await this.owned(id)).filter(keeps);
      if (owned.length > 0) throw new Conflict('membership.owns', stillOwns(before.name, owned));
      this.transactions.wrote();
      if (!(await this.queries.end(id, version))) throw new StaleVersion(await this.one(id));
      this.records.audit({ action: 'end', subject: 'Membership', subjectIds: [id] });
    });
  }

  /** Somebody always looks after access, and not only until a day that is known already. */
  private async mayLose(organisationId: string, colleague: ColleagueRow, staysAdministrator: boolean): Promise<void> {
    if (colleague.roles.includes('org_admin') && !staysAdministrator && (await this.queries.otherAdministrators(organisationId, colleague.id, colleague.endsOn === null)) === 0) {
      throw new Conflict('organisation.lastAdministrator', 'This is the last administrator. Make somebody else an administrator first');
    }
    if (colleague.userId === currentContext().actor.userId) throw new Conflict('membership.own', 'Ask another administrator to change your own access');
  }

  private async checkTeams(organisationId: string, teamIds: readonly string[]): Promise<void> {
    const known = new Set(await this.queries.teamsAmong(organisationId, teamIds));
    const index = teamIds.findIndex((team) => !known.has(team));
    if (index >= 0) throw Invalid.field(`/teamIds/${index}`, 'choice', 'Choose a team from the list');
  }

  /** @throws Invalid what a volunteer lacks, or `choice` for somebody who cannot answer for them */
  private async checkTerms(organisationId: string, terms: Terms, userId: string = newId()): Promise<void> {
    const faults = volunteerFaults(terms);
    if (terms.supervisorId && !(await this.queries.maySupervise(terms.supervisorId, organisationId, userId))) {
      faults.push({ pointer: '/supervisorId', code: 'choice', message: 'Choose a colleague of your organisation who is no volunteer' });
    }
    if (faults.length > 0) throw new Invalid(faults);
  }

  private async invited(command: InviteColleague): Promise<string> {
    this.records.demand('create', UserAccount);
    const user = Object.assign(new UserAccount(), { id: newId(), name: command.name, email: command.email, kind: 'staff', state: 'invited' } as const);
    await this.records.insert(UserAccount, user);
    return user.id;
  }

  private async linkTo(email: string): Promise<string | null> {
    const { token, hash } = newToken();
    const expires = new Date(Date.now() + INVITATION_DAYS * 86_400_000);
    if (!(await this.queries.makeInvitationLink(newId(), hash, email, expires))) return null;
    const path = linkPath(token);
    this.transactions.afterCommit(() => this.bearer.bring({ purpose: 'invitation', path, to: email }));
    return path;
  }
}

/** A role that nobody gives to a colleague is no slip of the pen: the try is written down. */
function mustBeGiven(roles: readonly Role[]): void {
  if (!mayBeGiven(roles)) throw new Forbidden('field.forbidden', 'You cannot give this role');
}

/** The organisation that the caller acts for; who is an administrator acts for one. */
function administered(): string {
  const { organisationId } = currentContext().actor;
  if (organisationId === null) throw new NotFound('Membership');
  return organisationId;
}

function stillOwns(name: string, owned: readonly Owned[]): string {
  const who = [...new Set(owned.map(handedOnBy))].map((one) => (one === 'administrator' ? 'choose somebody else for what your organisation keeps' : 'ask their team manager to hand on what is theirs'));
  return `${name} ${owned.map(ownedInWords).join(', ')}. First ${who.join(', and ')}; then end the access`;
}

function newMembership(command: InviteColleague, terms: Terms, { userId, organisationId, by }: { userId: string; organisationId: string; by: Actor }): Membership {
  return Object.assign(new Membership(), {
    id: newId(), userId, organisationId, roles: command.roles, jobTitle: command.jobTitle, staffType: command.staffType,
    keyWorkerTrained: command.keyWorkerTrained, capacityPoints: command.capacityPoints ?? null, createdBy: by.userId,
    supervisorId: terms.supervisorId, dbsLevel: terms.dbsLevel, dbsOn: terms.dbsOn, ...(terms.endsOn === null ? {} : { ends: endOf(terms) ?? undefined }),
  });
}
