import type { AlertKind, NoteAbout, NoteKind } from '@app/contacts';
import type { AboutMeHeading, Voice } from '@app/persons';

/** What an alert of this kind is called on a page. */
export const ALERT_WORDS: Record<AlertKind, string> = {
  risk_to_self: 'Safety of the person',
  risk_to_others: 'Safety of others',
  risk_to_staff: 'Safety of staff',
  safeguarding: 'Safeguarding',
  infection: 'Infection',
  environment: 'The home',
  information: 'Please note',
};

/** What a contact of this kind is called on a page. */
export const NOTE_WORDS: Record<NoteKind, string> = {
  visit: 'Visit', phone: 'Phone call', video: 'Video call', message: 'Message', meeting: 'Meeting', letter: 'Letter', encounter: 'Appointment', referral: 'Asked for elsewhere',
};

/** With whom a contact was. */
export const ABOUT_WORDS: Record<NoteAbout, string> = { person: 'with the person', relative: 'with a relative', attempt: 'reached nobody' };

/** The headings of About Me, as PRSB's standard v1.2 words them. */
export const ABOUT_ME_WORDS: Record<AboutMeHeading, string> = {
  matters_most: 'What is most important to me',
  important_people: 'People who are important to me',
  how_to_communicate: 'How to communicate with me',
  wellness: 'My wellness',
  please_do: 'Please do',
  please_do_not: 'Please do not',
  how_to_support: 'How to support me',
  also_worth_knowing: 'Also worth knowing about me',
};

/** Whose words About Me holds: a relative's view is never the person's (safety.md §5). */
export const VOICE_WORDS: Record<Voice, string> = { self: 'In their own words', carer: 'Said by a family carer', professional: 'Written by a professional' };

/** Why there is no NHS number. */
export const NO_NHS_NUMBER_WORDS: Record<string, string> = {
  not_known_yet: 'It is not known yet',
  new_arrival: 'They are new to the country',
  visitor: 'They are visiting',
  declined: 'They do not want to give it',
  other: 'Another reason',
};
