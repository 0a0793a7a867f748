import { AlertsApi } from './alerts.api';
import { AlertsPages } from './alerts.pages';
import { ContactNotesApi } from './contact-notes.api';
import { ContactNotesPages } from './contact-notes.pages';
import { NoteDesk } from './note.desk';
import { NoteCopyDesk } from './note-copy.desk';
import { NoteCopyPages } from './note-copy.pages';

export const contactFaces = [NoteCopyPages, ContactNotesPages, ContactNotesApi, AlertsPages, AlertsApi];
export const contactDesks = [NoteDesk, NoteCopyDesk];
