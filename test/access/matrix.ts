import { BLIND, CARING, EVERYBODY, NOBODY, OFFICE, OPENS, OTHERS, OUTSIDE, OWN, says, SIGNED_IN, STAFF, VIEWERS, without, WORKERS, type Answers, type Caller } from './matrix/callers';
import { userIn, type Place, type Subject } from './matrix/place';

/** What addresses are filled with. */
export interface Named extends Subject {
  /** somebody else whom the same callers may open */
  readonly other: string;
  /** a colleague's membership, or an organisation */
  readonly id: string;
  readonly token: string;
  /** what the newcomer offers */
  readonly service: string;
  /** the user who leads where somebody does */
  readonly worker: string;
  /** whose sharing agreement */
  readonly agreement: string;
  /** what can be done with a referral that waits for an answer */
  readonly act: string;
  /** whom the practice let in */
  readonly organisation: string;
  /** a type of record that every organisation keeps */
  readonly type: string;
}

/** One address, what is sent to it, and what each caller is answered. */
export interface Route {
  /** the method and the path as the server has it */
  readonly route: string;
  readonly answers: Answers;
  /** behind the path */
  readonly query?: string;
  /** what is sent with a change */
  readonly body?: Record<string, unknown> | ((place: Place, named: Named) => Record<string, unknown>);
  /** the version that was read */
  readonly version?: number;
  /** of a person without a case */
  readonly noCase?: boolean;
  /** where the referral stands */
  readonly referral?: string;
  /** where the objection stands, unless it was explained */
  readonly objection?: string;
  /** where the review stands, unless everybody is asked; `none` where there is none */
  readonly review?: string;
  /** the other record goes on in this one */
  readonly joined?: boolean;
  /** somebody leads the case, or is asked to */
  readonly stands?: 'asked' | 'led';
  /** where the draft of the next plan stands, unless it is its author's alone */
  readonly drafted?: 'in_contribution' | 'ready_for_agreement' | 'agreed';
  /** nobody is writing the next plan */
  readonly noDraft?: boolean;
  /** the service is the practice's own */
  readonly ours?: boolean;
  /** what is sent names a case */
  readonly ofCase?: boolean;
  /** the session ends with it */
  readonly ends?: boolean;
}

const all = (status: number): Answers => says({ [status]: EVERYBODY });
const MINE = ['worker of the practice', 'team manager'] as const;
const NOT_MINE = ['worker of the team', 'named worker'] as const;
const nobodyOn = (page: boolean): number => (page ? 302 : 401);
/** Reading something of the person, by those who work with people. */
const reading = (page: boolean): Answers => says({ 200: OPENS, 404: BLIND, 403: [...OFFICE, ...OUTSIDE], [nobodyOn(page)]: NOBODY });
/** Writing about the person. */
const writing = (page: boolean, done: number): Answers => says({ [done]: WORKERS, 403: [...VIEWERS, ...OFFICE, ...OUTSIDE], 404: BLIND, [nobodyOn(page)]: NOBODY });
/** Changing what the practice wrote: only the practice. */
const mending = (page: boolean, done: number): Answers =>
  says({ [done]: MINE, 403: [...NOT_MINE, ...VIEWERS, ...OFFICE, ...OUTSIDE], 404: BLIND, [nobodyOn(page)]: NOBODY });
/** Ending the help of the named worker, or saying anew what it is: the practice, which added them, and they themselves; there is no key worker. */
const ending = (page: boolean, done: number): Answers =>
  says({ [done]: [...MINE, 'named worker'], 403: ['worker of the team', ...VIEWERS, ...OFFICE, ...OUTSIDE], 404: BLIND, [nobodyOn(page)]: NOBODY });
/** Writing the plan: those who coordinate. `hidden` is what the others of the circle are answered. */
const planning = (page: boolean, done: number, hidden: 403 | 404 = 403): Answers => {
  const others = [...without(WORKERS, 'worker of the team'), ...VIEWERS];
  const office = [...OFFICE, ...OUTSIDE];
  return hidden === 403
    ? says({ [done]: ['worker of the team'], 403: [...others, ...office], 404: BLIND, [nobodyOn(page)]: NOBODY })
    : says({ [done]: ['worker of the team'], 403: office, 404: [...others, ...BLIND], [nobodyOn(page)]: NOBODY });
};
/** Reading the plan, also on one's own page. */
const readingPlan = says({ 200: [...OPENS, ...OWN], 404: [...BLIND, ...OFFICE, ...OTHERS], 401: NOBODY });
/** What the practice asked the person about: its own to read, and the person's. */
const COLLEAGUES = ['worker of the practice', 'team manager', 'emergency viewer'] as const;
const readingOurs = (page: boolean): Answers => says({ 200: COLLEAGUES, 404: [...without(OPENS, ...COLLEAGUES), ...BLIND], 403: [...OFFICE, ...OUTSIDE], [nobodyOn(page)]: NOBODY });
const settlingOurs = (page: boolean, done: number): Answers =>
  says({ [done]: MINE, 403: ['emergency viewer', ...OFFICE, ...OUTSIDE], 404: [...without(OPENS, ...COLLEAGUES), ...BLIND], [nobodyOn(page)]: NOBODY });
/** What nobody does in the person's place. */
const forThemself = (page: boolean, done: number): Answers => says({ [done]: ['person'], 404: ['family carer', ...OTHERS], 403: STAFF, [nobodyOn(page)]: NOBODY });
/** A list of one's own. */
const listing = (page: boolean): Answers => says({ 200: CARING, 403: [...OFFICE, ...OUTSIDE], [nobodyOn(page)]: NOBODY });
/** Deciding about a case: who opened it or employs its key worker, and the manager of its integrated team. */
const COORDINATES = ['worker of the team', 'team manager'] as const;
const deciding = (page: boolean, done: number, who: readonly Caller[] = COORDINATES): Answers =>
  says({ [done]: who, 403: [...without(WORKERS, ...who), ...VIEWERS, ...OFFICE, ...OUTSIDE], 404: BLIND, [nobodyOn(page)]: NOBODY });
/** Answering a question: only whoever is asked. */
const answering = (page: boolean, done: number): Answers =>
  says({ [done]: ['worker of the team'], 409: without(WORKERS, 'worker of the team'), 403: [...VIEWERS, ...OFFICE, ...OUTSIDE], 404: BLIND, [nobodyOn(page)]: NOBODY });
const forManagers = (page: boolean, done = 200): Answers => says({ [done]: ['team manager'], 403: without(SIGNED_IN, 'team manager'), [nobodyOn(page)]: NOBODY });
const forAdministrators = (page: boolean, done: number): Answers =>
  says({ [done]: ['administrator', 'administrator elsewhere'], 403: without(SIGNED_IN, 'administrator', 'administrator elsewhere'), [nobodyOn(page)]: NOBODY });
const forTheirAdministrator = (page: boolean, done: number): Answers =>
  says({ [done]: ['administrator'], 404: ['administrator elsewhere'], 403: without(SIGNED_IN, 'administrator', 'administrator elsewhere'), [nobodyOn(page)]: NOBODY });
/** What the practice wrote down of an objection is its own: the others of the circle find nothing. */
const objecting = (page: boolean, done: number, who: readonly Caller[]): Answers => {
  const own = [...MINE, 'emergency viewer'] as const;
  return says({ [done]: who, 403: [...without(own, ...who), ...OFFICE, ...OUTSIDE], 404: [...without(OPENS, ...own), ...BLIND], [nobodyOn(page)]: NOBODY });
};
const OBJECTION = ({ newcomer }: Place): Record<string, unknown> => ({ organisationId: newcomer.id, level: 'own_only', said: 'They talk about everybody' });
const ABOUT_HERSELF = { heading: 'please_do', text: 'Ring first' };
const ABOUT_HER = { ...ABOUT_HERSELF, voice: 'self' };
const EXPLAINED = { explained: 'They cannot help as they did before' };
const DECIDED = { outcome: 'not_upheld', reasons: 'They must know it to come safely', decidedBy: 'Denise Marchetti', guardian: 'Dr Amal Osei' };
const TAKEN_BACK = { reason: 'They have made it up with her' };
const AUNT = { name: 'Bisi', relation: 'Aunt' };
const SEEN_TO = { done: 'Everybody was spoken to', told: 'yes', reportable: 'no', reportableBecause: 'Nobody else read it' };
const LEADS = ['information-governance lead', 'lead elsewhere'] as const;
/** For leads of an organisation, about its own; `also` are others of the practice. */
const forLeads = (page: boolean, done: number, ...also: Caller[]): Answers => says({ [done]: [...LEADS, ...also], 403: without(SIGNED_IN, ...LEADS, ...also), [nobodyOn(page)]: NOBODY });
/** Those who work with people or look after access are told what happens. */
const forTold = (page: boolean, done: number): Answers => says({ [done]: [...CARING, ...LEADS], 403: without(SIGNED_IN, ...CARING, ...LEADS), [nobodyOn(page)]: NOBODY });
/** Of the practice only who has the role opens anything in an emergency; here they find nobody. */
const inEmergency = (page: boolean, done: number): Answers => says({ [done]: ['emergency viewer'], 403: without(SIGNED_IN, 'emergency viewer'), [nobodyOn(page)]: NOBODY });
const EMERGENCY = { family: 'Nobody', birthDate: '1944-05-03', postcode: 'ZZ99 3VZ', because: 'missing', reason: 'Nobody has seen her since Monday', hours: '1' };
const ofOpening = (page: boolean): Answers =>
  says({ 200: ['emergency viewer', 'information-governance lead'], 404: without(STAFF, 'emergency viewer', 'information-governance lead'), 403: OUTSIDE, [nobodyOn(page)]: NOBODY });
const reviewing = (page: boolean): Answers => says({ [page ? 303 : 200]: ['information-governance lead'], 404: ['lead elsewhere'], 403: without(SIGNED_IN, ...LEADS), [nobodyOn(page)]: NOBODY });
/** For the lead of an organisation that knows the person. */
const leading = (page: boolean, done: number, ...also: Caller[]): Answers =>
  says({ [done]: ['information-governance lead', ...also], 404: ['lead elsewhere'], 403: without(SIGNED_IN, ...LEADS, ...also), [nobodyOn(page)]: NOBODY });
