import type { NoteAbout, NoteKind } from '@app/contacts';
import type { TimelineEntry, TimelineType } from '@app/overviews';
import { CHOICE_WORDS, CLOSE_WORDS, DECLINE_WORDS } from '../../key-workers/views/words';
import { NOTE_WORDS } from '../../person/views/words';

const CASE_WORDS: Record<string, string> = {
  triage: 'Case opened, to be looked at', awaiting_key_worker: 'Case opened', active: 'Case active', monitoring: 'Case watched over', on_hold: 'Case on hold', closed: 'Case closed',
};
const CHANGE_WORDS: Record<string, Record<string, string>> = {
  Case: CASE_WORDS,
  CareTeamMember: { proposed: 'Asked to join the circle', active: 'Joined the circle', suspended: 'Paused in the circle', ended: 'Left the circle' },
  KeyWorkerAssignment: {
    proposed: 'Asked to be key worker', accepted: 'Key worker named', declined: 'Said no to being key worker', lapsed: 'Gave no answer about being key worker', withdrawn: 'No longer asked to be key worker',
    ended: 'Key worker ended',
  },
  PlanVersion: { published: 'Plan published' },
  CareAction: { in_progress: 'Step begun', blocked: 'Step stuck', done: 'Step done', reopened: 'Step begun again', cancelled: 'Step ended' },
  Need: { unmet: 'Still unmet when the case was closed', resolved: 'Met when the case was closed', not_wanted: 'Not wanted when the case was closed' },
  KeyWorkerCover: { accepted: 'Key worker covered by', ended: 'Cover ended' },
  Referral: {
    draft: 'Referral written', sent: 'Referral sent', acknowledged: 'Referral seen by the service', info_requested: 'The service asked about a referral', accepted: 'Referral accepted', waiting: 'On a waiting list',
    in_progress: 'Help begun', completed: 'Help complete', declined: 'Referral declined', withdrawn: 'Referral withdrawn', ended_early: 'Help ended early',
  },
  Alert: { raised: 'Alert raised', active: 'Alert raised', review_due: 'Alert to be looked at again', ended: 'Alert ended' },
};

/** Reasons that are chosen from a list: kept by their names, with what was added behind them. */
const CHOSEN: Record<string, Record<string, Record<string, string>>> = { KeyWorkerAssignment: { proposed: CHOICE_WORDS, declined: DECLINE_WORDS }, Case: { closed: CLOSE_WORDS } };

/** What a timeline can be narrowed to, in words. */
export const TYPE_WORDS: Record<TimelineType, string> = {
  visit: 'Visits', phone: 'Phone calls', video: 'Video calls', message: 'Messages', meeting: 'Meetings', letter: 'Letters', encounter: 'Appointments', referral: 'Asked for elsewhere', change: 'Changes in support',
};

/** Whom a contact was with, when it was not the person themselves. */
function aboutWords({ about, aboutName }: TimelineEntry): string {
  if ((about as NoteAbout) === 'relative') return `, with ${aboutName ?? 'a relative'}`;
  return (about as NoteAbout) === 'attempt' ? ', reached nobody' : '';
}

/** The title of an entry: what kind of contact, with whom, or what changed. */
export function titleOf(entry: TimelineEntry): string {
  if (entry.type === 'note') return `${NOTE_WORDS[entry.kind as NoteKind]}${aboutWords(entry)}`;
  const words = CHANGE_WORDS[entry.kind]?.[entry.state] ?? 'Change in support';
  return entry.subject ? `${words}: ${entry.subject}` : words;
}

/** What was written, or why it changed. */
export function textOf(entry: TimelineEntry): string | null {
  const [reason = '', ...added] = entry.text?.split(': ') ?? [];
  const chosen = entry.type === 'change' ? CHOSEN[entry.kind]?.[entry.state]?.[reason] : undefined;
  return chosen ? [chosen, ...added].join(': ') : entry.text;
}

/** Who wrote it, and for which organisation. */
export const byOf = ({ author, organisation }: TimelineEntry): string => (author ? `${author}, ${organisation}` : organisation);

/** Who may read an entry, in words that name nobody: those named may include a service that not everyone may know of. */
export function audienceWords({ audience, onlyPeople, organisation, visibleToPerson }: TimelineEntry): string {
  const who = onlyPeople ? 'only the people who may know of it' : audience === 'circle' ? 'the circle' : audience === 'named' ? 'named organisations' : `only ${organisation}`;
  return `Seen by ${who}${visibleToPerson ? ' and the person' : ''}`;
}
