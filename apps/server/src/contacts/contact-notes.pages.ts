import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ContactsService, CorrectContactNote, RecordContactNote } from '@app/contacts';
import { localDay, Search } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, IdIn, IfMatch, MayCome, seeOther, type SeeOther } from '../http';
import { NoteDesk } from './note.desk';
import { CorrectNotePage } from './views/correct-note';
import { ConfirmMovePage } from './views/confirm-move';
import { MoveNotePage } from './views/move-note';
import { MovedPage } from './views/moved';
import { NewNotePage } from './views/new-note';

export class FindOther {
  @Search() search?: string | null;
}

const today = (): string => localDay(new Date());

@Controller('people/:person/contact-notes') @MayCome('staff', 'practitioner', 'team_manager', 'emergency_viewer', 'advocate')
export class ContactNotesPages {
  constructor(
    private readonly notes: ContactsService,
    private readonly desk: NoteDesk,
  ) {}

  @Get('new')
  async newPage(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Form({ kept: '' }) form: FormState): Promise<Html> {
    return NewNotePage({ ctx, form, today: today(), ...(await this.desk.toWrite(person, form, 'contacts')) });
  }

  /** Without JavaScript: the form again, with the names of who would see it. Nothing is saved. */
  @Post('check')
  async check(@IdIn('person') person: string, @Ctx() ctx: PageContext, @Body() typed: Record<string, unknown>): Promise<Html> {
    const form = new FormState(typed);
    return NewNotePage({ ctx, form, today: today(), ...(await this.desk.toWrite(person, form, 'contacts')) });
  }

  @Post() @FormOf('/people/:person/contact-notes/new')
  async record(@IdIn('person') person: string, @Body() command: RecordContactNote): Promise<SeeOther> {
    await this.notes.recordNote(person, command);
    return seeOther(`/people/${person}`, 'Note saved');
  }

  @Get(':note/correct')
  async correctPage(@IdIn('person') person: string, @IdIn('note') note: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return CorrectNotePage({ ctx, form, today: today(), ...(await this.desk.own(person, note)) });
  }

  @Post(':note/correct') @FormOf('/people/:person/contact-notes/:note/correct')
  async correct(@IdIn('person') person: string, @IdIn('note') note: string, @IfMatch() version: number, @Body() command: CorrectContactNote): Promise<SeeOther> {
    await this.notes.correctNote(person, note, version, command);
    return seeOther(`/people/${person}/timeline`, 'Correction saved. It stands beside the note');
  }

  @Get(':note/move')
  async movePage(@IdIn('person') person: string, @IdIn('note') note: string, @Query() { search }: FindOther, @Ctx() ctx: PageContext): Promise<Html> {
    const own = await this.desk.own(person, note);
    return MoveNotePage({ ctx, today: today(), search: search ?? '', found: await this.desk.others(person, search ?? null), ...own });
  }

  @Get(':note/move/:other')
  async confirmPage(@IdIn('person') person: string, @IdIn('note') note: string, @IdIn('other') other: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return ConfirmMovePage({ ctx, form, today: today(), ...(await this.desk.toMove(person, note, other)) });
  }

  @Post(':note/move/:other') @FormOf('/people/:person/contact-notes/:note/move/:other')
  async move(@IdIn('person') person: string, @IdIn('note') note: string, @IdIn('other') other: string): Promise<SeeOther> {
    const { id } = await this.notes.moveNote(person, note, { otherPersonId: other });
    return seeOther(`/people/${person}/contact-notes/moved/${id}`);
  }

  @Get('moved/:incident')
  async movedPage(@IdIn('person') person: string, @IdIn('incident') incident: string, @Ctx() ctx: PageContext): Promise<Html> {
    return MovedPage({ ctx, today: today(), ...(await this.desk.moved(person, incident)) });
  }
}
