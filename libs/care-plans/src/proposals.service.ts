import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Invalid, localDay, NotFound, StaleVersion, type FieldFault } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { WriteDraft } from './care-plans.commands';
import { CarePlansQueries } from './care-plans.queries';
import { DraftsService } from './drafts.service';
import { PlanContentQueries } from './plan-content.queries';
import { agrees, PlanView, SAID_OF_DRAFT, type SaidOfDraft } from './plan-view.entity';
import { PlanVersion, type PersonView } from './plan-version.entity';
import type { Outcome, RecordAgreement, SayOfDraft, TakeBackDraft } from './proposals.commands';
import { contentMissingIn } from './publication.checks';

const UNSAID = { personView: null, viewAsked: null, viewSupport: null, viewBecause: null, viewAgainOn: null, viewOf: null, viewPresent: null, viewAlone: null, personComment: null } as const;
const NOT_AGREED = { agreedAt: null, agreedBy: null, agreedByName: null, agreedBecause: null } as const;
const OPEN_TO_OTHERS = { audience: 'circle', visibleToPerson: true } as const;
const OURS_ALONE = { audience: 'internal', visibleToPerson: false, openedAt: null } as const;

/** Asking others about a draft, and the person whether they agree, before it is published. To ask is an offer: a draft can be published as it is. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly plans: CarePlansQueries,
    private readonly contents: PlanContentQueries,
    private readonly drafts: DraftsService,
  ) {}

  /** Whoever would read the draft once it is published reads it from now on, and is told. @throws NotFound, Forbidden, StaleVersion, Conflict `plan.state` */
  open(personId: string, draftId: string, version: number): Promise<PlanVersion> {
    return this.transactions.run(async () => {
      const draft = await this.drafts.own(personId, draftId, version);
      draft.mustBe('draft');
      const opened = await this.moved(draft, 'in_contribution', { ...OPEN_TO_OTHERS, openedAt: new Date() });
      this.records.news('care-plan.draft-opened', opened, { circle: true });
      return opened;
    });
  }

  /** What the form holds is written, then others are asked. @param version of the draft that it was filled from, 0 for none */
  writeAndOpen(personId: string, version: number, command: WriteDraft): Promise<PlanVersion> {
    return this.transactions.run(async () => {
      const { id, rowVersion } = await this.drafts.save(personId, version, command);
      return this.open(personId, id, rowVersion);
    });
  }

  /** Its lines are closed, and the person is asked. @throws Invalid with what is missing; NotFound, Forbidden, StaleVersion, Conflict `plan.state` */
  ready(personId: string, draftId: string, version: number): Promise<PlanVersion> {
    return this.transactions.run(async () => {
      const own = await this.drafts.own(personId, draftId, version);
      own.moveTo('ready_for_agreement');
      const draft = await this.drafts.caughtUp(own);
      const before = await this.contents.stepsBefore(draft);
      const missing = contentMissingIn(draft, await this.contents.content(personId, { versionId: draftId }), { today: localDay(new Date()), before });
      if (missing.length > 0) throw new Invalid(missing);
      const ready = await this.moved(draft, 'ready_for_agreement', { ...UNSAID, readiedAt: new Date() });
      this.records.news('care-plan.draft-ready', ready, { circle: true });
      return ready;
    });
  }

  writeAndReady(personId: string, version: number, command: WriteDraft): Promise<PlanVersion> {
    return this.transactions.run(async () => {
      const { id, rowVersion } = await this.drafts.save(personId, version, command);
      return this.ready(personId, id, rowVersion);
    });
  }

  /** To whoever is asked about it, or to its author alone. What was said of it before no longer holds for its words. @throws Invalid without a reason; as `open` */
  takeBack(personId: string, draftId: string, version: number, { to, reason, because }: TakeBackDraft): Promise<PlanVersion> {
    return this.transactions.run(async () => {
      const draft = await this.drafts.own(personId, draftId, version);
      const wasClosed = draft.state !== 'in_contribution';
      draft.mustBe('in_contribution', 'ready_for_agreement', 'agreed');
      draft.moveTo(to);
      if (wasClosed && !reason) throw Invalid.field('/reason', 'required', 'Choose why you take it back');
      if (reason === 'other' && !because) throw Invalid.field('/because', 'required', 'Say in a few words why');
      const said = wasClosed ? UNSAID : {};
      const back = await this.moved(draft, to, { ...said, ...NOT_AGREED, readiedAt: null, ...(to === 'draft' ? OURS_ALONE : {}) }, [reason, because].filter(Boolean).join(': ') || null);
      if (to === 'in_contribution') this.records.news('care-plan.draft-opened-again', back, { circle: true });
      return back;
    });
  }

  /** What the person said to those who write the plan, or why it stands without that. Their yes, or such a reason, makes it agreed. @throws Invalid; as `open` */
  record(personId: string, draftId: string, version: number, command: RecordAgreement): Promise<PlanVersion> {
    return this.transactions.run(async () => {
      const draft = await this.drafts.own(personId, draftId, version);
      draft.moveTo('agreed');
      const missing = missingOf(command, localDay(new Date()));
      if (missing.length > 0) throw new Invalid(missing);
      const said = saidIn(command.outcome);
      if (said) await this.write(draft, said, command);
      if (said && !agrees(said) && command.outcome !== 'goes_on') return draft;
      const { userId, name } = currentContext().actor;
      const agreed = await this.moved(draft, 'agreed', { ...viewOf(command), agreedAt: new Date(), agreedBy: userId, agreedByName: name, agreedBecause: said && command.outcome !== 'goes_on' ? null : (command.outcome as PlanVersion['agreedBecause']) });
      this.records.news('care-plan.draft-agreed', agreed, { circle: true });
      return agreed;
    });
  }

  /**
   * On one's own page; with a yes the draft is agreed. Those who write the plan are told.
   * @throws NotFound for everybody but the person, and where no draft waits for them; StaleVersion when it has changed since they read it
   */
  say(personId: string, version: number, { view, comment, spokeAlone, present }: SayOfDraft): Promise<PlanView> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      const draft = await this.plans.proposed(personId);
      if (!draft) throw new NotFound('PlanVersion', undefined, personId);
      if (draft.state !== 'ready_for_agreement') throw new Conflict('plan.state', draft.state === 'agreed' ? 'You have said what you think of this already. Ring your key worker if you think otherwise now' : 'This draft is still being written. You are asked when it is ready');
      if (draft.rowVersion !== version) throw new StaleVersion(draft);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ id: string | null }>('select say_of_draft($1, $2, $3, $4, $5, $6, $7) as id', [personId, draft.id, version, view, comment ?? null, spokeAlone === 'yes', present ?? null]);
      if (!row?.id) throw new StaleVersion(draft);
      this.records.audit({ action: 'create', subject: 'PlanView', personId, subjectIds: [row.id] });
      if (agrees(view)) this.records.audit({ action: 'change', subject: 'PlanVersion', personId, subjectIds: [draft.id] });
      this.transactions.tellChange({ personId, subject: 'PlanVersion', subjectId: draft.id });
      this.records.news('care-plan.draft-view-said', draft, { keyWorker: true, users: [draft.createdBy] });
      return this.records.get(PlanView, personId, row.id);
    });
  }

  private async write(draft: PlanVersion, view: SaidOfDraft, { how, comment, spokeAlone, present }: RecordAgreement): Promise<void> {
    const said = await this.records.create(PlanView, {
      personId: draft.personId, versionId: draft.id, view, how: how ?? 'face_to_face', comment: comment ?? null, spokeAlone: spokeAlone === 'yes', present: present ?? null, saidByName: currentContext().actor.name, category: 'plan', audience: 'circle', visibleToPerson: true,
    });
    this.records.news('care-plan.draft-view-said', said, { keyWorker: true });
  }

  private async moved(draft: PlanVersion, state: PlanVersion['state'], changes: Partial<PlanVersion>, reason: string | null = null): Promise<PlanVersion> {
    const { from, to } = draft.moveTo(state);
    const moved = await this.records.change(PlanVersion, { personId: draft.personId, id: draft.id }, draft.rowVersion, { ...changes, state: to });
    await this.records.transition(moved, 'PlanVersion', from, to, reason);
    return moved;
  }
}

