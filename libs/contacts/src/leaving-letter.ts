import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LeavingLetter, LeavingLetters, type Case } from '@app/cases';
import { Conflict } from '@app/kernel';
import { ContactsQueries } from './contacts.queries';
import { ContactsService } from './contacts.service';

/** The letter that a closed case leaves stands among the contacts, for who may still read there; and for the person where it is safe. */
@Injectable()
export class LeavingLetterOnTheTimeline extends LeavingLetter implements OnModuleInit {
  constructor(
    private readonly letters: LeavingLetters,
    private readonly contacts: ContactsService,
    private readonly queries: ContactsQueries,
  ) {
    super();
  }

  onModuleInit(): void {
    this.letters.register(this);
  }

  async write({ personId }: Case, text: string, onTheirPage: boolean): Promise<void> {
    if (onTheirPage) await this.mustBeSafe(personId);
    await this.contacts.recordNote(personId, { text, about: 'person', audience: 'circle', kind: 'letter', visibleToPerson: onTheirPage });
  }

  private async mustBeSafe(personId: string): Promise<void> {
    const answer = await this.queries.safeToRead(personId);
    if (answer === 'died') throw new Conflict('person.died', 'Their death was reported: nothing is written to them any more. Choose another way, or ring whoever reported it if that is wrong');
    if (answer === 'unsafe') throw new Conflict('contact.unsafe', 'It is not safe to leave this for them to read. Tell them yourself, or ask their key worker how to reach them');
  }
}
