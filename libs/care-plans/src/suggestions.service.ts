import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Forbidden, Invalid, newId, NotFound, StaleVersion } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records } from '@app/records';
import { DraftsService } from './drafts.service';
import { PlanSuggestion } from './plan-suggestion.entity';
import type { AnswerSuggestion, SuggestChange } from './suggestions.commands';
import { SuggestionsQueries, type KnownLine, type Move, type SeenSuggestion } from './suggestions.queries';
import { TakingIn } from './taking-in';

const isThemself = (): boolean => currentContext().actor.organisationId === null && currentContext().actor.roles.includes('person');

/** Suggesting a change to the plan, answering it, taking it back. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly queries: SuggestionsQueries,
    private readonly drafts: DraftsService,
    private readonly taking: TakingIn,
  ) {}

  /**
   * By whoever helps and reads the plan but does not write it, by anybody who helps for the person who told them, and by the person. The same again while it waits is the first one.
   * @throws NotFound, also for a line that is hidden; Forbidden for who writes the plan or only looks; Invalid; Conflict `suggestion.nobody` when those who write the plan could not read it
   */
  async make(personId: string, command: SuggestChange): Promise<PlanSuggestion> {
    return this.queries.transactions.run(async () => {
      await this.maySuggest(personId, command.saidBy ?? 'me');
      const line = await this.lineFor(personId, command);
      const row = this.said(personId, command, line);
      row.sealedTo = among(line?.row.sealedTo ?? null, isThemself() ? null : await this.records.knownOnlyTo(personId));
      const writer = await this.queries.writer(personId, row.category, row.sealedTo);
      Object.assign(row, readersOf(command, line, writer));
      return (await this.queries.same(row)) ?? this.write(row);
    });
  }

  /**
   * Taken into the draft, in whole or in part, or not, by those who write the plan. Taking begins a draft where there is none.
   * @throws NotFound, Forbidden, Conflict `suggestion.state`, StaleVersion, Invalid; as `TakingIn`
   */
  async answer(personId: string, id: string, version: number, command: AnswerSuggestion): Promise<PlanSuggestion> {
    return this.queries.transactions.run(async () => {
      const suggestion = await this.records.get(PlanSuggestion, personId, id);
      await this.drafts.mayPlan(personId);
      if (isOwn(suggestion)) throw new Forbidden('action.forbidden', 'You suggested this yourself: somebody else answers it. Or take it back, and put it into the draft');
      this.mustWait(suggestion, version, command.answer);
      mustSayWhy(command);
      const taken = command.answer === 'not_taken' ? {} : await this.taking.take(suggestion, command.words ?? suggestion.text, command.opensWider === 'yes');
      const { answer: to, reason, because } = command;
      const answered = await this.moved(suggestion, { to, reason, because, ...taken });
      // Who said it on their own page reads the answer there: nothing goes out to them from here.
      if (suggestion.how !== 'own_page') this.records.news('plan-suggestion.answered', answered, { users: [suggestion.createdBy] });
      return answered;
    });
  }

  /** By its author while nobody has answered, and by the person whose words they are. @throws NotFound, Forbidden, Conflict `suggestion.state`, StaleVersion */
  async withdraw(personId: string, id: string, version: number): Promise<PlanSuggestion> {
    return this.queries.transactions.run(async () => {
      const suggestion = await this.records.get(PlanSuggestion, personId, id);
      if (!this.mayWithdraw(suggestion)) throw new Forbidden('action.forbidden', 'Whoever suggested this takes it back');
      this.mustWait(suggestion, version, 'withdrawn');
      return this.moved(suggestion, { to: 'withdrawn' });
    });
  }

  /** Those that the caller may read. @throws NotFound for a person whom they may not open */
  async ofPerson(personId: string): Promise<SeenSuggestion[]> {
    return this.queries.transactions.run(async () => {
      await this.persons.find(personId);
      return this.queries.ofPerson(personId);
    });
  }

  /** Those that the caller may read, and how they may suggest one; for a page that has asked already whether they may open the person. */
  async besidePlan(personId: string): Promise<{ suggestions: SeenSuggestion[]; offered: 'own' | 'for_person' | null }> {
    return { suggestions: await this.queries.ofPerson(personId), offered: await this.offered(personId) };
  }

  /** Is it the caller's to take back, while it waits? */
  mayWithdraw({ createdBy, voice }: PlanSuggestion): boolean {
    return createdBy === currentContext().actor.userId || (voice === 'self' && isThemself());
  }

  /** Is it the caller's to answer, as far as they write the plan? Nobody answers themselves (domain.md, I16). */
  mayAnswer(suggestion: PlanSuggestion): boolean {
    return suggestion.state === 'waiting' && !isOwn(suggestion);
  }

  /** How the caller may suggest something, for pages to offer it: themselves, only for the person, or not. */
  async offered(personId: string): Promise<'own' | 'for_person' | null> {
    const { actor } = currentContext();
    if (actor.organisationId === null || !actor.roles.some((role) => role === 'practitioner' || role === 'team_manager') || (await this.records.windsDown(personId))) return null;
    return (await this.drafts.mayWrite(personId)) ? 'for_person' : 'own';
  }

  private async maySuggest(personId: string, saidBy: 'me' | 'person'): Promise<void> {
    await this.persons.find(personId);
    if (isThemself()) return;
    this.records.demand('create', PlanSuggestion);
    await this.records.check('create', PlanSuggestion, personId, { ownerOrganisationId: currentContext().actor.organisationId });
    if (saidBy === 'me' && (await this.drafts.mayWrite(personId))) throw new Forbidden('action.forbidden', 'You write the plan yourself: put it into the draft. What the person told you, you can record here');
  }

  /** The line that it is about, or towards which a new step leads. */
  private async lineFor(personId: string, { item, goal, kind, readVersion }: SuggestChange): Promise<KnownLine | null> {
    if (!item) {
      if (!kind || kind === 'statement') throw Invalid.field('/kind', 'required', 'Choose what it is');
      if (kind === 'action' && !goal) throw Invalid.field('/goal', 'required', 'Choose the goal towards which the step leads');
      if (kind !== 'action') return this.nothingBefore(personId);
    }
    const line = await this.queries.line(personId, item ?? goal ?? '', readVersion);
    if (!line || (!item && line.kind !== 'goal')) throw new NotFound('PlanSuggestion', undefined, personId);
    const read = item && readVersion && readVersion !== line.row.versionId ? await this.queries.wordsIn(personId, readVersion, item) : null;
    if (read !== null && read !== line.words) throw Invalid.field('/text', 'plan.moved', `The plan has changed since you read it. It says now: “${line.words}”. Look whether you still suggest this, and send it again`);
    return line;
  }

  /** Something new needs a plan that its author reads. */
  private async nothingBefore(personId: string): Promise<null> {
    if (await this.queries.hasPlan(personId)) return null;
    throw new Conflict('suggestion.noPlan', 'There is no plan yet that you can see. Tell the key worker');
  }

  private said(personId: string, { item, goal, kind, text, why, saidBy, how, forPerson }: SuggestChange, line: KnownLine | null): PlanSuggestion {
    const self = isThemself() || saidBy === 'person';
    const what = item ? (line?.kind ?? 'need') : (kind ?? 'need');
    if (what === 'action' && [...text].length > 500) throw Invalid.field('/text', 'tooLong', 'A step must be 500 characters or fewer');
    if (self && !isThemself() && !how) throw Invalid.field('/how', 'required', 'Choose how they said it');
    if (!self && !forPerson) throw Invalid.field('/forPerson', 'required', 'Choose whether they may read it');
    return Object.assign(new PlanSuggestion(), {
      personId, id: newId(), category: line?.row.category ?? 'plan', visibleToPerson: (self || forPerson === 'yes') && (line?.row.visibleToPerson ?? true),
      kind: what, aboutItemId: item ?? null, aboutVersionId: item ? (line?.row.versionId ?? null) : null, aboutText: item ? (line?.words ?? null) : null, goalId: item || what !== 'action' ? null : (goal ?? null),
      text, why: why ?? null, voice: self ? 'self' : 'professional', how: isThemself() ? 'own_page' : self ? (how ?? null) : null, authorName: currentContext().actor.name, state: 'waiting',
    } satisfies Partial<PlanSuggestion>);
  }

  private async write(row: PlanSuggestion): Promise<PlanSuggestion> {
    if (!isThemself()) await this.records.create(PlanSuggestion, row);
    else await this.queries.suggestForMyself(row);
    const made = await this.records.get(PlanSuggestion, row.personId, row.id);
    this.records.news('plan-suggestion.made', made, { keyWorker: true });
    return made;
  }

  private mustWait(suggestion: PlanSuggestion, version: number, to: PlanSuggestion['state']): void {
    suggestion.moveTo(to);
    if (suggestion.rowVersion !== version) throw new StaleVersion(suggestion);
  }

  private async moved(suggestion: PlanSuggestion, move: Move): Promise<PlanSuggestion> {
    const { personId, id } = suggestion;
    if (!(await this.queries.move(suggestion, move))) throw new StaleVersion(await this.records.get(PlanSuggestion, personId, id));
    this.records.audit({ action: move.to === 'withdrawn' ? 'change' : 'answer', subject: 'PlanSuggestion', personId, subjectIds: [id] });
    return this.records.get(PlanSuggestion, personId, id);
  }
}