/** What the person said, where they said something. */
const saidIn = (outcome: Outcome): SaidOfDraft | null => (outcome === 'goes_on' ? 'does_not_agree' : (SAID_OF_DRAFT.find((one) => one === outcome) ?? null));
const VIEW: Record<'best_interests' | 'could_not' | 'someone_elses', PersonView> = { best_interests: 'could_not_give_a_view', could_not: 'could_not_give_a_view', someone_elses: 'someone_elses_view_only' };

/** As it stands in the version. */
function viewOf({ outcome, support, spokeAlone, present, comment, because, againOn, of }: RecordAgreement): Partial<PlanVersion> {
  const said = saidIn(outcome);
  if (said) return { ...UNSAID, personView: said as PersonView, viewAsked: support ? 'with_support' : 'directly', viewSupport: support ?? null, viewPresent: present ?? null, viewAlone: spokeAlone === 'yes', personComment: comment ?? null };
  return { ...UNSAID, personView: VIEW[outcome as keyof typeof VIEW], viewBecause: because ?? null, viewAgainOn: againOn ?? null, viewOf: of ?? null, viewPresent: present ?? null };
}

/** A relative's view is never the person's; who could not say is asked again; and that somebody decided for them says on what grounds (safety.md, section 5). */
function missingOf({ outcome, how, spokeAlone, because, againOn, of }: RecordAgreement, today: string): FieldFault[] {
  const missing = (pointer: string, message: string): FieldFault => ({ pointer, code: 'required', message });
  if (saidIn(outcome)) return [...(how ? [] : [missing('/how', 'Choose how you talked')]), ...(spokeAlone ? [] : [missing('/spokeAlone', 'Choose whether they spoke alone')])];
  if (outcome === 'someone_elses') return of ? [] : [missing('/of', 'Enter whose view it is')];
  const again = againOn && againOn <= today ? [{ pointer: '/againOn', code: 'date.past', message: 'When you ask them again must be in the future' }] : againOn ? [] : [missing('/againOn', 'Enter when you ask them again')];
  return [...(because ? [] : [missing('/because', outcome === 'best_interests' ? 'Enter who decided that it is in their best interests, and who was asked' : 'Enter why they could not be asked')]), ...again];
}
