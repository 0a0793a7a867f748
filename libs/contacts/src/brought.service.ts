import { Injectable } from '@nestjs/common';
import { currentContext, idNamed, localDay } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { Alert } from './alert.entity';
import { ContactNote } from './contact-note.entity';
import { ContactsQueries } from './contacts.queries';

export type BroughtNote = Pick<ContactNote, 'kind' | 'happenedAt' | 'endedAt' | 'text' | 'authorName' | 'audience' | 'visibleToPerson'> & { readonly sourceReference: string };
export interface BroughtAlert { readonly sourceId: string; readonly text: string }

/** What an import brings in: entries of the timeline, and concerns that somebody has to look at before they are alerts. Both at once, each once. */
@Injectable()
export class BroughtContacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: ContactsQueries,
  ) {}

  /** Writes those that were not brought before. @returns how many */
  async notes(personId: string, notes: readonly BroughtNote[]): Promise<number> {
    return this.transactions.run(async () => {
      const known = await this.queries.bySource(personId, notes.map(({ sourceReference }) => sourceReference));
      const fresh = notes.filter(({ sourceReference }) => !known.has(sourceReference));
      const { actor } = currentContext();
      await this.records.createAll(ContactNote, personId, fresh.map((note) => ({
        about: 'person', aboutName: null, nextStep: null, state: 'recorded', correctsId: null, movedOriginalAt: null, category: 'health', ...note, authorName: note.authorName ?? actor.name,
      })));
      return fresh.length;
    });
  }

  /** Raised, for the organisation that brought them alone: somebody looks at each today. @returns how many are new */
  async alerts(personId: string, alerts: readonly BroughtAlert[]): Promise<number> {
    return this.transactions.run(async () => {
      const known = await this.queries.alertIds(personId);
      const fresh = new Map(alerts.map(({ sourceId, text }) => [idNamed(currentContext().actor.organisationId ?? '', personId, sourceId), text]));
      for (const id of known) fresh.delete(id);
      const raised = await this.records.createAll(Alert, personId, [...fresh].map(([id, text]) => ({
        id, text, kind: 'information', whatToDo: 'This was imported. Find out whether it is still so, and say what to do', state: 'raised', reviewOn: localDay(new Date()), endedAt: null, told: false,
        category: 'identity', audience: 'internal', visibleToPerson: false,
      })));
      for (const alert of raised) await this.records.transition(alert, 'Alert', null, 'raised');
      return raised.length;
    });
  }
}
