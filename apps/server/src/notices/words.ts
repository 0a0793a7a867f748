import type { Notice } from '@app/notifications';

interface Told {
  /** what happened, after the name of who did it */
  readonly says: string;
  /** the page that shows it */
  readonly at: (notice: { readonly personId: string; readonly subjectId: string }) => string;
  /** what it is about, where nobody is told by name */
  readonly about?: string;
}

const circle: Told['at'] = ({ personId }) => `/people/${personId}/circle`;
const firstDay: Told['at'] = ({ personId }) => `/people/${personId}/first-day`;
const aboutMe: Told['at'] = ({ personId }) => `/people/${personId}/about-me`;
const overview: Told['at'] = ({ personId }) => `/people/${personId}`;
const changes: Told['at'] = ({ personId }) => `/people/${personId}/plan/changes`;
const referral: Told['at'] = ({ subjectId }) => `/referrals/${subjectId}`;
const sharing: Told['at'] = ({ personId }) => `/people/${personId}/sharing`;
const correction: Told['at'] = ({ personId, subjectId }) => `/people/${personId}/corrections/${subjectId}`;
const plan: Told['at'] = ({ personId }) => `/people/${personId}/plan`;
const proposal: Told['at'] = ({ personId }) => `/people/${personId}/plan/proposal`;
const emergency: Told['at'] = ({ subjectId }) => `/emergency-openings/${subjectId}`;
const suggestion: Told['at'] = ({ personId, subjectId }) => `/people/${personId}/plan/suggestions/${subjectId}`;
const huddle: Told['at'] = ({ personId, subjectId }) => `/people/${personId}/huddles/${subjectId}`;
const reviews: Told['at'] = ({ personId }) => `/people/${personId}/reviews`;
const review: Told['at'] = ({ personId, subjectId }) => `/people/${personId}/reviews/${subjectId}`;
const queue = (which: string): Told['at'] => ({ subjectId }) => `/information-governance/${which}/${subjectId}`;
const entry: Told['at'] = ({ personId, subjectId }) => `/people/${personId}/timeline#entry-${subjectId}`;

