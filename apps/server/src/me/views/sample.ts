import { bareJoining, bareMember, delphine, joining } from '../../care-teams/views/sample';
import { aboutMe, bareModel, fullPlan } from '../../care-plans/views/sample';
import { whoDoesWhat } from '@app/care-plans';
import { answered } from '../../corrections/views/sample';
import { bareIdentity, entries, identity } from '../../person/views/sample';
import type { PageContext } from '@app/web-kit';
import { agreed, talkAsked } from '../../sharing/views/sample';
import type { MyPageModel } from '../me.desk';
import { aReview } from '../../reviews/views/sample';

/** Invented data for the states of views. */
export const themself: PageContext = {
  user: { name: 'Margery Plumtree-Oduya', organisation: null, kind: 'person' }, csrfToken: 'token', path: '/me', nav: 'me', navItems: [{ href: '/me', text: 'My page', key: 'me' }],
};
export const carer: PageContext = { ...themself, user: { name: 'Halina Kowalczyk', organisation: null, kind: 'carer' } };

export const myPage: MyPageModel = {
  person: identity.person, as: 'own', categories: ['identity'], keyWorker: identity.keyWorker, ringNow: { name: 'Marlshire County Council, out of hours', phone: '01632 960099', open: true },
  team: [delphine, bareMember], aboutMe, plan: fullPlan, doing: whoDoesWhat(fullPlan, [], new Map(), '2026-12-09'), timeline: entries, next: 'cursor', agreed: agreed.last, talkAsked: null, corrections: [answered], reviews: [aReview(), aReview({ id: '0190aaaa-0000-7000-8000-000000007009', state: 'closed', summary: 'You sing from the chair, and Age Well brings you by car.', outcome: 'no_change' })], joining: [joining, bareJoining], proposed: null, choices: 1,
};
export const barePage: MyPageModel = {
  ...myPage, person: bareIdentity.person, keyWorker: null, ringNow: { name: 'NHS 111, day and night', phone: '111', open: true }, team: [], aboutMe: [], plan: bareModel.plan, doing: { lines: [], gaps: [], overlaps: [], children: [] }, timeline: [], next: null, joining: [], talkAsked, corrections: [], reviews: [],
};
