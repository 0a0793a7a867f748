export { Alert, ALERT_KINDS, type AlertKind } from './alert.entity';
export { ContactNote, NOTE_ABOUT, NOTE_KINDS, type NoteAbout, type NoteKind } from './contact-note.entity';
export { CorrectContactNote, MoveContactNote, RaiseAlert, RecordContactNote, ReviewAlert, REVIEWED } from './contacts.commands';
export { BroughtContacts, type BroughtAlert, type BroughtNote } from './brought.service';
export { ContactsModule } from './contacts.module';
export { contactsPolicy } from './contacts.policy';
export { ContactsQueries, type IncidentReport, type IncidentRow } from './contacts.queries';
export { ContactsService, type NoteDetails } from './contacts.service';