/** Every kind of news that somebody is told, in words, and where it leads. */
export const TOLD: Readonly<Record<string, Told>> = {
  'agreement.suspended': { says: 'suspended the agreement of an organisation that helps: nobody there opens the record now. See what it did', at: circle },
  'agreement.resumed': { says: 'let an organisation that helps open the record again', at: circle },
  'about-me.said': { says: 'wrote on their own page what everybody who helps should know', at: aboutMe },
  'about-me.answered': { says: 'answered the words that you suggested for About Me', at: aboutMe },
  'care-team.joined': { says: 'added you to the circle: read what to know on the first day', at: firstDay },
  'care-team.described': { says: 'said anew what somebody in the circle does', at: circle },
  'care-team.left': { says: 'recorded that somebody no longer helps', at: circle },
  'care-team.ended': { says: 'recorded that your help has ended: write your closing note', at: overview },
  'person.known': { says: 'knows this person and no longer opens the record: see who does their part', at: overview },
  'person.known-no-more': { says: 'lets you open this record again', at: overview },
  'person.merge-proposed': { says: 'proposed that two records are of one person: decide whether they are', at: queue('merges'), about: 'The same person twice' },
  'person.merged': { says: 'joined two records of this person: the earlier one is linked there', at: overview },
  'person.merge-declined': { says: 'decided that two records stay two: compare them again when you know more', at: overview },
  'person.unmerged': { says: 'took two records of this person apart again', at: overview },
  'case.closed': { says: 'closed the case: write your closing note', at: overview },
  'correction.asked': { says: 'says that something you wrote is wrong: your organisation answers within a month', at: correction },
  'correction.answered': { says: 'answered what you wrote down as wrong', at: correction },
  'joining.agreed': { says: 'said yes to somebody about whom you asked: they have joined the circle', at: circle },
  'joining.lapsed': { says: 'answered about somebody who can no longer join', at: circle },
  'joining.refused': { says: 'said no to somebody about whom you asked', at: circle },
  'key-worker.covered': { says: 'asked you to stand in for the key worker', at: overview },
  'key-worker.named': { says: 'named you as key worker: read what to know on the first day', at: firstDay },
  'key-worker.proposed': { says: 'asked you to be key worker', at: overview },
  'key-worker.accepted': { says: 'said yes to being key worker', at: overview },
  'key-worker.declined': { says: 'said no to being key worker', at: overview },
  'key-worker.lapsed': { says: 'had no answer from who was asked to be key worker', at: overview },
  'key-worker.withdrawn': { says: 'no longer asks you to be key worker', at: overview },
  'care-plan.published': { says: 'published a new version of the plan', at: plan },
  'care-plan.draft-opened': { says: 'asks what you would change in a draft of the plan', at: proposal },
  'care-plan.draft-opened-again': { says: 'asks again what you would change in a draft of the plan', at: proposal },
  'care-plan.draft-ready': { says: 'closed a draft of the plan: it waits for what the person says', at: proposal },
  'care-plan.draft-agreed': { says: 'wrote down what came of asking about a draft of the plan', at: proposal },
  'care-plan.draft-view-said': { says: 'said what they think of a draft of the plan', at: proposal },
  'care-plan.view-said': { says: 'said what they think of the plan', at: plan },
  'care-plan.goal-judged': { says: 'said how a goal goes', at: plan },
  'care-plan.updated': { says: 'made a small update of the plan', at: changes },
  'complaint.made': { says: 'brought a complaint about information: acknowledge it within 30 days', at: queue('complaints'), about: 'A complaint' },
  'copy.asked': { says: 'brought a request for a copy of what your organisation holds: answer within a month', at: queue('subject-access'), about: 'A request for a copy' },
  'objection.made': { says: 'wrote down an objection: it waits for its decision', at: queue('objections'), about: 'An objection' },
  'incident.opened': { says: 'moved a note that stood with the wrong person: it may have to be reported within 72 hours', at: queue('incidents'), about: 'An incident' },
  'emergency.opened': { says: 'opened a record in an emergency', at: emergency, about: 'An emergency' },
  'emergency.reviewed': { says: 'reviewed what was opened in an emergency', at: emergency, about: 'An emergency' },
  'emergency.stopped': { says: 'tried to open a record in an emergency, and was stopped', at: emergency, about: 'An emergency' },
  'sharing.stopped': { says: 'stopped sharing', at: sharing },
  'sharing.talk-asked': { says: 'asks to talk about who may see what', at: sharing },
  'plan-suggestion.made': { says: 'suggested a change to the plan', at: suggestion },
  'plan-suggestion.answered': { says: 'answered a suggestion for the plan', at: suggestion },
  'review.invited': { says: 'asks you to a review', at: review },
  'review.asked-for': { says: 'asked for a full review in the huddle: see that its day is booked', at: review },
  'review.moved': { says: 'moved a review to another day', at: review },
  'review.cancelled': { says: 'called a review off', at: review },
  'review.shared': { says: 'shared what was decided in a review: say where you do not agree', at: review },
  'review.unfinished': { says: 'wrote down that a review was not finished', at: review },
  'review.paused': { says: 'wrote down that a review could not be held', at: review },
  'review.left-out': { says: 'asks you to a review no longer', at: review },
  'review.action-put': { says: 'put something down for your organisation in a review: say whether you do it', at: reviews },
  'huddle.action-put': { says: 'put something down for you in the huddle', at: huddle },
  'review.closed': { says: 'closed a review: read what was decided', at: review },
  'review.answered': { says: 'answered for a review', at: reviews },
  'review.written-down': { says: 'wrote down what you said for a review: say whether it is right', at: reviews },
  'referral.sent': { says: 'sent you a referral', at: referral },
  'referral.information-given': { says: 'answered what you asked about a referral', at: referral },
  'referral.withdrawn': { says: 'took a referral back', at: referral },
  'referral.information-asked': { says: 'asks something about a referral before they answer', at: referral },
  'referral.accepted': { says: 'accepted a referral', at: referral },
  'referral.declined': { says: 'said no to a referral: it is back with you', at: referral },
  'referral.completed': { says: 'completed what a referral asked for', at: referral },
  'referral.ended': { says: 'ended what a referral asked for', at: referral },
  'contact-note.addressed': { says: 'wrote a note for your organisation', at: entry },
  'contact-note.for-few': { says: 'wrote a note for you and the others named on it', at: entry },
  'contact-note.written': { says: 'wrote a note', at: entry },
};

/** A kind that a later version knows is told all the same. */
export const toldOf = (kind: string): Told => TOLD[kind] ?? { says: 'changed something', at: overview };

/** Where a notice leads: without a person that whoever reads it may open, to what it is about. */
export const hrefOf = ({ kind, personId, subjectId }: Pick<Notice, 'kind' | 'personId' | 'subjectId'>): string =>
  (personId === null && toldOf(kind).about === undefined ? referral({ personId: '', subjectId }) : toldOf(kind).at({ personId: personId ?? '', subjectId }));

/** Whom a notice is about, as far as whoever reads it may know; of an emergency, and in the queue of those who look after information, nobody is told by name. */
export const nameIn = ({ kind, name }: Pick<Notice, 'kind' | 'name'>): string => toldOf(kind).about ?? name ?? 'A referral';