const isOwn = ({ createdBy, voice }: PlanSuggestion): boolean => createdBy === currentContext().actor.userId && voice === 'professional';

function mustSayWhy({ answer, reason, because }: AnswerSuggestion): void {
  if (answer !== 'taken' && !reason) throw Invalid.field('/reason', 'required', answer === 'partly' ? 'Choose why it is taken only in part' : 'Choose why it is not taken');
  if (reason === 'other' && answer !== 'taken' && !because) throw Invalid.field('/because', 'required', 'Say in a few words why');
}

/** Known only to those who may know of both. */
const among = (line: readonly string[] | null, author: readonly string[] | null): string[] | null =>
  (line && author ? line.filter((user) => author.includes(user)) : (line ?? author)) as string[] | null;

/** For whom it is: whoever reads that part of the plan, or those who write it alone; never for more than its line (domain.md, I25). @throws Conflict when those who answer could not read it */
function readersOf({ readers }: SuggestChange, line: KnownLine | null, writer: string | null): Pick<PlanSuggestion, 'audience' | 'namedOrganisations'> {
  const opens = line?.row.audience ?? 'circle';
  const own = currentContext().actor.organisationId;
  const reads = line === null || opens === 'circle' || writer === line.row.ownerOrganisationId || (opens === 'named' && line.row.namedOrganisations.includes(writer ?? ''));
  if (!writer || !reads || (opens === 'internal' && writer !== own)) throw new Conflict('suggestion.nobody', 'Nobody who writes the plan could read this. Ring the key worker, or tell whoever wrote that part');
  if (opens === 'internal') return { audience: 'internal', namedOrganisations: [] };
  const wide = (readers ?? (isThemself() ? 'writers' : 'plan')) === 'plan' && opens === 'circle';
  return wide ? { audience: 'circle', namedOrganisations: [] } : { audience: 'named', namedOrganisations: [writer] };
}
