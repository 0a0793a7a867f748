import type { AccessLogEntry, Look } from '@app/overviews';
import { emergencyWords } from '../../emergency/views/words';
import { openingWords } from '../../restrictions/views/words';

/** What was opened, as one would say it. */
const OPENED: Record<string, string> = {
  Person: 'the overview', Timeline: 'the timeline', Circle: 'people and services', Alerts: 'alerts', ContactNote: 'a note', Alert: 'an alert', AccessLog: 'who looked', MyPage: 'the person’s own page',
  Case: 'the case', CareTeamMember: 'people and services', Relationship: 'who helps', SharingDecision: 'by what somebody may be told', KeyWorkerAssignment: 'the key worker', AboutMe: 'about me', ContactPoint: 'address and phone',
  RelatedPerson: 'family and friends', OwnReference: 'their own reference', Notice: 'notices', Referral: 'a referral',
  CarePlan: 'the plan', PlanVersion: 'the plan', CareAction: 'a step of the plan', Need: 'a line of the plan', Goal: 'a line of the plan',
  PlanStatement: 'a line of the plan', Review: 'a review', ReviewInvitee: 'who is asked to a review', ReviewContribution: 'what was said for a review', ReviewItem: 'a point of a review', HuddleLine: 'what came of a huddle', PlanSuggestion: 'a suggestion for the plan', EmergencyOpening: 'what was written of an emergency', WouldSee: 'what somebody else would see', SharingHeld: 'which organisation has what',
  JoiningQuestion: 'who would like to join', TalkRequest: 'what they want to talk about', PlanView: 'what they think of the plan', GoalJudgement: 'how a goal goes', Correction: 'what they say is wrong', SubjectAccess: 'a copy of the record', DataComplaint: 'a complaint about information', WaitingRight: 'what waits for an answer', LegalHold: 'what is held back', Retention: 'what has come to its end',
};
const DID: Record<string, string> = {
  read: 'Opened', create: 'Wrote', change: 'Changed', register: 'Added the person', move: 'Moved away', receive: 'Was moved here', 'let-in': 'Let somebody in', 'let-go': 'Ended access',
  refuse: 'Recorded a refusal', 'safe-contact': 'Wrote how to reach them', protect: 'Kept from others', unprotect: 'Made known again', exclude: 'Kept somebody out', restrict: 'Kept the record to named workers', unrestrict: 'Lifted the restriction', 'propose-merge': 'Proposed that two records are of one person, or took it back', merge: 'Decided whether two records are of one person', unmerge: 'Took two records apart again', 'open-restricted': 'Said why they open the restricted record', list: 'Saw the name in a list', search: 'Saw the name in a search', export: 'Downloaded', print: 'Printed or saved', know: 'Said that they know the person, and gave up access', lift: 'Let a colleague in again', 'hold-back': 'Held entries back, or looked at it again', 'open-in-emergency': 'Opened the record in an emergency', review: 'Reviewed', write: 'Wrote to them', ask: 'Had a page open, which asked whether anything had changed', publish: 'Published', answer: 'Answered', decide: 'Decided about',
};
const WHY: Record<string, string> = {
  'direct-care': 'giving care', administration: 'administration', 'own-record': 'their own page', 'information-governance': 'looking after who may see what', import: 'bringing records in', system: 'the service itself',
};

/** By which relationship the record was open to them. */
const THROUGH: Record<string, string> = {
  care_team: 'they help', cover: 'standing in for the key worker', review: 'asked to a review', advocate: 'as an advocate', registered: 'their organisation looks after this record', own: 'it is their own record',
  carer: 'the person agreed', wind_down: 'finishing their help', break_glass: 'opened in an emergency', records: 'their organisation’s own notes',
};

/** Acts whose words need nothing after them. */
const SAYS_ALL = ['register', 'let-in', 'let-go', 'refuse', 'exclude', 'open-in-emergency', 'safe-contact', 'know', 'lift', 'hold-back', 'restrict', 'unrestrict', 'open-restricted', 'propose-merge', 'merge', 'unmerge'];

/** One line of the log in words: "Opened the timeline". */
export function didWhat({ action, subject, shown, outcome }: AccessLogEntry): string {
  const did = DID[action] ?? 'Used';
  if (action === 'list' && subject === 'EmergencyOpening') return 'Saw that the record was opened in an emergency, without the name';
  const what = shown === 'listed' || SAYS_ALL.includes(action) ? did : `${did} ${OPENED[subject] ?? 'the record'}`;
  return outcome === 'refused' ? `Refused: ${what.charAt(0).toLowerCase()}${what.slice(1)}` : what;
}

/** Why, and by which right: "giving care: they help"; or an emergency and which: `emergency:life_at_risk`. */
export function whyWords({ purpose, basis }: Pick<AccessLogEntry, 'purpose' | 'basis'>): string {
  const [, because] = purpose.split('emergency:');
  if (because !== undefined) return `an emergency: ${emergencyWords(because)}`;
  const [, said] = purpose.split('restricted:');
  if (said !== undefined) return openingWords(said);
  return [WHY[purpose] ?? purpose, basis === null || basis === 'break_glass' ? null : THROUGH[basis] ?? basis].filter(Boolean).join(': ');
}
/** An emergency opened the record to them. */
export const isEmergency = ({ purpose, basis }: Pick<AccessLogEntry, 'purpose' | 'basis'>): boolean => basis === 'break_glass' || purpose.startsWith('emergency:');
export const LOOK_WORDS: Record<Look, string> = { opened: 'Opened', listed: 'Shown in a list', refused: 'Refused tries' };
