import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ContactsService, CorrectContactNote, MoveContactNote, RecordContactNote } from '@app/contacts';
import { ReadersQueries, type Reader } from '@app/overviews';
import { IdIn, IfMatch, MayCome } from '../http';
import { movedItem, noteItem, type MovedItem, type NoteItem } from './note-item';
import { draftOf, WhoWillSeeIt } from './readers.commands';
import { readersInWords, type ReadersInWords } from './views/words';

@Controller('api/people/:person') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ContactNotesApi {
  constructor(
    private readonly notes: ContactsService,
    private readonly readers: ReadersQueries,
  ) {}

  @Post('contact-notes')
  async record(@IdIn('person') person: string, @Body() command: RecordContactNote): Promise<NoteItem> {
    return noteItem(await this.notes.recordNote(person, command));
  }

  @Get('contact-notes/:note')
  async one(@IdIn('person') person: string, @IdIn('note') note: string): Promise<NoteItem> {
    return noteItem(await this.notes.note(person, note));
  }

  @Post('contact-notes/:note/corrections')
  async correct(@IdIn('person') person: string, @IdIn('note') note: string, @IfMatch() version: number, @Body() command: CorrectContactNote): Promise<NoteItem> {
    return noteItem(await this.notes.correctNote(person, note, version, command));
  }

  @Post('contact-notes/:note/move')
  async move(@IdIn('person') person: string, @IdIn('note') note: string, @Body() command: MoveContactNote): Promise<MovedItem> {
    return movedItem(await this.notes.moveNote(person, note, command));
  }

  @Get('readers')
  async whoWillSee(@IdIn('person') person: string, @Query() query: WhoWillSeeIt): Promise<{ items: Reader[]; person: boolean; carers: boolean; words: ReadersInWords }> {
    const preview = await this.readers.preview(person, draftOf(query, 'contacts'));
    return { items: preview.readers, person: preview.person, carers: preview.carers, words: readersInWords(preview) };
  }
}
