import { Injectable } from '@nestjs/common';
import { currentContext } from '@app/kernel';
import { ContactsQueries, ContactsService, type Alert, type ContactNote, type IncidentReport } from '@app/contacts';
import { PersonPageQueries, ReadersQueries, SearchQueries, type Found, type Identity, type Preview } from '@app/overviews';
import type { FormState } from '../http';
import type { Nameable } from './views/audience-fields';
import { stillHelps } from '../person/still-helps';
import { draftIn } from './readers.commands';

/** What a form needs that asks who may see what is written. */
export interface ToWrite {
  readonly identity: Identity;
  readonly organisations: readonly { id: string; name: string }[];
  /** among whom one chooses who alone may know of it */
  readonly people: readonly Nameable[];
  readonly preview: Preview | null;
  /** the writer's own: only what it wrote can be changed */
  readonly ownOrganisationId: string | null;
}

/** A note of one's own organisation, with what was written later to correct it. */
export interface OwnNote {
  readonly identity: Identity;
  readonly note: ContactNote;
  readonly corrections: readonly ContactNote[];
}

const MOST_FOUND = 20;

/** Gathers what the pages of a note show. */
@Injectable()
export class NoteDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly readers: ReadersQueries,
    private readonly notes: ContactsService,
    private readonly queries: ContactsQueries,
    private readonly search: SearchQueries,
  ) {}

  /** @param usual the category of what is written unless another is chosen */
  async toWrite(personId: string, form: FormState, usual: 'contacts' | 'identity'): Promise<ToWrite> {
    const identity = await this.people.identity(personId);
    const draft = draftIn(form, usual);
    return { identity, organisations: await this.readers.organisations(personId), people: await this.readers.people(personId), preview: draft && (await this.readers.preview(personId, draft)), ownOrganisationId: currentContext().actor.organisationId };
  }

  /** An alert to be looked at. @throws NotFound, Forbidden for somebody else's */
  async toReview(personId: string, alertId: string): Promise<{ identity: Identity; alert: Alert }> {
    return { identity: stillHelps(await this.people.identity(personId)), alert: await this.notes.ownAlert(personId, alertId) };
  }

  async own(personId: string, noteId: string): Promise<OwnNote> {
    const identity = await this.people.identity(personId);
    return { identity, note: await this.notes.ownNote(personId, noteId), corrections: await this.queries.corrections(personId, noteId) };
  }

  /** The people whom the writer may open, but for the one about whom the note is not. Null while nothing is looked for. */
  async others(personId: string, search: string | null): Promise<readonly Found[] | null> {
    return search ? (await this.search.find(search, MOST_FOUND)).filter((found) => found.personId !== personId) : null;
  }

  async toMove(personId: string, noteId: string, otherId: string): Promise<OwnNote & { other: Identity }> {
    return { ...(await this.own(personId, noteId)), other: await this.people.identity(otherId) };
  }

  async moved(personId: string, incidentId: string): Promise<{ identity: Identity; incident: IncidentReport }> {
    return { identity: await this.people.identity(personId), incident: await this.queries.incident(personId, incidentId) };
  }
}