/** Keeping oneself out: whoever opens the person. */
const knowing = (page: boolean, done: number): Answers => says({ [done]: OPENS, 404: BLIND, 403: [...OFFICE, ...OUTSIDE], [nobodyOn(page)]: NOBODY });
/** Writing down that somebody asks for a copy: who works with the person, on a page of theirs; in JSON the lead too. */
const ASKERS = [...WORKERS, 'information-governance lead'] as const;
const asking = (done: number): Answers => says({ [done]: ASKERS, 404: [...BLIND, 'lead elsewhere'], 403: without(SIGNED_IN, ...ASKERS, ...BLIND, 'lead elsewhere'), 401: NOBODY });
const COPY = { how: 'phone', whom: 'everybody', spokeAlone: 'yes' };
const ASKED_IN_PARTS = { ...COPY, 'askedOn[day]': '1', 'askedOn[month]': '10', 'askedOn[year]': '2026' };
/** Of the practice, which is not in the circle: offered to its own. */
const complainingOfUs = (page: boolean, done: number): Answers => says({ [done]: MINE, 422: NOT_MINE, 403: [...VIEWERS, ...OFFICE, ...OUTSIDE], 404: BLIND, [nobodyOn(page)]: NOBODY });
const COMPLAINT = ({ practice }: Place): Record<string, unknown> => ({ organisationId: practice.id, words: 'A letter went astray', spokeAlone: 'yes' });
const ANSWERED = { outcome: 'upheld', answer: 'It has been found' };
const LONGER = { because: 'Twelve years of notes on paper' };
const GIVE = (_: Place, { note }: Named): Record<string, unknown> => ({ items: [note], seen: 'x', decision: 'release' });
const HIDE_WORDS = { words: 'secret', reason: 'third_party', seen: 'x' };
const SHOW_WORDS = (_: Place, { note }: Named): Record<string, unknown> => ({ passage: note });
const GIVE_ONE = (_: Place, { note }: Named): Record<string, unknown> => ({ items: note, seen: 'x', decision: 'release' });
/** Restricting the record: the practice, which registered the person; there is no key worker. */
const restricting = (page: boolean, done: number): Answers => says({ [done]: MINE, 403: [...NOT_MINE, ...VIEWERS, ...OFFICE, ...OUTSIDE], 404: BLIND, [nobodyOn(page)]: NOBODY });
/** Nobody takes back what they did not propose. */
const proposedByNobody = (page: boolean): Answers => says({ 404: [...OPENS, ...BLIND], 403: [...OFFICE, ...OUTSIDE], [nobodyOn(page)]: NOBODY });
/** The other has a case that is open, and goes on. */
const ONE_PERSON = { keep: 'other', because: 'One letter' };
const CONFIRMED = { decision: 'confirm', because: 'One patient' };
/** No lead finds a record that nobody restricted, or whose time is not over. */
const notRestricted = (page: boolean): Answers => says({ 404: LEADS, 403: without(SIGNED_IN, ...LEADS), [nobodyOn(page)]: NOBODY });
const notEnded = notRestricted;
const KEPT = { years: '8', because: 'By our schedule' };
const HELD = { kind: 'inquest', because: 'The coroner has written' };
const AGAIN = { words: 'It is not over' };
const onOwnPage = (page: boolean): Answers => says({ 200: OUTSIDE, 403: STAFF, [nobodyOn(page)]: NOBODY });

/** Keeping entries of the directory: one's organisation's own, and those of the practice. */
const KEEPERS = [...WORKERS, ...BLIND, 'administrator', 'administrator elsewhere'] as const;
const keepingOwn = (page: boolean, done: number): Answers => says({ [done]: KEEPERS, 403: without(SIGNED_IN, ...KEEPERS), [nobodyOn(page)]: NOBODY });
const PRACTICE = ['worker of the practice', 'team manager', 'excluded worker', 'administrator'] as const;
const keepingOurs = (page: boolean, done: number): Answers => says({ [done]: PRACTICE, 403: without(SIGNED_IN, ...PRACTICE), [nobodyOn(page)]: NOBODY });
const LUNCH = { name: 'Lunch', description: 'A hot meal' };
const STOP = { how: 'paused', reason: 'Holiday' };

const NOTE = { text: 'She rang back', about: 'person', audience: 'circle' };
const ALERT = { kind: 'information', text: 'Dog', whatToDo: 'Ring first', audience: 'circle' };
const REVIEW = { reviewOn: '2027-03-01' };
const REVIEW_IN_PARTS = { 'reviewOn[day]': '1', 'reviewOn[month]': '3', 'reviewOn[year]': '2027' };
/** Making known again what only the worker of the practice knows. */
const lifting = (page: boolean, done: number): Answers =>
  says({ [done]: ['worker of the practice'], 404: [...without(WORKERS, 'worker of the practice'), ...BLIND], 403: [...VIEWERS, ...OFFICE, ...OUTSIDE], [nobodyOn(page)]: NOBODY });
const keptOut = (place: Place): Record<string, unknown> => ({ userId: userIn(place, 'lead elsewhere').userId, kind: 'relative' });
const carer = (place: Place): Record<string, unknown> => ({ userId: userIn(place, 'family carer').userId });
const SAFE = { channel: 'phone', safe: 'yes', times: 'Mornings' };
const HOLD = { whose: 'colleague', because: 'Her son opens it with her' };
const SHOW = { decision: 'show', because: 'She lives alone now' };
const OUTCOME = { outcome: 'explained', words: 'On duty' };
const LIFT = { because: 'Somebody else with this name' };
const soon = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const inParts = (name: string, day: string): Record<string, string> => Object.fromEntries(['year', 'month', 'day'].map((part, n) => [`${name}[${part}]`, day.split('-')[n] ?? '']));
const TALK = { answer: 'yes', how: 'phone', spokeAlone: 'yes', capacity: 'can_decide' };
const ALONE = { spokeAlone: 'yes' };
const SAID = { agreed: 'yes', spokeAlone: 'yes' };
const helper = ({ newcomer }: Place): Record<string, unknown> => ({ organisationId: newcomer.id, does: 'Visits', categories: ['identity', 'contacts'] });
const invitation = (_: Place, { family }: Named): Record<string, unknown> =>
  ({ name: 'Steph Rowe', email: `${family}@example.org`, jobTitle: 'Officer', roles: ['practitioner'], staffType: 'employed' });
const chosen = (place: Place): Record<string, unknown> => ({ membershipId: userIn(place, 'named worker').membershipId, because: 'knows_them' });
const standIn = (place: Place): Record<string, unknown> => ({ membershipId: userIn(place, 'colleague outside the team').membershipId });
const TOLD = { reason: 'long_absence', personToldOn: '2026-01-05' };
const TOLD_IN_PARTS = { reason: 'long_absence', 'personToldOn[day]': '5', 'personToldOn[month]': '1', 'personToldOn[year]': '2026' };
const colleague = { jobTitle: 'Officer', roles: ['practitioner'] };
const newPerson = (_: Place, { family }: Named): Record<string, unknown> => ({ given: 'Derek', family: `${family}x`, nhsNumberAbsentBecause: 'other' });

const planFor = (): Record<string, string> => {
  const [year = '', month = '', day = ''] = new Date(Date.now() + 90 * 86_400_000).toISOString().split(/[-T]/);
  return {
    whatMatters: 'Singing', 'goals[0][text]': 'Sing at Easter', 'goals[0][noActionBecause]': 'We wait', whoToRing: 'Jo', noContingencyBecause: 'She rings', 'nextReviewOn[day]': day,
    'nextReviewOn[month]': month, 'nextReviewOn[year]': year, personView: 'agrees', viewAsked: 'directly',
  };
};
/** A referral is read by the circle and by whoever it was sent to. */
const ofReferral = (page: boolean): Answers => says({ 200: [...OPENS, 'unrelated worker'], 404: without(BLIND, 'unrelated worker'), 403: [...OFFICE, ...OUTSIDE], [nobodyOn(page)]: NOBODY });
const receiving = (page: boolean): Answers => says({ [page ? 303 : 200]: ['unrelated worker'], 403: [...OPENS, ...OFFICE, ...OUTSIDE], 404: without(BLIND, 'unrelated worker'), [nobodyOn(page)]: NOBODY });
const takingBack = (page: boolean): Answers =>
  says({ [page ? 303 : 200]: MINE, 403: [...NOT_MINE, ...VIEWERS, 'unrelated worker', ...OFFICE, ...OUTSIDE], 404: without(BLIND, 'unrelated worker'), [nobodyOn(page)]: NOBODY });
const DRAFT_BACK = { to: 'draft', reason: 'mistake' };
const AGREEMENT = { outcome: 'agrees', how: 'phone', spokeAlone: 'yes' };
const REFERRAL = { needDomain: 'people_loneliness', needText: 'Company', whyNow: 'Alone', agreedHow: 'in_person' };
const refer = ({ service }: Place): Record<string, unknown> => ({ ...REFERRAL, serviceId: service });
const PROMISE = { promiseDate: '2030-01-01' };
const PROMISE_IN_PARTS = { 'promiseDate[day]': '1', 'promiseDate[month]': '1', 'promiseDate[year]': '2030' };
/** Each act on a referral, as a page and as JSON: who does it, where the referral stands, what is sent. */
const ACTS: readonly [string, (page: boolean) => Answers, string, Record<string, unknown>][] = [
  ['acknowledgement', receiving, 'sent', {}], ['information-request', receiving, 'sent', { question: 'Stairs?' }], ['acceptance', receiving, 'sent', PROMISE], ['decline', receiving, 'sent', { reason: 'safety' }],
  ['wait', receiving, 'accepted', {}], ['start', receiving, 'accepted', {}], ['completion', receiving, 'in_progress', { outcome: 'partly' }], ['early-end', receiving, 'accepted', { reason: 'moved' }],
  ['information', takingBack, 'info_requested', { answer: 'Two' }], ['withdrawal', takingBack, 'sent', { reason: 'safety' }], ['settlement', takingBack, 'declined', {}],
];

/** What the person told somebody, who writes it down: also those who write the plan do that. */
const WISH = { kind: 'need', text: 'A rail', saidBy: 'person', how: 'phone', readers: 'plan' };
const NOT_NOW = { answer: 'not_taken', reason: 'talk_first' };

const BOOKED = { 'startsAt[day]': '1', 'startsAt[month]': '3', 'startsAt[year]': '2030', 'startsAt[time]': '10:00' };
const REVIEWED = { occasion: 'time', mode: 'meeting', dueOn: '2030-03-01' };
const CALLED_OFF = { to: 'cancelled', because: 'She is on holiday' };
const FOUND = (_: Place, { invitee }: Named): Record<string, unknown> => ({ invitee });

/** Answering for a review: an organisation that is asked, or that holds it. */
const TOLD_US = { how: 'phone', matters: 'Singing', readers: 'everybody' };
const STUCK = { text: 'The lift is broken' };
/** By nobody of their family. */
const SAID_BY_CARER = { carer: '00000000-0000-7000-8000-000000000000', how: 'phone', text: 'I cannot lift her', readers: 'everybody', person: 'no' };
const SAID_BY_PHONE = { saidBy: 'Val', text: 'She walks again' };
const confirming = (page: boolean, done: number): Answers => says({ [done]: ['named worker'], 403: [...without(WORKERS, 'named worker'), ...VIEWERS, ...OFFICE, ...OUTSIDE], 404: BLIND, [nobodyOn(page)]: NOBODY });
const RIGHT = (_: Place, { contribution }: Named): Record<string, unknown> => ({ contribution, answer: 'right' });
const CLOSED = { outcome: 'no_change', summary: 'All goes on', personView: 'agrees', minutesUsed: '30' };
const DOING = { answer: 'declines', text: 'No driver' };
const ON = ['/people/:person/reviews/:review', '/api/people/:person/reviews/:review'] as const;
/** The charity is not among those who are asked here: whoever holds the review is told so, and the others may not write it down at all. */
const writingDown = (page: boolean): Answers => planning(page, 422);

/** The huddle of a team is its members’, and only whoever chairs it writes; the team manager does both here. */
const inHuddle = (page: boolean, done = 200): Answers => says({ [done]: ['team manager'], 404: [...without(WORKERS, 'team manager'), ...BLIND], 403: [...VIEWERS, ...OFFICE, ...OUTSIDE], [nobodyOn(page)]: NOBODY });
const beginning = (page: boolean): Answers => says({ 409: ['team manager'], 422: [...without(WORKERS, 'team manager'), ...BLIND], 403: [...VIEWERS, ...OFFICE, ...OUTSIDE], [nobodyOn(page)]: NOBODY });
const huddles = (page: boolean): Answers => says({ 200: [...WORKERS, ...BLIND], 403: [...VIEWERS, ...OFFICE, ...OUTSIDE], [nobodyOn(page)]: NOBODY });
const THEIRS = (_: Place, { huddle }: Named): Record<string, unknown> => ({ team: huddle });
const PUT_ON = (_: Place, { person }: Named): Record<string, unknown> => ({ person });
const NOTHING_MORE = { outcome: 'none', next: 'off' };

