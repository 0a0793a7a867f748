import { Injectable } from '@nestjs/common';
import { CasesQueries, type Case } from '@app/cases';
import { Conflict, currentContext, Forbidden, Invalid, localDay, workingDaysAfter } from '@app/kernel';
import { Records, Transactions, type PersonItem } from '@app/records';
import { AllocationQueries, type Candidate } from './allocation.queries';
import { KeyWorkerAssignment, type AssignmentState } from './key-worker-assignment.entity';
import type { AssignKeyWorker, DeclineCase, HandOverCase } from './key-workers.commands';
import { needsReason, withPlanned, wouldBeOver, type Planned } from './recommendation';

/** How long somebody who is asked has to answer, before the question goes back to whoever allocates. */
export const ANSWER_WORKING_DAYS = 3;
const LEADABLE = ['awaiting_key_worker', 'active', 'monitoring', 'on_hold'];

/** Giving a case its one accountable worker: asking, answering, handing over. */
@Injectable()
export class AllocationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly cases: CasesQueries,
    private readonly queries: AllocationQueries,
  ) {}

  /**
   * Asks somebody of the circle to be the key worker of a case without one; whoever names themselves has said yes.
   * @throws NotFound, Forbidden; Conflict `keyWorker.exists`, `case.state`; Invalid `keyWorker.notMember`, `required` for the reason of an unusual choice
   */
  assign(caseId: string, command: AssignKeyWorker, at = new Date()): Promise<KeyWorkerAssignment> {
    return this.transactions.run(async () => {
      const open = await this.toDecide(caseId);
      await this.mustBeFree(open, 'free', at);
      const proposal = await this.ask(open, command, at);
      return proposal.membershipId === currentContext().actor.membershipId ? this.accepted(open, proposal, at) : proposal;
    });
  }

  /**
   * Asks somebody to take over. The lead goes on until they accept; then one ends and the other begins at the same instant.
   * By a team manager, or by the key worker themselves.
   * @param planned what others are asked for in the same act: then whoever would have too much has to be explained, and the order does not
   * @throws as `assign`; Conflict `keyWorker.none` where there is nobody to take over from
   */
  handOver(caseId: string, command: HandOverCase, at = new Date(), planned?: Planned): Promise<KeyWorkerAssignment> {
    return this.transactions.run(async () => {
      const open = await this.toDecide(caseId);
      await this.mustBeFree(open, 'lead', at);
      const { actor } = currentContext();
      const before = await this.queries.lead(open.personId, caseId);
      if (!before) throw new Conflict('keyWorker.none', 'This case has no key worker to take over from');
      if (before.membershipId !== actor.membershipId && !actor.roles.includes('team_manager')) throw new Forbidden();
      if (before.membershipId === command.membershipId) throw Invalid.field('/membershipId', 'keyWorker.exists', 'They are the key worker already');
      const { reason: handoverBecause, done: handoverDone, personToldOn, jointVisitOn } = command;
      return this.ask(open, command, at, { handoverOf: before.id, handoverBecause, handoverDone, personToldOn, jointVisitOn: jointVisitOn ?? null }, planned);
    });
  }

  /** Says yes. @throws NotFound, Forbidden; Conflict `keyWorker.notAsked`, `keyWorker.lapsed`; Invalid `keyWorker.notMember` for who may no longer lead */
  accept(caseId: string, at = new Date()): Promise<KeyWorkerAssignment> {
    return this.transactions.run(async () => {
      const { open, proposal } = await this.askedOfMe(caseId, at);
      return this.accepted(open, proposal, at);
    });
  }

  /** Says no: the person waits on, and whoever asked reads why. @throws as `accept` */
  decline(caseId: string, { because, words }: DeclineCase, at = new Date()): Promise<KeyWorkerAssignment> {
    return this.transactions.run(async () => {
      const { open, proposal } = await this.askedOfMe(caseId, at);
      return this.answered(open, proposal, 'declined', at, [because, words].filter(Boolean).join(': '));
    });
  }

  /** Takes the question back. @throws NotFound, Forbidden; Conflict `keyWorker.notAsked` */
  withdraw(caseId: string, at = new Date()): Promise<KeyWorkerAssignment> {
    return this.transactions.run(async () => {
      const open = await this.toDecide(caseId);
      const asked = await this.queries.asked(open);
      const proposal = asked && (await this.queries.assignment(open.personId, asked.id));
      if (!proposal) throw new Conflict('keyWorker.notAsked', 'Nobody is asked');
      return this.answered(open, proposal, 'withdrawn', at, null);
    });
  }

  private async toDecide(caseId: string): Promise<Case> {
    const open = await this.cases.byId(caseId);
    this.records.demand('create', KeyWorkerAssignment);
    if (!(await this.cases.mayCoordinate(open))) throw new Forbidden();
    if (!LEADABLE.includes(open.state)) throw new Conflict('case.state', 'This case cannot have a key worker now');
    return open;
  }

  /** What lapsed is put away first. Afterwards nobody else decides about this case until the transaction ends. */
  private async mustBeFree(open: Case, wanted: 'free' | 'lead', at: Date): Promise<void> {
    const stands = await this.queries.stands(open);
    const asked = stands === 'free' ? null : await this.queries.asked(open);
    const waiting = asked && (await this.queries.assignment(open.personId, asked.id));
    if (waiting?.hasLapsed(localDay(at))) await this.answered(open, waiting, 'lapsed', at, null);
    else if (asked) throw new Conflict('keyWorker.exists', `${asked.name} is asked already. Wait for the answer, or take the question back`);
    const now = await this.queries.stands(open);
    if (now === wanted) return;
    if (now === 'free') throw new Conflict('keyWorker.none', 'This case has no key worker to take over from');
    throw new Conflict('keyWorker.exists', now === 'lead' ? 'This case has a key worker already. Hand over instead' : 'Somebody is asked already');
  }

  private async ask(open: Case, command: AssignKeyWorker, at: Date, handover: Partial<KeyWorkerAssignment> = {}, planned?: Planned): Promise<KeyWorkerAssignment> {
    const all = await this.queries.candidates(open.personId);
    const candidates = planned ? withPlanned(all, planned) : all;
    const chosen = candidates.find((one) => one.membershipId === command.membershipId);
    if (!chosen) throw Invalid.field('/membershipId', 'keyWorker.notMember', 'Choose a trained key worker of the circle. Add their team to the circle first');
    mustBeExplained(candidates, chosen, open, command, planned !== undefined);
    const proposal = await this.records.create(KeyWorkerAssignment, {
      personId: open.personId, caseId: open.id, membershipId: chosen.membershipId, kind: 'lead', state: 'proposed', proposedAt: at, acceptedAt: null, endedAt: null, endReason: null,
      answerBy: workingDaysAfter(at, ANSWER_WORKING_DAYS), plannedEnd: null, personPreference: command.personPreference, handoverOf: null, handoverBecause: null, handoverDone: [],
      jointVisitOn: null, personToldOn: null, relationshipId: null, ...handover,
      // Who is asked and may say no is no news for the circle, nor for the person.
      category: 'identity', audience: 'named', namedOrganisations: [...new Set([chosen.organisationId, open.ownerOrganisationId])], visibleToPerson: false,
    });
    await this.records.transition(proposal, 'KeyWorkerAssignment', null, 'proposed', [command.because, command.words].filter(Boolean).join(': ') || null, at);
    this.records.news('key-worker.proposed', proposal, { workers: [proposal.membershipId] });
    return proposal;
  }

  private async askedOfMe(caseId: string, at: Date): Promise<{ open: Case; proposal: KeyWorkerAssignment }> {
    const open = await this.cases.byId(caseId);
    this.records.demand('create', KeyWorkerAssignment);
    const asked = await this.queries.asked(open);
    const proposal = asked?.mine ? await this.queries.assignment(open.personId, asked.id) : null;
    if (!proposal) throw new Conflict('keyWorker.notAsked', 'You are not asked to be key worker here, or no longer');
    if (proposal.hasLapsed(localDay(at))) throw new Conflict('keyWorker.lapsed', 'The time to answer is over. Ask whoever allocates to ask you again');
    return { open, proposal };
  }

  private async accepted(open: Case, proposal: KeyWorkerAssignment, at: Date): Promise<KeyWorkerAssignment> {
    if (!(await this.queries.mayLead(open.personId, proposal.membershipId))) {
      throw Invalid.field('/membershipId', 'keyWorker.notMember', 'You can no longer be key worker here. Tell whoever asked you');
    }
    const before = proposal.handoverOf ? await this.queries.lead(open.personId, open.id) : null;
    const accepted = await this.answered(open, proposal, 'accepted', at, null);
    if (before) await this.records.transition(before, 'KeyWorkerAssignment', before.moveTo('ended').from, 'ended', null, at);
    if (open.state === 'awaiting_key_worker') await this.records.transition(open, 'Case', open.moveTo('active').from, 'active', null, at);
    return accepted;
  }

  private async answered(open: Case, proposal: KeyWorkerAssignment, to: Exclude<AssignmentState, 'proposed' | 'ended'>, at: Date, reason: string | null): Promise<KeyWorkerAssignment> {
    const { from } = proposal.moveTo(to);
    await this.queries.answer(open.personId, proposal.id, to, at);
    const after = Object.assign(new KeyWorkerAssignment(), proposal, { state: to, rowVersion: proposal.rowVersion + 1, ...(to === 'accepted' && { acceptedAt: at, ...KNOWN_TO_ALL }) });
    await this.records.transition(after.state === 'accepted' ? after : told(after), 'KeyWorkerAssignment', from, to, reason, at);
    this.records.audit({ action: to, subject: 'KeyWorkerAssignment', personId: open.personId, subjectIds: [proposal.id] });
    this.tell(after);
    return after;
  }

  private tell(answered: KeyWorkerAssignment): void {
    const asker = { users: [answered.createdBy] };
    if (answered.state === 'accepted') this.records.news('key-worker.accepted', answered, asker);
    if (answered.state === 'declined') this.records.news('key-worker.declined', answered, asker);
    if (answered.state === 'lapsed') this.records.news('key-worker.lapsed', answered, asker);
    if (answered.state === 'withdrawn') this.records.news('key-worker.withdrawn', answered, { workers: [answered.membershipId] });
  }
}

const KNOWN_TO_ALL = { audience: 'circle', namedOrganisations: [] as string[], visibleToPerson: true } as const;

/** The answer is known to the organisations that knew of the question, whichever of them writes it down. */
const told = (item: KeyWorkerAssignment): PersonItem =>
  Object.assign(new KeyWorkerAssignment(), item, { namedOrganisations: [...new Set([...item.namedOrganisations, item.ownerOrganisationId])] });

function mustBeExplained(candidates: readonly Candidate[], chosen: Candidate, { complexity }: Case, { personPreference, because }: AssignKeyWorker, severalAtOnce: boolean): void {
  const why = severalAtOnce ? (wouldBeOver(chosen, complexity) ? 'over' : null) : needsReason(candidates, chosen, complexity, personPreference);
  if (!why || because) return;
  throw Invalid.field('/because', 'required', why === 'over'
    ? `${chosen.name} would have more than was agreed. Choose why you ask them`
    : `${chosen.name} is not first on the list. Choose why you ask them`);
}
