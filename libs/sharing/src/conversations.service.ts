import { Injectable } from '@nestjs/common';
import { currentContext, endOfDay, Forbidden, Invalid, localDay, StaleVersion, type FieldFault } from '@app/kernel';
import { PersonsQueries } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { ConversationsQueries, type Refusal } from './conversations.queries';
import { REFUSES, sameCategories } from './exceptions';
import { aDecision, NEVER } from './fact';
import { SharingDecision } from './facts.entity';
import { SharingConversation } from './sharing-conversation.entity';
import type { RecordSharingConversation, SharingException, StopSharing } from './sharing.commands';
import { SharingQueries, type Given } from './sharing.queries';
import { reviewDay } from './review-day';

/** What is known of what the person agreed. */
export interface Agreed {
  /** how many conversations there were: what a form was filled from */
  readonly version: number;
  /** whether the person wants to be asked about each new helper */
  readonly asks: boolean;
  /** the last one; null before any, and for who does not see such things */
  readonly last: { readonly conversation: SharingConversation; readonly organisation: string } | null;
  readonly refusals: readonly Refusal[];
}

const fault = (pointer: string, message: string): FieldFault => ({ pointer, code: 'required', message });

/** One conversation about who may see what, and the facts that follow from it. */
@Injectable()
export class SharingConversations {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsQueries,
    private readonly sharing: SharingQueries,
    private readonly queries: ConversationsQueries,
  ) {}

  agreed(personId: string): Promise<Agreed> {
    return this.transactions.run(async () => {
      const { conversations, asks } = await this.sharing.agreed(personId);
      return { version: conversations, asks, last: await this.queries.latest(personId), refusals: await this.queries.refusals(personId) };
    });
  }

  /** By what each organisation may be told. */
  grounds(personId: string): Promise<Given[]> {
    return this.transactions.run(() => this.sharing.grounds(personId));
  }

  /** The person's own reading: what they said, without what they said no to. */
  last(personId: string): Promise<Agreed['last']> {
    return this.transactions.run(() => this.queries.latest(personId));
  }

  /**
   * Writes down what the person said and does it: exceptions become refusals, earlier ones that hold no longer end, everybody's permit says that the
   * person was told and ends when they said. Whoever was let in until the person stopped it is let in again by a yes.
   * @param version how many conversations had been written down when the form was opened
   * @throws NotFound, Forbidden, StaleVersion; Invalid with what is missing
   */
  record(personId: string, version: number, command: RecordSharingConversation): Promise<SharingConversation> {
    return this.transactions.run(async () => {
      const exceptions = await this.exceptionsOf(command);
      const before = await this.queries.latest(personId);
      const heldOn = command.heldOn ?? localDay(new Date());
      const bestInterests = command.capacity === 'best_interests';
      const conversation = await this.keep(personId, version, {
        answer: command.answer === 'ask' ? 'ask' : 'yes', heldOn, how: command.how, present: command.present ?? null, spokeAlone: command.spokeAlone === 'yes', interpreter: command.interpreter ?? null,
        capacity: command.capacity, support: command.capacity === 'with_support' ? command.support ?? null : null, decidedBy: bestInterests ? command.decidedBy ?? null : null,
        lookAgainOn: bestInterests ? command.lookAgainOn ?? null : null, endsOn: command.endsOn ?? null, reviewOn: reviewDay(heldOn), words: command.words ?? null,
      });
      if (command.answer !== 'ask') await this.except(conversation, exceptions);
      const until = command.endsOn ? endOfDay(command.endsOn) : null;
      await this.queries.tellPermits(personId, heldOn, until);
      await this.permitAgain(conversation, before?.conversation.endsOn ? endOfDay(before.conversation.endsOn) : null, until);
      await this.persons.refreshAccess(personId);
      return conversation;
    });
  }

  /**
   * Ends every permit: the next request of everybody whom the person's word lets in finds nothing. The organisation that registered the person
   * and the records that each wrote stay.
   * @returns whether the caller may still open the person
   * @throws as `record`
   */
  stop(personId: string, version: number, command: StopSharing): Promise<{ opens: boolean }> {
    return this.transactions.run(async () => {
      await this.keep(personId, version, {
        answer: 'stop', heldOn: localDay(new Date()), how: command.how, present: command.present ?? null, spokeAlone: command.spokeAlone === 'yes', interpreter: command.interpreter ?? null,
        capacity: null, support: null, decidedBy: null, lookAgainOn: null, endsOn: null, reviewOn: null, words: command.words ?? null,
      });
      await this.queries.endPermits(personId);
      await this.persons.refreshAccess(personId);
      return { opens: (await this.transactions.accessTo(personId)).length > 0 };
    });
  }

  private async keep(personId: string, version: number, said: Partial<SharingConversation>): Promise<SharingConversation> {
    await this.sharing.alone(personId);
    const { conversations } = await this.sharing.agreed(personId);
    const last = await this.queries.latest(personId);
    // Everybody reads who talked with the person: whoever helps discreetly writes down nothing.
    if (await this.records.knownOnlyTo(personId)) throw new Forbidden('action.forbidden');
    const conversation = await this.records.create(SharingConversation, {
      personId, ...said, authorName: currentContext().actor.name, category: 'circle', audience: 'circle', visibleToPerson: true,
    });
    if (conversations !== version) throw new StaleVersion(last);
    return conversation;
  }

  /** @throws Invalid with everything that one answer asks for besides */
  private async exceptionsOf({ answer, exceptions, capacity, support, decidedBy, lookAgainOn }: RecordSharingConversation): Promise<SharingException[]> {
    const { organisationId: own } = currentContext().actor;
    const known = await this.queries.known((exceptions ?? []).flatMap((one) => (one ? [one.organisationId] : [])));
    const faults = (exceptions ?? []).flatMap((one, n) => {
      if (!one) return [];
      if (one.organisationId === own) return [{ pointer: `/exceptions/${n}/level`, code: 'organisation.own', message: 'What your own organisation may not see is written down by the key worker’s' }];
      return known.has(one.organisationId) ? [] : [{ pointer: `/exceptions/${n}/organisationId`, code: 'choice', message: 'Choose the organisation from the list' }];
    });
    const named = (exceptions ?? []).filter((one) => one !== null);
    if (answer === 'except' && named.length === 0) faults.push(fault('/answer', 'Say below who may not see what, or choose yes'));
    if (answer === 'yes' && named.length > 0) faults.push({ pointer: '/answer', code: 'answer.exceptions', message: 'There are exceptions below: choose “yes, except”, or set each to what is usual' });
    if (capacity === 'with_support' && !support) faults.push(fault('/support', 'Enter what support they had'));
    if (capacity === 'best_interests' && !decidedBy) faults.push(fault('/decidedBy', 'Enter who decided in their best interests'));
    if (capacity === 'best_interests' && !lookAgainOn) faults.push(fault('/lookAgainOn', 'Enter the day to look again'));
    if (faults.length > 0) throw new Invalid(faults);
    return named;
  }

  /** Objections have a life of their own, and what was told to others and is not to be known here stays as it was. */
  private async except(conversation: SharingConversation, exceptions: readonly SharingException[]): Promise<void> {
    const { personId } = conversation;
    const wanted = new Map(exceptions.map(({ organisationId, level }) => [organisationId, level]));
    for (const refusal of (await this.queries.refusals(personId)).filter(({ objection }) => !objection)) {
      const level = wanted.get(refusal.organisationId);
      if (level === 'as_before') continue;
      if (level && level !== 'usual' && sameCategories(refusal.categories, REFUSES[level])) wanted.delete(refusal.organisationId);
      else await this.queries.endRefusal(personId, refusal.id);
    }
    for (const [organisationId, level] of wanted) {
      if (level === 'usual' || level === 'as_before') continue;
      await this.decide(conversation, { organisationId, permit: false, categories: [...REFUSES[level]], authority: conversation.capacity === 'best_interests' ? 'best_interests' : 'refused_by_person' });
    }
  }

  private async permitAgain(conversation: SharingConversation, before: Date | null, until: Date | null): Promise<void> {
    const own = await this.sharing.ownCategories(conversation.personId);
    for (const { organisationId, categories } of await this.queries.withoutPermit(conversation.personId, before, until)) {
      await this.decide(conversation, {
        organisationId, permit: true, categories: categories.filter((category) => own.includes(category)), ends: until ?? NEVER,
        ...(conversation.capacity === 'best_interests' ? { authority: 'best_interests', authorityNote: conversation.decidedBy, reviewOn: conversation.lookAgainOn } : { authority: 'explicit' }),
      });
    }
  }

  private decide({ personId, heldOn, present, spokeAlone, reviewOn }: SharingConversation, decision: Partial<SharingDecision>): Promise<void> {
    return this.records.insert(SharingDecision as never, aDecision(personId, { toldOn: heldOn, present: present ? [present] : [], spokeAlone, reviewOn, ...decision }));
  }
}