/** Every route of the server. `matrix.db-spec.ts` fails when one is missing here or there. */
export const ROUTES: readonly Route[] = [
  { route: 'GET /', answers: says({ 302: NOBODY, 303: SIGNED_IN }) },
  { route: 'GET /help', answers: all(200) },
  { route: 'GET /accessibility', answers: all(200) },
  { route: 'GET /privacy', answers: all(200) },
  { route: 'GET /health/live', answers: all(200) },
  { route: 'GET /health/ready', answers: all(200) },
  { route: 'GET /api/openapi.json', answers: all(200) },
  { route: 'GET /api/docs', answers: all(200) },

  { route: 'GET /sign-in', answers: says({ 200: NOBODY, 303: SIGNED_IN }) },
  { route: 'POST /sign-in', answers: says({ 422: NOBODY, 303: SIGNED_IN }), body: (_, { family }) => ({ email: `${family}@example.org`, password: 'not this one' }) },
  { route: 'GET /sign-out', answers: says({ 302: NOBODY, 200: SIGNED_IN }) },
  { route: 'POST /sign-out', answers: all(303), ends: true },
  { route: 'GET /forgotten-password', answers: all(200) },
  { route: 'POST /forgotten-password', answers: all(200), body: (_, { family }) => ({ email: `${family}@example.org` }) },
  { route: 'GET /link/:token', answers: all(200) },
  { route: 'POST /link/:token', answers: all(404), body: { password: 'four plain words here' } },
  { route: 'GET /acting-for', answers: says({ 200: STAFF, 403: OUTSIDE, 302: NOBODY }) },
  { route: 'GET /api/me', answers: says({ 200: SIGNED_IN, 401: NOBODY }) },
  { route: 'POST /acting-for', answers: says({ 303: ['worker of the practice'], 404: without(STAFF, 'worker of the practice'), 403: OUTSIDE, 302: NOBODY }), body: (place) => ({ membershipId: userIn(place, 'worker of the practice').membershipId }) },
  { route: 'POST /api/acting-for', answers: says({ 204: ['worker of the practice'], 404: without(STAFF, 'worker of the practice'), 403: OUTSIDE, 401: NOBODY }), body: (place) => ({ membershipId: userIn(place, 'worker of the practice').membershipId }) },

  { route: 'GET /people-and-access', answers: forAdministrators(true, 200) },
  { route: 'GET /people-and-access/invite', answers: forAdministrators(true, 200) },
  { route: 'POST /people-and-access/invite', answers: forAdministrators(true, 200), body: invitation },
  { route: 'GET /people-and-access/:id', answers: forTheirAdministrator(true, 200) },
  { route: 'POST /people-and-access/:id', answers: forTheirAdministrator(true, 303), body: colleague, version: 1 },
  { route: 'POST /people-and-access/:id/invite-again', answers: forTheirAdministrator(true, 200) },
  { route: 'GET /people-and-access/:id/end', answers: forTheirAdministrator(true, 200) },
  { route: 'POST /people-and-access/:id/end', answers: forTheirAdministrator(true, 303), version: 1 },
  { route: 'GET /api/colleagues', answers: forAdministrators(false, 200) },
  { route: 'POST /api/colleagues', answers: forAdministrators(false, 201), body: invitation },
  { route: 'GET /api/colleagues/what-each-sees', answers: forAdministrators(false, 200) },
  { route: 'GET /api/colleagues/:id', answers: forTheirAdministrator(false, 200) },
  { route: 'PATCH /api/colleagues/:id', answers: forTheirAdministrator(false, 200), body: colleague, version: 1 },
  { route: 'GET /api/colleagues/:id/owned', answers: forTheirAdministrator(false, 200) },
  { route: 'POST /api/colleagues/:id/end', answers: forTheirAdministrator(false, 204), version: 1 },
  { route: 'GET /api/organisations', answers: says({ 200: STAFF, 403: OUTSIDE, 401: NOBODY }) },
  { route: 'GET /api/organisations/:id/teams', answers: says({ 200: STAFF, 403: OUTSIDE, 401: NOBODY }) },
  { route: 'GET /api/organisations/:id/workers', answers: says({ 200: STAFF, 403: OUTSIDE, 401: NOBODY }) },

  { route: 'GET /services', query: '?search=lunch', answers: says({ 200: STAFF, 403: OUTSIDE, 302: NOBODY }) },
  { route: 'GET /services/ours', answers: keepingOwn(true, 200) },
  { route: 'GET /services/new', answers: keepingOwn(true, 200) },
  { route: 'POST /services/new', answers: keepingOwn(true, 303), body: LUNCH },
  { route: 'GET /services/:service/change', ours: true, answers: keepingOurs(true, 200) },
  { route: 'POST /services/:service/change', ours: true, answers: keepingOurs(true, 303), body: LUNCH, version: 1 },
  { route: 'POST /services/:service/confirmation', ours: true, answers: keepingOurs(true, 303), version: 1 },
  { route: 'GET /services/:service/stop', ours: true, answers: keepingOurs(true, 200) },
  { route: 'POST /services/:service/stop', ours: true, answers: keepingOurs(true, 303), body: STOP, version: 1 },
  { route: 'GET /api/services/ours', answers: keepingOwn(false, 200) },
  { route: 'POST /api/services', answers: keepingOwn(false, 201), body: LUNCH },
  { route: 'PUT /api/services/:service', ours: true, answers: keepingOurs(false, 200), body: LUNCH, version: 1 },
  { route: 'POST /api/services/:service/confirmation', ours: true, answers: keepingOurs(false, 200), body: {}, version: 1 },
  { route: 'POST /api/services/:service/stop', ours: true, answers: keepingOurs(false, 200), body: STOP, version: 1 },
  { route: 'GET /services/:service', answers: says({ 200: STAFF, 403: OUTSIDE, 302: NOBODY }) },
  { route: 'GET /api/services', query: '?search=lunch', answers: says({ 200: STAFF, 403: OUTSIDE, 401: NOBODY }) },
  { route: 'GET /api/services/:service', answers: says({ 200: STAFF, 403: OUTSIDE, 401: NOBODY }) },

  { route: 'GET /referrals', answers: listing(true) },
  { route: 'GET /api/referrals', answers: listing(false) },
  { route: 'GET /referrals/:referral', answers: ofReferral(true) },
  { route: 'GET /api/referrals/:referral', answers: ofReferral(false) },
  { route: 'GET /referrals/:referral/:act', answers: ofReferral(true) },
  ...ACTS.flatMap(([act, answers, referral, body]) => [
    { route: `POST /referrals/:referral/${act}`, answers: answers(true), referral, body: act === 'acceptance' ? PROMISE_IN_PARTS : body, version: 1 },
    { route: `POST /api/referrals/:referral/${act}`, answers: answers(false), referral, body, version: 1 },
  ]),
  { route: 'GET /people/:person/referrals', answers: reading(true) },
  { route: 'GET /api/people/:person/referrals', answers: reading(false) },
  { route: 'GET /people/:person/referrals/new', query: '?service=:service', answers: reading(true) },
  { route: 'POST /people/:person/referrals/check', answers: reading(true), body: refer },
  { route: 'POST /people/:person/referrals/change', answers: reading(true), body: refer },
  { route: 'POST /people/:person/referrals', answers: writing(true, 303), body: refer },
  { route: 'POST /api/people/:person/referrals', answers: writing(false, 201), body: refer },

  { route: 'GET /today', answers: says({ 200: CARING, 303: [...OFFICE, ...OUTSIDE], 302: NOBODY }) },
  { route: 'GET /notices', answers: forTold(true, 200) },
  { route: 'POST /notices/read', answers: forTold(true, 303) },
  { route: 'GET /api/notices', answers: forTold(false, 200) },
  { route: 'POST /api/notices/read', answers: forTold(false, 204), body: {} },
  { route: 'GET /live', answers: says({ 200: CARING, 403: [...OFFICE, ...OUTSIDE], 302: NOBODY }) },
  { route: 'GET /api/people/:person/changes', answers: reading(false) },
  { route: 'GET /api/today', answers: listing(false) },
  { route: 'GET /caseload', answers: listing(true) },
  { route: 'GET /caseload.csv', answers: listing(true) },
  { route: 'GET /api/caseload', answers: listing(false) },
  { route: 'GET /dashboard', answers: forManagers(true) },
  { route: 'GET /dashboard/waiting', answers: forManagers(true) },
  { route: 'GET /dashboard/flow', query: '?change=opened&week=2026-11-16', answers: forManagers(true) },
  { route: 'GET /dashboard.csv', query: '?table=waiting', answers: forManagers(true) },
  { route: 'GET /dashboard/allocate', query: '?cases=:case', answers: forManagers(true) },
  { route: 'POST /dashboard/allocate', ofCase: true, answers: forManagers(true, 303), body: (place, named) => ({ 'allocations[0][caseId]': named.case, 'allocations[0][membershipId]': userIn(place, 'named worker').membershipId, 'allocations[0][because]': 'knows_them' }) },
  { route: 'POST /api/dashboards/team/allocations', ofCase: true, answers: forManagers(false), body: (place, named) => ({ allocations: [{ caseId: named.case, ...chosen(place) }] }) },
  { route: 'GET /api/dashboards/team', answers: forManagers(false) },
  { route: 'GET /api/dashboards/team/flow', query: '?change=closed&week=2026-11-16', answers: forManagers(false) },
  { route: 'GET /people', answers: listing(true), query: '?search=:family' },
  { route: 'GET /api/people', answers: listing(false), query: '?search=:family' },
  { route: 'GET /people/new', answers: listing(true), query: '?search=:family' },
  { route: 'POST /people/new', answers: says({ 303: [...WORKERS, ...BLIND], 403: [...VIEWERS, ...OFFICE, ...OUTSIDE], 302: NOBODY }), body: newPerson },
  { route: 'POST /api/people', answers: says({ 201: [...WORKERS, ...BLIND], 403: [...VIEWERS, ...OFFICE, ...OUTSIDE], 401: NOBODY }), body: newPerson },

  { route: 'GET /people/:person', answers: says({ 200: OPENS, 404: [...BLIND, ...OFFICE], 403: OUTSIDE, 302: NOBODY }) },
  { route: 'GET /api/people/:person', answers: says({ 200: [...OPENS, ...OWN], 404: [...BLIND, ...OFFICE, ...OTHERS], 401: NOBODY }) },
  { route: 'GET /people/:person/timeline', answers: says({ 200: OPENS, 404: [...BLIND, ...OFFICE], 403: OUTSIDE, 302: NOBODY }) },
  { route: 'GET /api/people/:person/timeline', answers: says({ 200: [...OPENS, ...OWN], 404: [...BLIND, ...OFFICE, ...OTHERS], 401: NOBODY }) },
  { route: 'GET /people/:person/case/new', answers: reading(true) },
  { route: 'POST /people/:person/case/new', answers: writing(true, 303), body: { reason: 'Falls' }, noCase: true },
  { route: 'POST /api/people/:person/case', answers: writing(false, 201), body: { reason: 'Falls' }, noCase: true },

  { route: 'GET /people/:person/reference', answers: reading(true) },
  { route: 'POST /people/:person/reference', answers: writing(true, 303), body: { reference: 'X-1' }, version: 0 },
  { route: 'PUT /api/people/:person/reference', answers: writing(false, 200), body: { reference: 'X-1' }, version: 0 },

  { route: 'GET /people/:person/sharing/objections/new', answers: reading(true) },
  { route: 'POST /people/:person/sharing/objections/new', answers: writing(true, 303), body: OBJECTION },
  { route: 'GET /api/people/:person/sharing/objections', answers: reading(false) },
  { route: 'POST /api/people/:person/sharing/objections', answers: writing(false, 201), body: OBJECTION },
  { route: 'GET /people/:person/sharing/objections/:objection', answers: objecting(true, 200, [...MINE, 'emergency viewer']) },
  { route: 'GET /api/people/:person/sharing/objections/:objection', answers: objecting(false, 200, [...MINE, 'emergency viewer']) },
  { route: 'POST /people/:person/sharing/objections/:objection/explanation', objection: 'applied', answers: objecting(true, 303, MINE), body: EXPLAINED, version: 1 },
  { route: 'POST /api/people/:person/sharing/objections/:objection/explanation', objection: 'applied', answers: objecting(false, 200, MINE), body: EXPLAINED, version: 1 },
  { route: 'POST /people/:person/sharing/objections/:objection/decision', answers: objecting(true, 303, ['team manager']), body: DECIDED, version: 1 },
  { route: 'POST /api/people/:person/sharing/objections/:objection/decision', answers: objecting(false, 200, ['team manager']), body: DECIDED, version: 1 },
  { route: 'POST /people/:person/sharing/objections/:objection/withdrawal', answers: objecting(true, 303, MINE), body: TAKEN_BACK, version: 1 },
  { route: 'POST /api/people/:person/sharing/objections/:objection/withdrawal', answers: objecting(false, 200, MINE), body: TAKEN_BACK, version: 1 },
  { route: 'GET /people/:person/sharing/authority/:organisation', answers: restricting(true, 200) },
  { route: 'POST /people/:person/sharing/authority/:organisation', answers: restricting(true, 303), body: { authority: 'explicit', because: 'She said so' }, version: 1 },
  { route: 'GET /api/people/:person/sharing/authority/:organisation', answers: restricting(false, 200) },
  { route: 'PUT /api/people/:person/sharing/authority/:organisation', answers: restricting(false, 204), body: { authority: 'explicit', because: 'She said so' }, version: 1 },
  { route: 'GET /people/:person/restriction', answers: reading(true) },
  { route: 'GET /api/people/:person/restriction', answers: reading(false) },
  { route: 'POST /people/:person/restriction', answers: restricting(true, 303), body: { because: 'He looks for her', ...inParts('reviewOn', soon()) }, version: 0 },
  { route: 'PUT /api/people/:person/restriction', answers: restricting(false, 204), body: { because: 'He looks for her', reviewOn: soon() }, version: 0 },
  { route: 'POST /people/:person/restriction/lift', answers: restricting(true, 409), body: { whyLifted: 'Over' }, version: 0 },
  { route: 'POST /api/people/:person/restriction/lift', answers: restricting(false, 409), body: { whyLifted: 'Over' }, version: 0 },
  { route: 'GET /people/:person/opening', answers: reading(true) },
  { route: 'GET /api/people/:person/opening', answers: reading(false) },
  { route: 'POST /people/:person/opening', answers: knowing(true, 303), body: { because: 'working_with' } },
  { route: 'POST /api/people/:person/opening', answers: knowing(false, 204), body: { because: 'working_with' } },
  { route: 'GET /people/:person/same-person', answers: reading(true) },
  { route: 'GET /api/people/:person/same-person', answers: reading(false) },
  { route: 'GET /people/:person/same-person/:other', answers: reading(true) },
  { route: 'GET /api/people/:person/same-person/:other', answers: reading(false) },
  { route: 'POST /people/:person/same-person/:other/withdrawal', answers: proposedByNobody(true), version: 1 },
  { route: 'POST /api/people/:person/same-person/:other/withdrawal', answers: proposedByNobody(false), version: 1 },
  { route: 'POST /people/:person/same-person/:other', answers: writing(true, 303), noCase: true, body: ONE_PERSON },
  { route: 'POST /api/people/:person/same-person/:other', answers: writing(false, 204), noCase: true, body: ONE_PERSON },
  { route: 'GET /information-governance/merges', answers: forLeads(true, 200) },
  { route: 'GET /api/merges', answers: forLeads(false, 200) },
  { route: 'GET /information-governance/merges/:merge', answers: leading(true, 200) },
  { route: 'GET /api/merges/:merge', answers: leading(false, 200) },
  { route: 'POST /information-governance/merges/:merge/decision', answers: leading(true, 303), body: CONFIRMED, version: 1 },
  { route: 'POST /api/merges/:merge/decision', answers: leading(false, 204), body: CONFIRMED, version: 1 },
  { route: 'POST /information-governance/merges/:merge/undoing', answers: leading(true, 303), body: LIFT, version: 1, joined: true },
  { route: 'POST /api/merges/:merge/undoing', answers: leading(false, 204), body: LIFT, version: 1, joined: true },
  { route: 'GET /information-governance/restricted', answers: forLeads(true, 200) },
  { route: 'GET /api/restricted-records', answers: forLeads(false, 200) },
  { route: 'GET /information-governance/restricted/:person', answers: notRestricted(true) },
  { route: 'POST /information-governance/restricted/:person', answers: notRestricted(true), body: (_, { id }) => ({ membershipId: id }) },
  { route: 'POST /api/restricted-records/:person/colleagues', answers: notRestricted(false), body: (_, { id }) => ({ membershipId: id }) },
  { route: 'GET /information-governance', answers: forLeads(true, 200) },
  { route: 'GET /api/information-governance', answers: forLeads(false, 200) },
  { route: 'GET /information-governance/agreements', answers: forLeads(true, 200) },
  { route: 'GET /information-governance/agreements/:agreement', answers: leading(true, 200) },
  { route: 'GET /information-governance/agreements/:agreement/impact', answers: leading(true, 200), query: '?kind=helped' },
  // As it was never read: nobody here is to be signed out.
  { route: 'POST /information-governance/agreements/:agreement/suspension', answers: leading(true, 409), body: { because: 'A breach', confirmed: 'yes' }, version: 99 },
  { route: 'POST /information-governance/agreements/:agreement/resumption', answers: leading(true, 409), body: { because: 'Over' }, version: 1 },
  { route: 'GET /api/agreements', answers: forLeads(false, 200) },
  { route: 'GET /api/agreements/:agreement', answers: leading(false, 200) },
  { route: 'GET /api/agreements/:agreement/impact', answers: leading(false, 200), query: '?kind=helped' },
  { route: 'POST /api/agreements/:agreement/suspension', answers: leading(false, 412), body: { because: 'A breach', confirmed: 'yes' }, version: 99 },
  { route: 'POST /api/agreements/:agreement/resumption', answers: leading(false, 409), body: { because: 'Over' }, version: 1 },
  { route: 'GET /information-governance/retention', answers: forLeads(true, 200) },
  { route: 'GET /information-governance/retention/periods', answers: forLeads(true, 200) },
  { route: 'GET /information-governance/retention/periods/:type', answers: forLeads(true, 200) },
  { route: 'POST /information-governance/retention/periods/:type', answers: forLeads(true, 409), body: KEPT, version: 99 },
  { route: 'GET /information-governance/people/:person/retention/:type', answers: notEnded(true) },
  { route: 'POST /information-governance/people/:person/retention/:type', answers: notEnded(true), body: { decision: 'dispose', because: 'Over' } },
  { route: 'POST /information-governance/people/:person/retention/:type/approval', answers: notEnded(true), body: { confirmed: 'yes' }, version: 1 },
  { route: 'POST /information-governance/people/:person/retention/:type/stop', answers: notEnded(true), body: { whyStopped: 'Not yet' }, version: 1 },
  { route: 'GET /api/retention', answers: forLeads(false, 200) },
  { route: 'GET /api/retention/periods', answers: forLeads(false, 200) },
  { route: 'GET /api/retention/periods/:type', answers: forLeads(false, 200) },
  { route: 'PUT /api/retention/periods/:type', answers: forLeads(false, 412), body: KEPT, version: 99 },
  { route: 'GET /api/people/:person/retention/:type', answers: notEnded(false) },
  { route: 'POST /api/people/:person/retention/:type', answers: notEnded(false), body: { decision: 'dispose', because: 'Over' } },
  { route: 'POST /api/people/:person/retention/:type/approval', answers: notEnded(false), body: { confirmed: 'yes' }, version: 1 },
  { route: 'POST /api/people/:person/retention/:type/stop', answers: notEnded(false), body: { whyStopped: 'Not yet' }, version: 1 },
  { route: 'GET /information-governance/holds', answers: forLeads(true, 200) },
  { route: 'GET /information-governance/holds/:hold', answers: leading(true, 200) },
  { route: 'GET /information-governance/people/:person/holds', answers: leading(true, 200) },
  { route: 'POST /information-governance/people/:person/holds', answers: leading(true, 303), body: { ...HELD, ...inParts('since', '2026-01-05'), ...inParts('reviewOn', soon()) } },
  { route: 'POST /information-governance/holds/:hold/review', answers: leading(true, 303), body: { ...AGAIN, ...inParts('reviewOn', soon()) }, version: 1 },
  { route: 'POST /information-governance/holds/:hold/lifting', answers: leading(true, 303), body: { whyLifted: 'It is over' }, version: 1 },
  { route: 'GET /api/legal-holds', answers: forLeads(false, 200) },
  { route: 'GET /api/legal-holds/:hold', answers: leading(false, 200) },
  { route: 'POST /api/people/:person/legal-holds', answers: leading(false, 201), body: { ...HELD, since: '2026-01-05', reviewOn: soon() } },
  { route: 'POST /api/legal-holds/:hold/review', answers: leading(false, 200), body: { ...AGAIN, reviewOn: soon() }, version: 1 },
  { route: 'POST /api/legal-holds/:hold/lifting', answers: leading(false, 200), body: { whyLifted: 'It is over' }, version: 1 },
  { route: 'GET /information-governance/incidents', answers: forLeads(true, 200) },
  { route: 'GET /information-governance/incidents/:incident', answers: leading(true, 200) },
  { route: 'POST /information-governance/incidents/:incident/closing', answers: leading(true, 303), body: SEEN_TO },
  { route: 'GET /api/incidents', answers: forLeads(false, 200) },
  { route: 'GET /api/incidents/:incident', answers: leading(false, 200) },
  { route: 'POST /api/incidents/:incident/closing', answers: leading(false, 200), body: SEEN_TO },
  { route: 'POST /information-governance/emergency', answers: forLeads(true, 303), body: { everybody: 'no' } },
  { route: 'PUT /api/information-governance/emergency', answers: forLeads(false, 204), body: { everybody: false } },
  { route: 'GET /emergency', answers: inEmergency(true, 200) },
  { route: 'POST /emergency', answers: inEmergency(true, 404), body: EMERGENCY },
  { route: 'POST /api/emergency-openings', answers: inEmergency(false, 404), body: EMERGENCY },
  { route: 'GET /emergency-openings/:opening', answers: ofOpening(true) },
  { route: 'GET /api/emergency-openings/:opening', answers: ofOpening(false) },
  { route: 'POST /emergency-openings/:opening/review', answers: reviewing(true), body: { outcome: 'justified' }, version: 1 },
  { route: 'POST /api/emergency-openings/:opening/review', answers: reviewing(false), body: { outcome: 'justified' }, version: 1 },
  { route: 'GET /who-looked', answers: says({ 200: ['information-governance lead', 'lead elsewhere'], 403: without(SIGNED_IN, 'information-governance lead', 'lead elsewhere'), 302: NOBODY }) },
  ...['', '.csv'].map((as) => ({ route: `GET /people/:person/who-has-what${as}`, answers: leading(true, 200) })),
  { route: 'GET /api/people/:person/who-has-what', answers: leading(false, 200) },
  { route: 'GET /people/:person/access-log', answers: says({ 200: ['information-governance lead'], 403: [...OPENS, ...OUTSIDE], 404: [...BLIND, ...without(OFFICE, 'information-governance lead')], 302: NOBODY }) },
  { route: 'GET /api/people/:person/access-log', answers: says({ 200: ['information-governance lead', ...OWN], 403: OPENS, 404: [...BLIND, ...without(OFFICE, 'information-governance lead'), ...OTHERS], 401: NOBODY }) },

  { route: 'POST /people/:person/access-log/hold', answers: leading(true, 303), body: (_, { entry }) => ({ ...HOLD, entry, ...inParts('reviewOn', soon()) }) },
  { route: 'GET /people/:person/access-log/hold', query: '?entry=:entry', answers: leading(true, 200) },
  { route: 'POST /api/people/:person/access-log/held', answers: leading(false, 204), body: (_, { entry }) => ({ ...HOLD, entry, reviewOn: soon() }) },
  { route: 'GET /people/:person/subject-access', answers: writing(true, 200) },
  { route: 'POST /people/:person/subject-access', answers: writing(true, 303), body: ASKED_IN_PARTS },
  { route: 'GET /api/people/:person/subject-access', answers: asking(200) },
  { route: 'POST /api/people/:person/subject-access', answers: asking(201), body: { ...COPY, askedOn: '2026-10-01' } },
  { route: 'GET /information-governance/people/:person/subject-access', answers: leading(true, 200) },
  { route: 'POST /information-governance/people/:person/subject-access', answers: leading(true, 303), body: ASKED_IN_PARTS },
  { route: 'GET /information-governance/subject-access', answers: forLeads(true, 200) },
  { route: 'GET /information-governance/subject-access/:part', answers: leading(true, 200) },
  { route: 'POST /information-governance/subject-access/:part/items', answers: leading(true, 409), body: GIVE_ONE },
  { route: 'GET /information-governance/subject-access/:part/items/:item', answers: leading(true, 200) },
  { route: 'POST /information-governance/subject-access/:part/items/:item/hidden', answers: leading(true, 409), body: HIDE_WORDS },
  { route: 'POST /information-governance/subject-access/:part/items/:item/shown', answers: leading(true, 409), body: SHOW_WORDS },
  { route: 'POST /information-governance/subject-access/:part/pause', answers: leading(true, 303), body: { waitsFor: 'identity' }, version: 1 },
  { route: 'POST /information-governance/subject-access/:part/resumption', answers: leading(true, 409), version: 1 },
  { route: 'POST /information-governance/subject-access/:part/extension', answers: leading(true, 303), body: LONGER, version: 1 },
  { route: 'POST /information-governance/subject-access/:part/release', answers: leading(true, 409), version: 1 },
  { route: 'GET /information-governance/subject-access/:copy/pdf', answers: leading(true, 200) },
  { route: 'GET /information-governance/corrections/:correction', answers: leading(true, 200) },
  { route: 'GET /information-governance/objections/:objection', answers: leading(true, 200) },
  { route: 'GET /api/information-governance/corrections/:correction', answers: leading(false, 200) },
  { route: 'GET /api/information-governance/objections/:objection', answers: leading(false, 200) },
  { route: 'GET /api/subject-access', answers: forLeads(false, 200) },
  { route: 'GET /api/subject-access/:part', answers: leading(false, 200) },
  { route: 'POST /api/subject-access/:part/items', answers: leading(false, 409), body: GIVE },
  { route: 'GET /api/subject-access/:part/items/:item', answers: leading(false, 200) },
  { route: 'POST /api/subject-access/:part/items/:item/hidden', answers: leading(false, 409), body: HIDE_WORDS },
  { route: 'POST /api/subject-access/:part/items/:item/shown', answers: leading(false, 409), body: SHOW_WORDS },
  { route: 'POST /api/subject-access/:part/pause', answers: leading(false, 200), body: { waitsFor: 'identity' }, version: 1 },
  { route: 'POST /api/subject-access/:part/resumption', answers: leading(false, 409), version: 1 },
  { route: 'POST /api/subject-access/:part/extension', answers: leading(false, 200), body: LONGER, version: 1 },
  { route: 'POST /api/subject-access/:part/release', answers: leading(false, 409), version: 1 },
  { route: 'GET /api/subject-access/:copy/pack', answers: leading(false, 200) },
  { route: 'GET /people/:person/complaint', answers: writing(true, 200) },
  { route: 'POST /people/:person/complaint', answers: complainingOfUs(true, 303), body: (place) => ({ ...COMPLAINT(place), how: 'phone', 'madeOn[day]': '1', 'madeOn[month]': '10', 'madeOn[year]': '2026' }) },
  { route: 'POST /api/people/:person/complaints', answers: complainingOfUs(false, 204), body: (place) => ({ ...COMPLAINT(place), how: 'phone', madeOn: '2026-10-01' }) },
  { route: 'GET /information-governance/complaints', answers: forLeads(true, 200) },
  { route: 'POST /information-governance/complaints/:complaint/acknowledgement', answers: leading(true, 303), version: 1 },
  { route: 'POST /information-governance/complaints/:complaint/answer', answers: leading(true, 303), body: ANSWERED, version: 1 },
  { route: 'GET /information-governance/complaints/:complaint', answers: leading(true, 200) },
  { route: 'GET /api/complaints', answers: forLeads(false, 200) },
  { route: 'GET /api/complaints/:complaint', answers: leading(false, 200) },
  { route: 'POST /api/complaints/:complaint/acknowledgement', answers: leading(false, 200), version: 1 },
  { route: 'POST /api/complaints/:complaint/answer', answers: leading(false, 200), body: ANSWERED, version: 1 },
  { route: 'GET /me/:person/complaints', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/complaints', answers: forThemself(true, 303), body: (place) => COMPLAINT(place) },
  { route: 'GET /api/me/:person/complaints', answers: forThemself(false, 200) },
  { route: 'POST /api/me/:person/complaints', answers: forThemself(false, 204), body: (place) => COMPLAINT(place) },
  { route: 'GET /me/:person/copy', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/copy', answers: forThemself(true, 303), body: { spokeAlone: 'yes' } },
  { route: 'GET /me/:person/copy/:copy/pdf', answers: forThemself(true, 200) },
  { route: 'GET /api/me/:person/copy', answers: forThemself(false, 200) },
  { route: 'POST /api/me/:person/copy', answers: forThemself(false, 201), body: { spokeAlone: 'yes' } },
  { route: 'GET /api/me/:person/copy/:copy', answers: forThemself(false, 200) },
  { route: 'POST /held-looks/:held', answers: leading(true, 303), body: SHOW },
  { route: 'GET /held-looks/:held', answers: leading(true, 200) },
  { route: 'POST /held-looks/names', answers: forLeads(true, 303), body: { named: 'no' } },
  { route: 'GET /held-looks', answers: forLeads(true, 200) },
  { route: 'GET /api/held-looks', answers: forLeads(false, 200) },
  { route: 'POST /api/held-looks/:held/review', answers: leading(false, 204), body: SHOW },
  { route: 'PUT /api/names-of-colleagues', answers: forLeads(false, 204), body: { named: 'no' } },

  { route: 'POST /information-governance/unusual-access/:finding', answers: leading(true, 303), body: OUTCOME, version: 1 },
  { route: 'GET /information-governance/unusual-access/:finding', answers: leading(true, 200) },
  { route: 'GET /information-governance/unusual-access', answers: forLeads(true, 200) },
  { route: 'GET /api/unusual-access', answers: forLeads(false, 200) },
  { route: 'POST /api/unusual-access/:finding/outcome', answers: leading(false, 201), body: OUTCOME, version: 1 },

  { route: 'POST /people/:person/know', answers: knowing(true, 303) },
  { route: 'GET /people/:person/know', answers: reading(true) },
  { route: 'POST /api/people/:person/knowing', answers: knowing(false, 204) },
  { route: 'POST /known-people/:known', answers: leading(true, 303, 'team manager'), body: LIFT },
  { route: 'GET /known-people/:known', answers: leading(true, 200, 'team manager') },
  { route: 'GET /known-people', answers: forLeads(true, 200, 'team manager') },
  { route: 'GET /api/known-people', answers: forLeads(false, 200, 'team manager') },
  { route: 'POST /api/known-people/:known/lift', answers: leading(false, 204, 'team manager'), body: LIFT },

  { route: 'GET /me', answers: onOwnPage(true) },
  { route: 'GET /me', query: '?person=:person', answers: says({ 200: OWN, 404: OTHERS, 403: STAFF, 302: NOBODY }) },
  { route: 'GET /me/access-log', answers: onOwnPage(true) },
  { route: 'GET /me/access-log', query: '?person=:person', answers: says({ 200: OWN, 404: OTHERS, 403: STAFF, 302: NOBODY }) },
  { route: 'GET /api/me/people', answers: onOwnPage(false) },
  { route: 'GET /api/me/page', answers: says({ 422: OWN, 200: OTHERS, 403: STAFF, 401: NOBODY }) },
  { route: 'GET /api/me/page', query: '?person=:person', answers: says({ 200: OWN, 404: OTHERS, 403: STAFF, 401: NOBODY }) },

  { route: 'GET /me/:person/joining/:question', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/joining/:question', answers: forThemself(true, 303), body: SAID },
  { route: 'POST /api/me/:person/joining/:question', answers: forThemself(false, 200), body: SAID },

  { route: 'GET /me/:person/stop', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/stop', answers: forThemself(true, 303), body: ALONE },
  { route: 'POST /api/me/:person/stop', answers: forThemself(false, 204), body: ALONE },
  { route: 'GET /me/:person/talk', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/talk', answers: forThemself(true, 303), body: ALONE },
  { route: 'POST /api/me/:person/talk', answers: forThemself(false, 204), body: ALONE },
  { route: 'GET /me/:person/wrong/:kind/:item', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/wrong/:kind/:item', answers: forThemself(true, 303), body: { ...ALONE, statement: 'Not so' } },
  { route: 'POST /api/me/:person/wrong/:kind/:item', answers: forThemself(false, 201), body: { ...ALONE, statement: 'Not so' } },
  { route: 'GET /me/:person/goals/:goal', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/goals/:goal', answers: forThemself(true, 303), body: { progress: 'closer' } },
  { route: 'POST /api/me/:person/goals/:goal/judgements', answers: forThemself(false, 201), body: { progress: 'closer' } },
  { route: 'GET /me/:person/plan-view', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/plan-view', answers: forThemself(true, 303), body: { ...ALONE, view: 'agrees' } },
  { route: 'POST /api/me/:person/plan-view', answers: forThemself(false, 201), body: { ...ALONE, view: 'agrees' } },

  { route: 'GET /people/:person/corrections', answers: reading(true) },
  { route: 'GET /api/people/:person/corrections', answers: reading(false) },
  { route: 'GET /people/:person/corrections/of/:kind/:item', answers: reading(true) },
  { route: 'POST /people/:person/corrections/of/:kind/:item', answers: writing(true, 303), body: { ...ALONE, how: 'phone', statement: 'Not so' } },
  { route: 'POST /api/people/:person/corrections/of/:kind/:item', answers: writing(false, 201), body: { ...ALONE, how: 'phone', statement: 'Not so' } },
  { route: 'GET /people/:person/corrections/:correction', answers: reading(true) },
  { route: 'POST /people/:person/corrections/:correction/answer', answers: mending(true, 303), body: { outcome: 'corrected', answer: 'Mended' }, version: 1 },
  { route: 'POST /api/people/:person/corrections/:correction/answer', answers: mending(false, 200), body: { outcome: 'corrected', answer: 'Mended' }, version: 1 },
  { route: 'GET /people/:person/plan/view', answers: reading(true) },
  { route: 'POST /people/:person/plan/view', answers: writing(true, 303), body: { ...ALONE, view: 'agrees', how: 'phone' } },
  { route: 'POST /api/people/:person/care-plan/views', answers: writing(false, 201), body: { ...ALONE, view: 'agrees', how: 'phone' } },
  { route: 'POST /people/:person/circle/questions', answers: writing(true, 303), body: helper },
  { route: 'POST /api/people/:person/circle/questions', answers: writing(false, 201), body: helper },
  { route: 'GET /people/:person/circle/questions/:question', answers: readingOurs(true) },
  { route: 'POST /people/:person/circle/questions/:question/answer', answers: settlingOurs(true, 303), body: SAID },
  { route: 'POST /api/people/:person/circle/questions/:question/answer', answers: settlingOurs(false, 200), body: SAID },
  { route: 'POST /people/:person/circle/questions/:question/withdrawal', answers: settlingOurs(true, 303) },
  { route: 'POST /api/people/:person/circle/questions/:question/withdrawal', answers: settlingOurs(false, 204) },

  { route: 'GET /people/:person/contact-notes/new', answers: reading(true) },
  { route: 'POST /people/:person/contact-notes/check', answers: reading(true), body: NOTE },
  { route: 'POST /people/:person/contact-notes', answers: writing(true, 303), body: NOTE },
  { route: 'POST /api/people/:person/contact-notes', answers: writing(false, 201), body: NOTE },
  { route: 'GET /api/people/:person/contact-notes/:note', answers: reading(false) },
  { route: 'GET /api/people/:person/readers', query: '?audience=circle', answers: reading(false) },
  { route: 'GET /people/:person/contact-notes/:note/correct', answers: mending(true, 200) },
  { route: 'POST /people/:person/contact-notes/:note/correct', answers: mending(true, 303), body: { text: 'On Tuesday' }, version: 1 },
  { route: 'POST /api/people/:person/contact-notes/:note/corrections', answers: mending(false, 201), body: { text: 'On Tuesday' }, version: 1 },
  { route: 'GET /people/:person/contact-notes/:note/move', answers: mending(true, 200) },
  { route: 'GET /people/:person/contact-notes/:note/move/:other', answers: mending(true, 200) },
  { route: 'POST /people/:person/contact-notes/:note/move/:other', answers: mending(true, 303) },
  { route: 'POST /api/people/:person/contact-notes/:note/move', answers: mending(false, 201), body: (_, { other }) => ({ otherPersonId: other }) },
  { route: 'GET /people/:person/contact-notes/moved/:incident', answers: says({ 200: ['worker of the practice'], 404: without(CARING, 'worker of the practice'), 403: [...OFFICE, ...OUTSIDE], 302: NOBODY }) },

  { route: 'GET /people/:person/alerts', answers: reading(true) },
  { route: 'POST /people/:person/alerts/check', answers: reading(true), body: ALERT },
  { route: 'POST /people/:person/alerts', answers: writing(true, 303), body: { ...ALERT, ...REVIEW_IN_PARTS } },
  { route: 'GET /people/:person/alerts/:alert/review', answers: mending(true, 200) },
  { route: 'POST /people/:person/alerts/:alert/review', answers: mending(true, 303), body: { outcome: 'ended' }, version: 1 },
  { route: 'POST /api/people/:person/alerts/:alert/review', answers: mending(false, 200), body: { outcome: 'ended' }, version: 1 },
  { route: 'GET /api/people/:person/alerts', answers: reading(false) },
  { route: 'POST /api/people/:person/alerts', answers: writing(false, 201), body: { ...ALERT, ...REVIEW } },

  { route: 'POST /typed-forms', answers: says({ 204: [...STAFF, ...OUTSIDE], 302: NOBODY }), body: { _page: '/people/x/plan/draft', whatMatters: 'x' } },
  { route: 'POST /typed-forms/discard', answers: says({ 303: [...STAFF, ...OUTSIDE], 302: NOBODY }), body: { _page: '/today' } },
  { route: 'GET /people/:person/circle', answers: reading(true) },
  { route: 'GET /people/:person/circle/add', answers: reading(true) },
  { route: 'GET /people/:person/family/add', answers: reading(true) },
  { route: 'POST /people/:person/family', answers: writing(true, 303), body: AUNT },
  { route: 'GET /people/:person/family/:relative', answers: mending(true, 200) },
  { route: 'POST /people/:person/family/:relative', answers: mending(true, 303), body: AUNT, version: 1 },
  { route: 'GET /api/people/:person/family', answers: reading(false) },
  { route: 'POST /api/people/:person/family', answers: writing(false, 201), body: AUNT },
  { route: 'POST /api/people/:person/family/:relative', answers: mending(false, 200), body: AUNT, version: 1 },
  { route: 'POST /people/:person/circle', answers: writing(true, 303), body: helper },
  { route: 'POST /people/:person/circle/proposed/:proposed/dismissal', answers: mending(true, 303) },
  { route: 'POST /api/people/:person/circle/proposed/:proposed/dismissal', answers: mending(false, 204) },
  { route: 'GET /people/:person/circle/:member/help', answers: ending(true, 200) },
  { route: 'POST /people/:person/circle/:member/help', answers: ending(true, 303), body: { does: 'Lunch and a lift home' }, version: 1 },
  { route: 'POST /api/people/:person/circle/:member/help', answers: ending(false, 200), body: { does: 'Lunch and a lift home' }, version: 1 },
  { route: 'GET /people/:person/circle/:member/end', answers: ending(true, 200) },
  { route: 'POST /people/:person/circle/:member/end', answers: ending(true, 303), body: { reason: 'Moved' }, version: 1 },
  { route: 'GET /api/people/:person/circle', answers: reading(false) },
  { route: 'POST /api/people/:person/circle', answers: writing(false, 201), body: helper },
  { route: 'GET /people/:person/safe-contact', answers: reading(true) },
  { route: 'GET /people/:person/safe-contact/new', answers: reading(true) },
  { route: 'POST /people/:person/safe-contact', answers: writing(true, 303), body: SAFE, version: 1 },
  { route: 'POST /people/:person/safe-contact/:rule/end', answers: writing(true, 303), version: 1 },
  { route: 'GET /api/people/:person/safe-contact', answers: reading(false) },
  { route: 'POST /api/people/:person/safe-contact', answers: writing(false, 201), body: SAFE, version: 1 },
  { route: 'POST /api/people/:person/safe-contact/:rule/end', answers: writing(false, 204), version: 1 },
  { route: 'GET /people/:person/protection', answers: reading(true) },
  { route: 'POST /people/:person/protection/:hidden/lift', answers: lifting(true, 303), version: 0 },
  { route: 'POST /people/:person/protection', answers: writing(true, 303), body: (_, { point }) => ({ points: [point], because: 'Asked', ...REVIEW_IN_PARTS }), version: 1 },
  { route: 'GET /api/people/:person/protection', answers: reading(false) },
  { route: 'POST /api/people/:person/protection', answers: writing(false, 201), body: (_, { point }) => ({ points: [point], because: 'Asked', ...REVIEW }), version: 1 },
  { route: 'POST /api/people/:person/protection/:hidden/lift', answers: lifting(false, 204), version: 0 },
  { route: 'GET /people/:person/kept-out', answers: reading(true) },
  { route: 'POST /people/:person/kept-out', answers: writing(true, 303), body: (place) => ({ ...keptOut(place), ...REVIEW_IN_PARTS }) },
  { route: 'POST /people/:person/kept-out/carers', answers: writing(true, 303), body: carer },
  { route: 'POST /people/:person/kept-out/:exclusion/end', answers: writing(true, 303) },
  { route: 'GET /api/people/:person/kept-out', answers: reading(false) },
  { route: 'POST /api/people/:person/kept-out', answers: writing(false, 201), body: (place) => ({ ...keptOut(place), ...REVIEW }) },
  { route: 'POST /api/people/:person/kept-out/carers', answers: writing(false, 201), body: carer },
  { route: 'POST /api/people/:person/kept-out/:exclusion/end', answers: writing(false, 204) },
  { route: 'GET /api/kept-out-reports', answers: says({ 200: ['information-governance lead', 'lead elsewhere'], 403: without(SIGNED_IN, 'information-governance lead', 'lead elsewhere'), 401: NOBODY }) },
  { route: 'GET /people/:person/would-see', answers: reading(true) },
  { route: 'GET /api/people/:person/would-see', answers: reading(false) },
  { route: 'GET /people/:person/audience/:kind/:item', answers: mending(true, 200) },
  { route: 'POST /people/:person/audience/:kind/:item/check', answers: mending(true, 200), body: { audience: 'internal' } },
  { route: 'POST /people/:person/audience/:kind/:item', answers: mending(true, 303), body: { audience: 'internal' }, version: 1 },
  { route: 'GET /api/people/:person/audience/:kind/:item', answers: mending(false, 200) },
  { route: 'PUT /api/people/:person/audience/:kind/:item', answers: mending(false, 200), body: { audience: 'internal' }, version: 1 },
  { route: 'GET /people/:person/sharing', answers: reading(true) },
  { route: 'GET /people/:person/sharing/conversation', answers: reading(true) },
  { route: 'POST /people/:person/sharing/conversation', answers: writing(true, 303), body: TALK, version: 0 },
  { route: 'GET /people/:person/sharing/stop', answers: reading(true) },
  { route: 'POST /people/:person/sharing/stop', answers: writing(true, 303), body: { how: 'phone', spokeAlone: 'yes' }, version: 0 },
  { route: 'GET /api/people/:person/sharing', answers: reading(false) },
  { route: 'POST /api/people/:person/sharing/conversations', answers: writing(false, 201), body: TALK, version: 0 },
  { route: 'POST /api/people/:person/sharing/stop', answers: writing(false, 204), body: { how: 'phone', spokeAlone: 'yes' }, version: 0 },
  { route: 'POST /api/people/:person/circle/:member/end', answers: ending(false, 204), body: { reason: 'Moved' }, version: 1 },

  { route: 'GET /cases/:case/key-worker', answers: reading(true) },
  { route: 'POST /cases/:case/key-worker', answers: deciding(true, 303), body: chosen },
  { route: 'POST /cases/:case/key-worker/accept', answers: answering(true, 303), stands: 'asked' },
  { route: 'GET /cases/:case/key-worker/decline', answers: reading(true) },
  { route: 'POST /cases/:case/key-worker/decline', answers: answering(true, 303), body: { because: 'capacity' }, stands: 'asked' },
  { route: 'POST /cases/:case/key-worker/withdraw', answers: deciding(true, 303), stands: 'asked' },
  { route: 'GET /cases/:case/key-worker/handover', answers: reading(true) },
  { route: 'POST /cases/:case/key-worker/handover', answers: deciding(true, 303), body: (place) => ({ ...chosen(place), ...TOLD_IN_PARTS }), stands: 'led' },
  { route: 'GET /api/cases/:case/key-worker', answers: reading(false) },
  { route: 'POST /api/cases/:case/key-worker', answers: deciding(false, 201), body: chosen },
  { route: 'POST /api/cases/:case/key-worker/accept', answers: answering(false, 200), stands: 'asked' },
  { route: 'POST /api/cases/:case/key-worker/decline', answers: answering(false, 200), body: { because: 'capacity' }, stands: 'asked' },
  { route: 'POST /api/cases/:case/key-worker/withdraw', answers: deciding(false, 200), stands: 'asked' },
  { route: 'POST /api/cases/:case/key-worker/handover', answers: deciding(false, 201), body: (place) => ({ ...chosen(place), ...TOLD }), stands: 'led' },

  { route: 'GET /people/:person/plan', answers: reading(true) },
  { route: 'GET /people/:person/plan/print', answers: reading(true) },
  { route: 'GET /people/:person/plan/wrong', answers: reading(true) },
  { route: 'GET /people/:person/plan/copy', answers: reading(true) },
  { route: 'GET /people/:person/plan/copy.txt', answers: reading(true) },
  { route: 'GET /people/:person/emergency', answers: reading(true) },
  { route: 'GET /people/:person/first-day', answers: reading(true) },
  { route: 'GET /people/:person/first-day/pdf', answers: reading(true) },
  { route: 'GET /api/people/:person/first-day', answers: reading(false) },
  { route: 'GET /people/:person/one-page', answers: reading(true) },
  { route: 'GET /api/people/:person/emergency', answers: reading(false) },
  { route: 'GET /people/:person/plan/who-does-what', answers: reading(true) },
  { route: 'GET /people/:person/plan/who-does-what/pdf', answers: reading(true) },
  { route: 'GET /api/people/:person/care-plan/who-does-what', answers: readingPlan },
  { route: 'GET /people/:person/plan/pdf', answers: reading(true) },
  { route: 'GET /people/:person/plan/changes', query: '?since=:version', answers: reading(true) },
  { route: 'GET /people/:person/plan/compare', answers: reading(true) },
  { route: 'GET /people/:person/plan/compare/print', answers: reading(true) },
  { route: 'GET /people/:person/plan/versions/:version', answers: reading(true) },
  { route: 'GET /people/:person/plan/versions/:version/pdf', answers: reading(true) },
  { route: 'GET /people/:person/emergency/pdf', answers: reading(true) },
  { route: 'GET /people/:person/about-me/pdf', answers: reading(true) },
  { route: 'GET /me/:person/about-me/pdf', answers: forThemself(true, 200) },
  { route: 'GET /me/:person/plan/pdf', answers: says({ 200: OWN, 404: OTHERS, 403: STAFF, 302: NOBODY }) },
  { route: 'GET /people/:person/about-me', answers: reading(true) },
  { route: 'POST /people/:person/about-me', answers: writing(true, 303), body: ABOUT_HER },
  { route: 'GET /people/:person/about-me/:told', answers: reading(true) },
  { route: 'POST /people/:person/about-me/:told', answers: writing(true, 303), body: { act: 'still_true' } },
  { route: 'GET /api/people/:person/about-me', answers: readingPlan },
  { route: 'POST /api/people/:person/about-me', answers: writing(false, 201), body: ABOUT_HER },
  { route: 'POST /api/people/:person/about-me/:told', answers: writing(false, 200), body: { act: 'anew', text: 'Ring twice' } },
  { route: 'GET /me/:person/about-me', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/about-me', answers: forThemself(true, 303), body: ABOUT_HERSELF },
  { route: 'GET /me/:person/about-me/:told', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/about-me/:told', answers: forThemself(true, 303), body: { act: 'taken_away' } },
  { route: 'POST /api/me/:person/about-me', answers: forThemself(false, 201), body: ABOUT_HERSELF },
  { route: 'POST /api/me/:person/about-me/:told', answers: forThemself(false, 200), body: { act: 'anew', text: 'Ring twice' } },
  { route: 'GET /people/:person/plan/goals/:goal', answers: reading(true) },
  { route: 'POST /people/:person/plan/goals/:goal', answers: writing(true, 303), body: { side: 'team', progress: 'same' } },
  { route: 'GET /api/people/:person/care-plan/goals/:goal/judgements', answers: says({ 200: [...OPENS, 'person'], 404: [...BLIND, ...OFFICE, ...OTHERS, 'family carer'], 401: NOBODY }) },
  { route: 'POST /api/people/:person/care-plan/goals/:goal/judgements', answers: writing(false, 201), body: { side: 'team', progress: 'same' } },
  { route: 'GET /people/:person/plan/actions/:action', answers: reading(true) },
  { route: 'POST /people/:person/plan/actions/:action', answers: planning(true, 303), body: { to: 'done' }, version: 1 },
  { route: 'GET /people/:person/plan/draft', answers: planning(true, 200) },
  { route: 'POST /people/:person/plan/draft', answers: planning(true, 303), body: { whatMatters: 'Singing' }, version: 1 },
  { route: 'POST /people/:person/plan/draft/publication', answers: planning(true, 303), body: planFor, version: 1 },
  // Who reads the plan reads a draft about which others are asked; who writes it moves it on.
  { route: 'GET /people/:person/plan/proposal', drafted: 'in_contribution', answers: reading(true) },
  { route: 'GET /api/people/:person/care-plan/proposal', drafted: 'in_contribution', answers: readingPlan },
  { route: 'POST /people/:person/plan/draft/opening', answers: planning(true, 303), body: { whatMatters: 'Singing' }, version: 1 },
  { route: 'POST /people/:person/plan/draft/readiness', drafted: 'in_contribution', answers: planning(true, 303), body: planFor, version: 1 },
  { route: 'GET /people/:person/plan/proposal/agreement', drafted: 'ready_for_agreement', answers: planning(true, 200) },
  { route: 'POST /people/:person/plan/proposal/:draft/agreement', drafted: 'ready_for_agreement', answers: planning(true, 303), body: AGREEMENT, version: 1 },
  { route: 'POST /people/:person/plan/proposal/:draft/taking-back', drafted: 'ready_for_agreement', answers: planning(true, 303), body: DRAFT_BACK, version: 1 },
  { route: 'POST /people/:person/plan/proposal/:draft/publication', drafted: 'agreed', answers: planning(true, 422), version: 1 },
  { route: 'POST /api/people/:person/care-plan/drafts/:draft/opening', answers: planning(false, 200, 404), version: 1 },
  { route: 'POST /api/people/:person/care-plan/drafts/:draft/readiness', drafted: 'in_contribution', answers: planning(false, 422), version: 1 },
  { route: 'POST /api/people/:person/care-plan/drafts/:draft/taking-back', drafted: 'ready_for_agreement', answers: planning(false, 200), body: DRAFT_BACK, version: 1 },
  { route: 'POST /api/people/:person/care-plan/drafts/:draft/agreement', drafted: 'ready_for_agreement', answers: planning(false, 200), body: AGREEMENT, version: 1 },
  { route: 'GET /me/:person/draft', drafted: 'ready_for_agreement', answers: says({ 200: OWN, 404: OTHERS, 403: STAFF, 302: NOBODY }) },
  { route: 'POST /me/:person/draft', drafted: 'ready_for_agreement', answers: forThemself(true, 303), body: { ...ALONE, view: 'agrees' }, version: 1 },
  { route: 'POST /api/me/:person/draft/view', drafted: 'ready_for_agreement', answers: forThemself(false, 201), body: { ...ALONE, view: 'agrees' }, version: 1 },
  // What was put down for the charity waits for the charity's word: whoever writes the plan is told so.
  { route: 'POST /people/:person/plan/draft/reviews/:review/points/:topic', review: 'in_session', answers: planning(true, 409), body: { whatMatters: 'Singing' }, version: 1 },
  { route: 'POST /api/people/:person/reviews/:review/points/:topic/step', review: 'in_session', answers: planning(false, 409) },
  { route: 'POST /people/:person/plan/draft/:draft/discard', answers: planning(true, 303, 404), version: 1 },
  { route: 'POST /people/:person/plan/imported', answers: planning(true, 409), noDraft: true },
  { route: 'POST /api/people/:person/care-plan/imported/drafts', answers: planning(false, 409), noDraft: true },
  { route: 'GET /people/:person/plan/small-update', answers: planning(true, 200) },
  { route: 'POST /people/:person/plan/small-update', answers: planning(true, 303), body: { whoToRing: 'Idris' }, version: 1 },
  { route: 'GET /people/:person/plan/suggestions', answers: reading(true) },
  { route: 'GET /people/:person/plan/suggestions/new', answers: reading(true) },
  { route: 'POST /people/:person/plan/suggestions', answers: writing(true, 303), body: WISH },
  { route: 'GET /people/:person/plan/suggestions/:suggestion', answers: reading(true) },
  { route: 'POST /people/:person/plan/suggestions/:suggestion/answer', answers: planning(true, 303), body: NOT_NOW, version: 1 },
  { route: 'POST /people/:person/plan/suggestions/:suggestion/withdrawal', answers: says({ 303: ['named worker'], 403: [...without(OPENS, 'named worker'), ...OFFICE, ...OUTSIDE], 404: BLIND, 302: NOBODY }), version: 1 },
  { route: 'GET /api/people/:person/care-plan/suggestions', answers: readingPlan },
  { route: 'GET /api/people/:person/care-plan/suggestions/:suggestion', answers: readingPlan },
  // The person says it themselves; a family carer does not say it for them.
  { route: 'POST /api/people/:person/care-plan/suggestions', answers: says({ 201: [...WORKERS, 'person'], 403: [...VIEWERS, 'family carer'], 404: [...BLIND, ...OFFICE, ...OTHERS], 401: NOBODY }), body: WISH },
  { route: 'POST /api/people/:person/care-plan/suggestions/:suggestion/answer', answers: planning(false, 201), body: NOT_NOW, version: 1 },
  { route: 'POST /api/people/:person/care-plan/suggestions/:suggestion/withdrawal', answers: says({ 201: ['named worker'], 403: [...without(OPENS, 'named worker'), ...OWN], 404: [...BLIND, ...OFFICE, ...OTHERS], 401: NOBODY }), version: 1 },
  { route: 'GET /me/suggestions', answers: says({ 200: ['person', 'another person'], 403: [...STAFF, 'family carer', 'carer of another'], 302: NOBODY }) },
  { route: 'POST /me/suggestions/:person', answers: says({ 303: ['person'], 403: [...STAFF, 'family carer'], 404: OTHERS, 302: NOBODY }), body: { kind: 'need', text: 'A rail', readers: 'writers' } },
  { route: 'POST /me/suggestions/:person/:suggestion/withdrawal', answers: says({ 403: [...STAFF, ...OWN], 404: OTHERS, 302: NOBODY }), version: 1 },
  { route: 'GET /people/:person/reviews', answers: reading(true) },
  { route: 'GET /people/:person/reviews/new', answers: reading(true) },
  { route: 'POST /people/:person/reviews/new', review: 'none', answers: deciding(true, 303), body: { occasion: 'time', mode: 'meeting', 'dueOn[day]': '1', 'dueOn[month]': '3', 'dueOn[year]': '2030' } },
  { route: 'GET /people/:person/reviews/:review', answers: reading(true) },
  ...['calendar.ics', 'pre-read', 'pre-read/pdf'].map((page) => ({ route: `GET /people/:person/reviews/:review/${page}`, answers: reading(true) })),
  { route: 'GET /api/people/:person/reviews/:review/pre-read', answers: reading(false) },
  { route: 'GET /people/:person/reviews/:review/calendar.ics', answers: reading(true) },
  { route: 'GET /people/:person/reviews/:review/copy', answers: reading(true) },
  { route: 'GET /people/:person/reviews/:review/copy.txt', answers: reading(true) },
  { route: 'GET /people/:person/reviews/:review/letter', answers: reading(true) },
  { route: 'GET /people/:person/reviews/:review/letter/pdf', answers: says({ 409: OPENS, 404: BLIND, 403: [...OFFICE, ...OUTSIDE], [nobodyOn(true)]: NOBODY }) },
  { route: 'GET /people/:person/contact-notes/:note/copy', answers: reading(true) },
  { route: 'GET /people/:person/contact-notes/:note/copy.txt', answers: reading(true) },
  { route: 'GET /people/:person/reviews/:review/day', answers: reading(true) },
  { route: 'POST /people/:person/reviews/:review/day', review: 'due', answers: planning(true, 303), body: BOOKED, version: 1 },
  { route: 'GET /people/:person/reviews/:review/invite', answers: reading(true) },
  { route: 'POST /people/:person/reviews/:review/invite', answers: planning(true, 303), body: { fullPart: 'yes' }, version: 1 },
  { route: 'GET /people/:person/reviews/:review/move', query: '?to=cancelled', answers: reading(true) },
  { route: 'POST /people/:person/reviews/:review/move', answers: planning(true, 303), body: CALLED_OFF, version: 1 },
  { route: 'POST /people/:person/reviews/:review/found', answers: planning(true, 303), body: FOUND, version: 1 },
  { route: 'GET /api/people/:person/reviews', answers: reading(false) },
  { route: 'POST /api/people/:person/reviews', review: 'none', answers: deciding(false, 201), body: REVIEWED },
  { route: 'GET /api/people/:person/reviews/:review', answers: reading(false) },
  { route: 'POST /api/people/:person/reviews/:review/day', review: 'due', answers: planning(false, 200), body: { startsAt: '2030-03-01T10:00' }, version: 1 },
  { route: 'POST /api/people/:person/reviews/:review/invitations', answers: planning(false, 200), body: { fullPart: 'yes' }, version: 1 },
  { route: 'POST /api/people/:person/reviews/:review/moves', answers: planning(false, 200), body: CALLED_OFF, version: 1 },
  { route: 'POST /api/people/:person/reviews/:review/found', answers: planning(false, 200), body: FOUND, version: 1 },
  ...ON.flatMap((at, n): Route[] => {
    const page = n === 0;
    const done = page ? 303 : 200;
    return [
      { route: `POST ${at}/session`, answers: planning(page, done), body: {}, version: 1 },
      { route: `POST ${at}/points`, review: 'in_session', answers: planning(page, page ? 303 : 201), body: { question: 'Who rings?' } },
      { route: `POST ${at}/points/:topic/outcome`, review: 'in_session', answers: planning(page, done), body: { outcome: 'no_change' }, version: 1 },
      { route: `POST ${at}/points/:topic/promise`, review: 'in_session', answers: confirming(page, done), body: DOING },
      { route: `POST ${at}/points/:topic/dissent`, review: 'in_session', answers: writing(page, done), body: { text: 'Too late in the day' } },
      { route: `POST ${at}/${page ? 'close' : 'closing'}`, review: 'shared_for_check', answers: planning(page, done), body: { ...CLOSED, ...(page ? inParts('nextReviewOn', soon()) : { nextReviewOn: soon(), minutesUsed: 30 }) }, version: 1 },
    ];
  }),
  { route: 'GET /people/:person/reviews/:review/points/:topic', answers: reading(true) },
  { route: 'GET /people/:person/reviews/:review/close', answers: reading(true) },
  { route: 'GET /api/people/:person/reviews/:review/points', answers: reading(false) },
  { route: 'GET /huddles', answers: huddles(true) },
  { route: 'GET /api/huddles', answers: huddles(false) },
  { route: 'POST /huddles', answers: beginning(true), body: THEIRS },
  { route: 'POST /api/huddles', answers: beginning(false), body: THEIRS },
  { route: 'GET /huddles/:huddle', answers: inHuddle(true) },
  { route: 'GET /api/huddles/:huddle', answers: inHuddle(false) },
  { route: 'POST /huddles/:huddle/people', answers: inHuddle(true, 303), body: PUT_ON },
  { route: 'POST /api/huddles/:huddle/people', answers: inHuddle(false, 201), body: PUT_ON },
  { route: 'GET /people/:person/huddles/:line', answers: inHuddle(true) },
  { route: 'GET /api/people/:person/huddles/:line', answers: inHuddle(false) },
  { route: 'POST /people/:person/huddles/:line', answers: inHuddle(true, 303), body: NOTHING_MORE, version: 1 },
  { route: 'POST /api/people/:person/huddles/:line/outcome', answers: inHuddle(false), body: NOTHING_MORE, version: 1 },
  { route: 'POST /huddles/:huddle/ending', answers: inHuddle(true, 303), body: {}, version: 1 },
  // it has ended by then
  { route: 'POST /api/huddles/:huddle/ending', answers: inHuddle(false, 409), body: {}, version: 1 },
  { route: 'GET /reviews', answers: listing(true) },
  { route: 'GET /api/reviews', answers: listing(false) },
  ...['answer', 'check', 'coming', 'said', 'said-by-carer', 'said-by-person'].map((page) => ({ route: `GET /people/:person/reviews/:review/${page}`, answers: reading(true) })),
  { route: 'GET /people/:person/reviews/:review/confirm', query: '?contribution=:contribution', answers: reading(true) },
  { route: 'POST /people/:person/reviews/:review/answer', answers: writing(true, 303), body: STUCK },
  { route: 'POST /people/:person/reviews/:review/check', answers: writing(true, 409), body: { readers: 'everybody' } },
  { route: 'POST /people/:person/reviews/:review/coming', answers: writing(true, 303), body: { answer: 'yes' } },
  { route: 'POST /people/:person/reviews/:review/said', answers: planning(true, 303), body: ({ charity }) => ({ ...SAID_BY_PHONE, organisation: charity.id }) },
  { route: 'POST /people/:person/reviews/:review/said-by-carer', answers: writingDown(true), body: SAID_BY_CARER },
  { route: 'POST /api/people/:person/reviews/:review/said-by-carer', answers: writingDown(false), body: SAID_BY_CARER },
  { route: 'POST /people/:person/reviews/:review/said-by-person', answers: planning(true, 303), body: TOLD_US },
  { route: 'POST /api/people/:person/reviews/:review/said-by-person', answers: planning(false, 201), body: TOLD_US },
  { route: 'GET /me/:person/reviews/:review', answers: forThemself(true, 200) },
  { route: 'GET /me/:person/reviews/:review/calendar.ics', answers: forThemself(true, 200) },
  { route: 'POST /me/:person/reviews/:review', answers: forThemself(true, 303), body: { matters: 'Singing', readers: 'everybody' } },
  { route: 'GET /api/me/:person/reviews/:review', answers: forThemself(false, 200) },
  { route: 'POST /api/me/:person/reviews/:review/words', answers: forThemself(false, 200), body: { matters: 'Singing', readers: 'everybody' } },
  { route: 'POST /people/:person/reviews/:review/confirm', answers: confirming(true, 303), body: RIGHT },
  { route: 'GET /api/people/:person/reviews/:review/answers', answers: reading(false) },
  { route: 'POST /api/people/:person/reviews/:review/answers', answers: writing(false, 200), body: STUCK },
  { route: 'POST /api/people/:person/reviews/:review/sending', answers: writing(false, 409), body: { readers: 'everybody' } },
  { route: 'POST /api/people/:person/reviews/:review/coming', answers: writing(false, 200), body: { answer: 'yes' } },
  { route: 'POST /api/people/:person/reviews/:review/said', answers: planning(false, 201), body: ({ charity }) => ({ ...SAID_BY_PHONE, organisation: charity.id }) },
  { route: 'POST /api/people/:person/reviews/:review/confirmations', answers: confirming(false, 200), body: RIGHT },
  { route: 'GET /api/people/:person/care-plan', answers: readingPlan },
  { route: 'GET /api/people/:person/care-plan/changes', query: '?since=:version', answers: readingPlan },
  { route: 'GET /api/people/:person/care-plan/comparison', query: '?from=:version&to=:version', answers: readingPlan },
  { route: 'GET /api/people/:person/care-plan/versions/:version', answers: readingPlan },
  { route: 'POST /api/people/:person/care-plan/drafts', answers: planning(false, 201), body: { whatMatters: 'Singing' }, noDraft: true },
  { route: 'GET /api/people/:person/care-plan/drafts/:draft', answers: planning(false, 200, 404) },
  { route: 'PATCH /api/people/:person/care-plan/drafts/:draft', answers: planning(false, 200, 404), body: { whatMatters: 'Singing' }, version: 1 },
  { route: 'POST /api/people/:person/care-plan/drafts/:draft/discard', answers: planning(false, 204, 404), version: 1 },
  { route: 'POST /api/people/:person/care-plan/drafts/:draft/publication', answers: says({ 422: ['worker of the team'], 403: [...OFFICE, ...OUTSIDE], 404: [...without(OPENS, 'worker of the team'), ...BLIND], 401: NOBODY }), version: 1 },
  { route: 'POST /api/people/:person/care-plan/small-updates', answers: planning(false, 201), body: { whoToRing: 'Idris' }, version: 1 },
  { route: 'POST /api/people/:person/care-plan/actions/:action/progress', answers: planning(false, 201), body: { to: 'done' }, version: 1 },

  { route: 'GET /workers/:worker/hand-on', answers: forManagers(true), stands: 'led' },
  { route: 'GET /api/workers/:worker/hand-on', answers: forManagers(false), stands: 'led' },
  { route: 'GET /workers/:worker/hand-over', answers: forManagers(true), stands: 'led' },
  { route: 'POST /workers/:worker/hand-over', ofCase: true, answers: forManagers(true, 303), body: (place, named) => ({ ...TOLD_IN_PARTS, ...Object.fromEntries(Object.entries({ caseId: named.case, chosen: 'on', ...chosen(place) }).map(([name, value]) => [`handovers[0][${name}]`, value])) }), stands: 'led' },
  { route: 'GET /api/workers/:worker/hand-over', answers: forManagers(false), stands: 'led' },
  { route: 'POST /api/workers/:worker/hand-over', ofCase: true, answers: forManagers(false), body: (place, named) => ({ ...TOLD, handovers: [{ caseId: named.case, chosen: true, ...chosen(place) }] }), stands: 'led' },
  { route: 'GET /workers/:worker/cover', answers: forManagers(true), stands: 'led' },
  { route: 'POST /workers/:worker/cover', ofCase: true, answers: forManagers(true, 303), body: (place) => ({ ...standIn(place), 'until[day]': '1', 'until[month]': '3', 'until[year]': '2027' }), stands: 'led' },
  { route: 'POST /workers/:worker/cover/end', answers: forManagers(true, 303), stands: 'led' },
  { route: 'GET /api/workers/:worker/cover', answers: forManagers(false), stands: 'led' },
  { route: 'POST /api/workers/:worker/cover', answers: forManagers(false, 201), body: (place) => ({ ...standIn(place), until: '2027-03-01' }), stands: 'led' },
  { route: 'POST /api/workers/:worker/cover/end', answers: forManagers(false, 204), stands: 'led' },

  { route: 'GET /cases/:case/hold', answers: reading(true) },
  { route: 'POST /cases/:case/hold', answers: deciding(true, 303), body: { reason: 'In hospital', ...REVIEW_IN_PARTS }, stands: 'led' },
  { route: 'POST /cases/:case/resume', answers: deciding(true, 409), stands: 'led' },
  { route: 'GET /cases/:case/close', answers: reading(true) },
  { route: 'POST /cases/:case/close', answers: deciding(true, 303), body: { because: 'goals_met', toldHow: 'not_told' }, stands: 'led' },
  { route: 'POST /cases/:case/reopen', answers: deciding(true, 409), body: { reason: 'Falls again' }, stands: 'led' },
  { route: 'POST /api/cases/:case/hold', answers: deciding(false, 200), body: { reason: 'In hospital', ...REVIEW }, stands: 'led' },
  { route: 'POST /api/cases/:case/resume', answers: deciding(false, 409), stands: 'led' },
  { route: 'POST /api/cases/:case/close', answers: deciding(false, 200), body: { because: 'goals_met', toldHow: 'not_told' }, stands: 'led' },
  { route: 'POST /api/cases/:case/reopen', answers: deciding(false, 409), body: { reason: 'Falls again' }, stands: 'led' },
];
