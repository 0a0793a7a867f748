import { AlertsApi } from './alerts.api';
import { AlertsPages } from './alerts.pages';
import { ContactNotesApi } from './contact-notes.api';
import { ContactNotesPages } from './contact-notes.pages';
import { NoteDesk } from './note.desk';

export const contactFaces = [ContactNotesPages, ContactNotesApi, AlertsPages, AlertsApi];
export const contactDesks = [NoteDesk];
