import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden, Invalid, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { SharingService } from '@app/sharing';
import type { AddToCircle, AnswerJoining } from './care-teams.commands';
import { CareTeamsService } from './care-teams.service';
import { JoiningQuestion } from './joining-question.entity';
import { JoiningQuestionsQueries, type Joining } from './joining-questions.queries';

/** What came of an answer: nobody can be let in any more who has left, or whom nobody can give it. */
export type Answered = 'agreed' | 'refused' | 'lapsed';

/** Asks a person, on their own page or by whoever talks with them, whether somebody may join. */
@Injectable()
export class JoiningQuestions {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly sharing: SharingService,
    private readonly circle: CareTeamsService,
    private readonly queries: JoiningQuestionsQueries,
  ) {}

  open(personId: string): Promise<Joining[]> {
    return this.transactions.run(() => this.queries.open(personId));
  }

  /** @throws NotFound, also when it was answered */
  async find(personId: string, id: string): Promise<Joining> {
    return this.transactions.run(async () => {
      const [question] = await this.queries.open(personId, id);
      if (!question) throw new NotFound('JoiningQuestion', id, personId);
      this.records.audit({ action: 'read', subject: 'JoiningQuestion', personId, subjectIds: [id] });
      return question;
    });
  }

  /**
   * Puts the question on the person's page. One whose help is itself a secret is asked about in words only, because somebody may read over a shoulder.
   * @throws Invalid as `CareTeamsService.add`, `organisation.discreet`, `organisation.own`; Forbidden for who helps discreetly
   */
  async ask(personId: string, command: AddToCircle): Promise<JoiningQuestion> {
    return this.transactions.run(async () => {
      this.records.demand('create', JoiningQuestion);
      const { actor } = currentContext();
      const { door, scope } = await this.circle.doorway(personId, command);
      if (door?.discreetByDefault || command.knownTo?.length) throw Invalid.field('/organisationId', 'organisation.discreet', 'Ask about them when you talk alone: such a question is not shown on a page');
      if (command.organisationId === actor.organisationId) throw Invalid.field('/organisationId', 'organisation.own', 'Ask about your own organisation when you talk, or have another organisation of the circle ask');
      await this.sharing.mustHave(personId, command.categories);
      // The person reads who asks.
      if (await this.records.knownOnlyTo(personId)) throw new Forbidden('action.forbidden');
      const question = await this.records.create(JoiningQuestion, {
        personId, organisationId: command.organisationId, teamId: command.teamId ?? null, membershipId: command.membershipId ?? null, ...scope, does: command.does, doesNotDo: command.doesNotDo ?? null,
        daysTimes: command.daysTimes ?? null, categories: [...new Set(['identity', ...command.categories])], state: 'asked', askedByName: actor.name, category: 'circle', audience: 'internal', visibleToPerson: true,
      });
      await this.records.transition(question, 'JoiningQuestion', null, 'asked');
      return question;
    });
  }

  /**
   * The person's own answer, or what they said to whoever asked. A yes lets in at once.
   * @throws NotFound, Forbidden; Conflict `joining.answered`
   */
  async answer(personId: string, id: string, { agreed, spokeAlone, present }: AnswerJoining): Promise<Answered> {
    return this.transactions.run(async () => {
      const question = await this.records.get(JoiningQuestion, personId, id);
      question.mustBeOpen();
      if (currentContext().actor.organisationId) await this.records.check('change', JoiningQuestion, personId, question);
      const became = await this.queries.answer(personId, id, { yes: agreed === 'yes', alone: spokeAlone === 'yes', present: present ?? null });
      this.records.audit({ action: 'change', subject: 'JoiningQuestion', personId, subjectIds: [id] });
      if (became === 'refused') this.records.news('joining.refused', question, { users: [question.createdBy] });
      if (became === 'lapsed') this.records.news('joining.lapsed', question, { users: [question.createdBy] });
      if (became === 'agreed') {
        this.records.audit({ action: 'let-in', subject: 'Relationship', personId });
        this.records.news('joining.agreed', question, { users: [question.createdBy] });
        this.records.news('care-team.joined', personId, { workers: [question.membershipId], organisations: [question.organisationId] });
      }
      return became;
    });
  }

  /** Nobody waits for an answer any more. @throws as `answer`, Forbidden */
  async withdraw(personId: string, id: string): Promise<void> {
    return this.transactions.run(async () => {
      const question = await this.records.get(JoiningQuestion, personId, id);
      question.mustBeOpen();
      const taken = await this.records.change(JoiningQuestion, { personId, id }, question.rowVersion, { state: 'withdrawn' });
      await this.records.transition(taken, 'JoiningQuestion', 'asked', 'withdrawn');
    });
  }
}
