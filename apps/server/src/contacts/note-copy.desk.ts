import { Injectable } from '@nestjs/common';
import { ContactsQueries, type ContactNote } from '@app/contacts';
import { localDay } from '@app/kernel';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { formatDateTime } from '@app/web-kit';
import { copied, type Taker } from '../care-plans/copied';
import { ABOUT_WORDS, NOTE_WORDS } from '../person/views/words';

export interface NoteCopyModel {
  readonly identity: Identity;
  readonly text: string;
  readonly today: string;
}

/** A note in plain text for the reader's own record, as they see it on their screen; in the audit as taken away. */
@Injectable()
export class NoteCopyDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly contacts: ContactsQueries,
  ) {}

  /** @throws NotFound, Conflict `note.people` */
  async copy(personId: string, noteId: string, by: Taker | null): Promise<NoteCopyModel> {
    const today = localDay(new Date());
    const identity = await this.people.identity(personId, 'ContactNote');
    const { note, corrections, organisations } = await this.contacts.toCopy(personId, noteId);
    const whose = ({ authorName, ownerOrganisationId }: ContactNote): string => [authorName, organisations.get(ownerOrganisationId)].filter(Boolean).join(', ');
    const text = copied('Contact note about', identity, { today, by }, (paper) => {
      paper.heading('H2', `${NOTE_WORDS[note.kind]} ${ABOUT_WORDS[note.about]}, ${formatDateTime(note.happenedAt)}`);
      for (const line of note.text.split(/\n+/)) paper.paragraph(line);
      if (note.nextStep) paper.paragraph(`Next step: ${note.nextStep}`);
      paper.paragraph(`Written by ${whose(note)}.`);
      for (const one of corrections) {
        paper.heading('H3', `Corrected on ${formatDateTime(one.createdAt)} by ${whose(one)}`);
        for (const line of one.text.split(/\n+/)) paper.paragraph(line);
      }
    });
    return { identity, today, text };
  }
}
