import { createHash } from 'node:crypto';
import type { Response } from 'supertest';
import type { Visitor } from '../../support/app';
import { fileFrom, wordsIn } from '../../support/pdf';
import type { Subject } from '../matrix/place';

/** A way on which something about a person leaves the server. `:person`, `:family` and `:secret` stand for whom and what is asked about. */
export interface Exit {
  readonly name: string;
  readonly addresses: readonly string[];
  /** who comes to it; everybody else has none */
  readonly for: 'staff' | 'own';
  /** what is posted, for a page that only shows */
  readonly body?: Record<string, string>;
}

const NOTE = { text: 'x', about: 'person', audience: 'circle', visibleToPerson: 'on' };

export const EXITS: readonly Exit[] = [
  { name: 'lists', for: 'staff', addresses: ['/caseload', '/today', '/api/today', ...['priority', 'name', 'contact', 'review'].map((sort) => `/api/caseload?sort=${sort}`)] },
  { name: 'counts', for: 'staff', addresses: ['mine', 'waiting', 'quiet', 'review'].map((view) => `/api/caseload?view=${view}`) },
  { name: 'narrowed lists', for: 'staff', addresses: ['/api/caseload?keyWorker=:helper', '/api/caseload?team=:helper', '/api/caseload?lacking=yes', '/api/caseload?staleSuggestion=yes', '/api/caseload?reviewDue=week', '/api/caseload?reviewDue=month', '/api/caseload?reviewDue=paused'] },
  { name: 'the export for spreadsheets', for: 'staff', addresses: ['/caseload.csv'] },
  { name: 'the search', for: 'staff', addresses: ['/people?search=:family', '/api/people?search=:family', '/caseload?search=:family', '/people/new?search=:family', '/people?search=:secret', '/api/people?search=:secret'] },
  { name: 'the person’s page, also printed, and as JSON', for: 'staff', addresses: ['/people/:person', '/api/people/:person'] },
  { name: 'the emergency view', for: 'staff', addresses: ['/people/:person/emergency', '/people/:person/emergency/pdf', '/api/people/:person/emergency'] },
  { name: 'family and friends', for: 'staff', addresses: ['/people/:person/circle', '/people/:person/family/add', '/people/:person/family/:relative', '/api/people/:person/family'] },
  { name: 'what they tell of themselves', for: 'staff', addresses: ['/people/:person/about-me', '/people/:person/about-me/pdf', '/people/:person/about-me/:told', '/api/people/:person/about-me'] },
  { name: 'two records side by side', for: 'staff', addresses: ['/people/:person/same-person', '/api/people/:person/same-person', '/people/:person/same-person/:other', '/api/people/:person/same-person/:other', '/people/:other/same-person/:person', '/api/people/:other/same-person/:person'] },
  { name: 'a copy of a note', for: 'staff', addresses: ['/people/:person/contact-notes/:note/copy', '/people/:person/contact-notes/:note/copy.txt'] },
  { name: 'the first-day brief', for: 'staff', addresses: ['/people/:person/first-day', '/people/:person/first-day/pdf', '/people/:person/one-page', '/api/people/:person/first-day'] },
  {
    name: 'the timeline', for: 'staff',
    addresses: ['', '?type=visit', '?type=change', '?search=:secret', '?organisation=:secretOrganisation'].flatMap((query) => [`/people/:person/timeline${query}`, `/api/people/:person/timeline${query}`]),
  },
  { name: 'cursors', for: 'staff', addresses: ['/api/people/:person/timeline?limit=1', '/api/caseload?limit=1', '/api/people?search=:family&limit=1'] },
  { name: 'notices', for: 'staff', addresses: ['/notices', '/api/notices'] },
  { name: 'whether something changed', for: 'staff', addresses: ['/api/people/:person/changes?since=2020-01-01T00:00:00Z'] },
  {
    name: 'the plan, its changes, printed, and as JSON', for: 'staff',
    addresses: ['/people/:person/plan', '/people/:person/plan', '/people/:person/plan/print', '/people/:person/plan/wrong', '/people/:person/plan/copy', '/people/:person/plan/copy.txt', '/people/:person/plan/who-does-what', '/people/:person/plan/who-does-what/pdf', '/api/people/:person/care-plan/who-does-what', '/people/:person/plan/view', '/people/:person/plan/pdf', '/people/:person/plan/changes?since=:version', '/people/:person/plan/compare?from=:version&to=:version', '/people/:person/plan/compare/print', '/people/:person/plan/goals/:goal', '/api/people/:person/care-plan/goals/:goal/judgements', '/api/people/:person/care-plan/comparison?from=:version&to=:version', '/people/:person/plan/versions/:version', '/people/:person/plan/versions/:version/pdf', '/api/people/:person/care-plan', '/api/people/:person/care-plan/changes?since=:version', '/api/people/:person/care-plan/versions/:version'],
  },
  { name: 'a draft about which others are asked', for: 'staff', addresses: ['/people/:person/plan/proposal', '/api/people/:person/care-plan/proposal', '/people/:person/plan/suggestions/new?version=:draft', '/people/:person/plan/versions/:draft', '/api/people/:person/care-plan/versions/:draft', '/api/people/:person/care-plan/drafts/:draft'] },
  { name: 'suggestions for the plan', for: 'staff', addresses: ['/people/:person/plan/suggestions', '/people/:person/plan/suggestions/new', '/people/:person/plan/suggestions/:suggestion', '/api/people/:person/care-plan/suggestions', '/api/people/:person/care-plan/suggestions/:suggestion'] },
  { name: 'reviews', for: 'staff', addresses: ['/people/:person/reviews', '/people/:person/reviews/:review', '/people/:person/reviews/:review/copy', '/people/:person/reviews/:review/copy.txt', '/people/:person/reviews/:review/letter', '/people/:person/reviews/:review/letter/pdf', '/people/:person/reviews/:review/invite', '/people/:person/reviews/:review/check', '/people/:person/reviews/:review/answer', '/people/:person/reviews/:review/close', '/people/:person/reviews/:review/calendar.ics', '/people/:person/reviews/:review/pre-read', '/people/:person/reviews/:review/pre-read/pdf', '/api/people/:person/reviews/:review/pre-read', '/people/:person/reviews/:review/said-by-person', '/people/:person/reviews/:review/said-by-carer', '/people/:person/reviews/:review/points/:topic', '/api/people/:person/reviews/:review/points', '/reviews', '/api/reviews', '/api/people/:person/reviews', '/api/people/:person/reviews/:review', '/api/people/:person/reviews/:review/answers'] },
  { name: 'huddles', for: 'staff', addresses: ['/huddles', '/api/huddles', '/huddles/:huddle', '/api/huddles/:huddle', '/people/:person/huddles/:line', '/api/people/:person/huddles/:line'] },
  { name: 'alerts', for: 'staff', addresses: ['/people/:person/alerts', '/api/people/:person/alerts'] },
  { name: 'the key worker of a case', for: 'staff', addresses: ['/cases/:case/key-worker', '/cases/:case/key-worker/handover', '/cases/:case/key-worker/decline', '/api/cases/:case/key-worker'] },
  { name: 'referrals', for: 'staff', addresses: ['/referrals', '/api/referrals', '/referrals?queue=sent', '/api/referrals?queue=sent', '/api/referrals?queue=sent&limit=1', '/people/:person/referrals', '/api/people/:person/referrals'] },
  { name: 'the circle', for: 'staff', addresses: ['/people/:person/circle', '/api/people/:person/circle', '/people/:person/circle/questions/:question'] },
  { name: 'how to reach them safely', for: 'staff', addresses: ['/people/:person/safe-contact', '/people/:person/safe-contact/new?channel=phone', '/api/people/:person/safe-contact'] },
  { name: 'who may know where they are, and who is kept out', for: 'staff', addresses: ['protection', 'kept-out'].flatMap((page) => [`/people/:person/${page}`, `/api/people/:person/${page}`]) },
  { name: 'what the person says is wrong', for: 'staff', addresses: ['/people/:person/corrections', '/api/people/:person/corrections', '/people/:person/corrections/:correction', '/people/:person/corrections/of/ContactNote/:note'] },
  { name: 'a copy of what is held', for: 'staff', addresses: ['/people/:person/subject-access', '/api/people/:person/subject-access', '/people/:person/complaint'] },
  { name: 'what was agreed', for: 'staff', addresses: ['/people/:person/sharing', '/people/:person/sharing/conversation', '/people/:person/sharing/stop', '/people/:person/sharing/objections/new', '/api/people/:person/sharing', '/api/people/:person/sharing/objections'] },
  {
    name: 'what others would see', for: 'staff',
    addresses: ['/people/:person/would-see', '/api/people/:person/would-see?helper=:practice', '/people/:person/would-see?helper=:discreet', '/api/people/:person/would-see?helper=:ownUser'],
  },
  {
    name: 'the preview of who will see a note', for: 'staff',
    addresses: ['circle', 'internal', 'named&namedOrganisationIds=:secretOrganisation'].map((audience) => `/api/people/:person/readers?audience=${audience}&visibleToPerson=true`),
  },
  { name: 'the preview without JavaScript', for: 'staff', addresses: ['/people/:person/contact-notes/check'], body: NOTE },
  {
    name: 'what forms offer to choose from', for: 'staff',
    addresses: ['/people/:person/contact-notes/new', '/people/:person/case/new', '/people/:person/circle/add', '/people/:person/circle/add?organisation=:helper', '/api/organisations?search=a', '/api/organisations/:helper/workers', '/api/organisations/:helper/teams'],
  },
  { name: 'one’s own page, as a page and as JSON', for: 'own', addresses: ['/me', '/me?person=:person&limit=1', '/me/:person/joining/:question', '/me/:person/stop', '/me/:person/talk', '/me/:person/copy', '/api/me/:person/copy', '/me/:person/complaints', '/api/me/:person/complaints', '/me/:person/copy/:copy/pdf', '/me/:person/plan-view', '/me/:person/draft', '/api/people/:person/care-plan/proposal', '/me/suggestions?version=:draft', '/me/:person/goals/:goal', '/me/:person/about-me', '/me/:person/about-me/pdf', '/me/:person/plan/pdf', '/me/:person/about-me/:told', '/me/:person/reviews/:review', '/api/me/:person/reviews/:review', '/me/:person/reviews/:review/calendar.ics', '/me/:person/wrong/ContactNote/:note', '/api/me/people', '/api/me/page', '/me/suggestions', '/api/people/:person/care-plan/suggestions', '/api/people/:person', '/api/people/:person/timeline', '/api/people/:person/timeline?limit=1', '/api/people/:person/care-plan', '/api/people/:person/care-plan/who-does-what', '/api/people/:person/care-plan/versions/:version', '/api/people/:person/care-plan/comparison?from=:version&to=:version'] },
];

