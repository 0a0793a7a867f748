import { Injectable } from '@nestjs/common';
import { CasesQueries } from '@app/cases';
import { Conflict, currentContext, Forbidden, Invalid } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { Alert } from './alert.entity';
import { ContactNote } from './contact-note.entity';
import type { CorrectContactNote, MoveContactNote, RaiseAlert, RecordContactNote, ReviewAlert } from './contacts.commands';
import { ContactsQueries, type IncidentReport } from './contacts.queries';

/** What an importer or the demonstration knows besides what the form asks. */
export type NoteDetails = Partial<Pick<ContactNote, 'kind' | 'endedAt' | 'sealedTo' | 'sourceReference' | 'authorName' | 'category'>>;

@Injectable()
export class ContactsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly cases: CasesQueries,
    private readonly queries: ContactsQueries,
  ) {}

  async recordNote(personId: string, command: RecordContactNote, details: NoteDetails = {}): Promise<ContactNote> {
    return this.transactions.run(async () => {
      const { actor } = currentContext();
      const note = await this.records.create(ContactNote, {
        personId, kind: command.kind ?? 'visit', about: command.about, aboutName: command.aboutName ?? null, happenedAt: command.happenedAt ?? new Date(), endedAt: null,
        text: command.text, nextStep: command.nextStep ?? null, state: 'recorded', correctsId: null, movedOriginalAt: null, authorName: actor.name, sourceReference: null,
        category: command.category ?? 'contacts', ...(await this.queries.opening(personId, command)), ...details,
      });
      if (await this.movesTheClock(note)) await this.cases.conversationHeld(personId, note.happenedAt);
      if (command.audience === 'people') this.records.news('contact-note.for-few', note, { users: note.sealedTo ?? [] });
      else if (note.audience === 'named') this.records.news('contact-note.addressed', note, { organisations: note.namedOrganisations });
      if (note.audience === 'circle') this.records.news('contact-note.written', note, { keyWorker: true });
      return note;
    });
  }

  /** The case tells everybody when the last conversation was: nothing of one that only some may know of, but for the coordinators' own. */
  private async movesTheClock(note: ContactNote): Promise<boolean> {
    return note.isConversation && note.sealedTo === null && (note.audience === 'circle' || (await this.cases.isCoordinatedByUs(note.personId)));
  }

  /** @throws NotFound, also for a sealed note and one that was moved away */
  async note(personId: string, noteId: string): Promise<ContactNote> {
    return this.records.get(ContactNote, personId, noteId);
  }

  /** A note that the caller's organisation wrote, for the pages that correct or move it. @throws NotFound, Forbidden for somebody else's */
  async ownNote(personId: string, noteId: string): Promise<ContactNote> {
    return this.transactions.run(async () => {
      const note = await this.records.get(ContactNote, personId, noteId);
      await this.records.check('change', ContactNote, personId, note);
      return note;
    });
  }

  /** A correction stands beside what it corrects, seen by the same people. */
  async correctNote(personId: string, noteId: string, version: number, command: CorrectContactNote): Promise<ContactNote> {
    return this.transactions.run(async () => {
      const note = await this.records.get(ContactNote, personId, noteId);
      if (note.correctsId) throw new Conflict('note.correction', 'Correct the first note, not its correction');
      const amended = await this.records.change(ContactNote, { personId, id: noteId }, version, { state: 'amended' });
      await this.records.transition(amended, 'ContactNote', note.state, 'amended');
      return this.records.create(ContactNote, {
        personId, kind: note.kind, about: note.about, aboutName: note.aboutName, happenedAt: note.happenedAt, endedAt: note.endedAt, text: command.text, nextStep: null, state: 'recorded',
        correctsId: noteId, movedOriginalAt: null, authorName: currentContext().actor.name, sourceReference: null, category: note.category, audience: note.audience,
        namedOrganisations: note.namedOrganisations, visibleToPerson: note.visibleToPerson, sealedTo: note.sealedTo,
      });
    });
  }

  /**
   * "This is about someone else": the note goes there with its original times, as internal; here nobody can see it any more.
   * The author's information-governance lead gets an incident that lists who had read it.
   */
  async moveNote(personId: string, noteId: string, command: MoveContactNote): Promise<IncidentReport> {
    return this.transactions.run(async () => {
      if (command.otherPersonId === personId) throw Invalid.field('/otherPersonId', 'person.same', 'Choose the other person');
      const note = await this.records.get(ContactNote, personId, noteId);
      await this.records.check('move', ContactNote, personId, note);
      await this.persons.find(command.otherPersonId);
      const incident = await this.queries.move(personId, noteId, command.otherPersonId);
      if (!incident) throw new Forbidden('action.forbidden');
      this.records.audit({ action: 'move', subject: 'ContactNote', personId, subjectIds: [noteId] });
      this.records.audit({ action: 'receive', subject: 'ContactNote', personId: command.otherPersonId });
      return incident;
    });
  }

  /** An alert that the caller's organisation raised, for the page that looks at it again. @throws NotFound, Forbidden for somebody else's */
  async ownAlert(personId: string, id: string): Promise<Alert> {
    return this.transactions.run(async () => {
      const alert = await this.records.get(Alert, personId, id);
      await this.records.check('change', Alert, personId, alert);
      return alert;
    });
  }

  /**
   * Looks at a concern that an import raised: it stands, for the circle or for the own organisation, or it is over.
   * @throws NotFound, Forbidden for somebody else's; Conflict `alert.reviewed`; Invalid for one that stands without what to do and a day; StaleVersion
   */
  async reviewAlert(personId: string, id: string, version: number, { outcome, whatToDo, reviewOn }: ReviewAlert, at = new Date()): Promise<Alert> {
    return this.transactions.run(async () => {
      const alert = await this.ownAlert(personId, id);
      if (alert.state !== 'raised') throw new Conflict('alert.reviewed', 'Somebody has looked at this meanwhile');
      const isOver = outcome === 'ended';
      const missing = isOver ? [] : [whatToDo ? null : ['/whatToDo', 'Enter what to do'], reviewOn ? null : ['/reviewOn', 'Enter when we look at it again']].filter((one) => one !== null);
      if (missing.length > 0) throw new Invalid(missing.map(([pointer = '', message = '']) => ({ pointer, code: 'required', message })));
      const changes: Partial<Alert> = isOver ? { state: 'ended', endedAt: at } : { state: 'active', audience: outcome, whatToDo: whatToDo ?? alert.whatToDo, reviewOn: reviewOn ?? alert.reviewOn };
      const reviewed = await this.records.change(Alert, { personId, id }, version, changes);
      await this.records.transition(reviewed, 'Alert', 'raised', reviewed.state, null, at);
      return reviewed;
    });
  }

  async raiseAlert(personId: string, command: RaiseAlert, details: Partial<Pick<Alert, 'sealedTo' | 'createdAt' | 'told'>> = {}): Promise<Alert> {
    return this.transactions.run(async () => {
      const alert = await this.records.create(Alert, {
        personId, kind: command.kind, text: command.text, whatToDo: command.whatToDo, state: 'active', reviewOn: command.reviewOn, endedAt: null, told: command.visibleToPerson ?? false,
        category: 'identity', ...(await this.queries.opening(personId, command)), ...details,
      });
      await this.records.transition(alert, 'Alert', null, 'active', null, alert.createdAt);
      return alert;
    });
  }
}