/** The names in an address and what they stand for. */
export type Fill = Subject & { readonly [name in 'secret' | 'secretOrganisation' | 'helper' | 'practice' | 'discreet' | 'ownUser' | 'other']: string };
const fill = (address: string, names: Fill): string => address.replace(/:(\w+)/g, (_, name: string) => names[name as keyof Fill]);

const next = ({ body }: Response): string | undefined => (body as { next?: string } | null)?.next ?? undefined;

/** Everything that whoever compares two answers could tell apart. The token in a form is the session's own. */
async function seen(address: string, { status, headers, text, body }: Response): Promise<string> {
  const { date: _date, 'x-request-id': _id, 'set-cookie': _cookie, ...others } = headers;
  // Who is given no file is answered with a page.
  const isFile = headers['content-type'] === 'application/pdf';
  const shown = Buffer.isBuffer(body) && !isFile ? body.toString() : Buffer.isBuffer(body) ? [await wordsIn(body), createHash('sha256').update(body).digest('hex')] : text;
  return JSON.stringify([address, status, others, shown]);
}

/** What a reader is answered at an exit, page after page. */
export async function readAt(exit: Exit, visitor: Visitor, names: Fill): Promise<string[]> {
  const answers: string[] = [];
  for (const address of exit.addresses.map((one) => fill(one, names))) {
    let answer: Response = await (exit.body ? visitor.submit(address, exit.body) : address.endsWith('/pdf') ? fileFrom(visitor.get(address)) : visitor.get(address));
    answers.push(await seen(address, answer));
    for (let page = 0; exit.name === 'cursors' && next(answer) && page < 20; page++) {
      const further = `${address}&cursor=${next(answer)}`;
      answer = await visitor.get(further);
      answers.push(await seen(further, answer));
    }
  }
  return answers;
}
