import type { Queue, QueuePart, SeenReferral } from '@app/referrals';
import { EmptyState, formatDate, Page, SubNav, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { unreadWords } from '../../http/unread';
import { TODAY } from '../../person/views/sample';
import type { QueuePage } from '../referral.desk';
import type { ReadReferrals } from '../referrals.commands';
import { OTHERS, received, receiver, sent } from './sample';
import { AgeWords, StateTag, whoWords } from './words';

interface ReferralsPageProps extends QueuePage {
  ctx: PageContext;
  query: ReadReferrals;
  /** the local calendar day */
  today: string;
}

/** What is to be done next, in a line. */
function nextWords({ referral, names, side }: SeenReferral): string {
  if (referral.state === 'declined' && side === 'sender') return referral.settledAt ? 'Declined, and taken care of' : `Back with you${names.redirectService ? `: they suggest ${names.redirectService}` : ''}`;
  if (referral.state === 'info_requested') return side === 'sender' ? 'Answer their question' : 'Waits for their answer';
  if (referral.promiseDate && referral.isOpen) return `Help promised by ${formatDate(referral.promiseDate)}`;
  return '';
}

function One({ seen, today }: { seen: SeenReferral; today: string }): Html {
  const { referral, names, side } = seen;
  const next = nextWords(seen);
  return (
    <li id={`referral-${referral.id}`}>
      <a class="nhsuk-link" href={`/referrals/${referral.id}`}>{whoWords(seen)}, {referral.serviceName}</a> <StateTag state={referral.state} />
      <Sub>{side === 'receiver' ? `From ${referral.senderName}, ${names.from}` : `To ${names.to}, by ${referral.senderName}`}</Sub>
      <Sub><AgeWords seen={seen} today={today} />{next ? `. ${next}` : null}</Sub>
    </li>
  );
}

const EMPTY = {
  received: <EmptyState title="No referral has come"><p>When somebody refers to one of your services, it appears here with its age. What you offer stands in <a class="nhsuk-link" href="/services">Services</a>.</p></EmptyState>,
  sent: <EmptyState title="You have not referred anyone"><p><a class="nhsuk-link" href="/people">Find a person</a>, open Referrals on their page, and choose a service.</p></EmptyState>,
};

const ONLY_WORDS: Record<QueuePart, Record<Queue, string>> = {
  waiting: { received: 'Only those that wait for an answer', sent: 'Only those that wait for an answer, or came back with a no' },
  late: { received: 'Only those that should have been answered by now', sent: 'Only those that should have been answered by now' },
};

/** Referrals that came to us, and those that we sent: what waits for an answer first, the oldest on top. */
export function ReferralsPage({ ctx, query, rows, next, today }: ReferralsPageProps): Html {
  const queue = query.queue ?? 'received';
  const href = (one: string): string => (one === 'received' ? '/referrals' : `/referrals?queue=${one}`);
  const part = (more: Record<string, string>): string => `/referrals?${new URLSearchParams({ queue, ...(query.only && { only: query.only }), ...more }).toString()}`;
  const unread = unreadWords(query, { queue: 'list', only: 'filter', limit: 'number of rows', cursor: 'page' });
  return (
    <Page ctx={ctx} title={`Referrals ${queue}`}>
      <h1 class="nhsuk-heading-l">Referrals</h1>
      {unread ? <p class="os-result">{unread}</p> : null}
      <SubNav label="Referrals" items={(['received', 'sent'] as const).map((one) => ({ href: href(one), text: one === 'received' ? 'Received' : 'Sent', current: one === queue }))} />
      {query.only ? <p class="os-result">{ONLY_WORDS[query.only][queue]}. <a class="nhsuk-link" href={href(queue)}>Show all of them</a></p> : null}
      {rows.length === 0 ? query.only ? <p>There is none.</p> : EMPTY[queue] : <ul class="os-list">{rows.map((seen) => <One seen={seen} today={today} />)}</ul>}
      <p class="os-actions os-noprint">
        {query.cursor ? <a class="nhsuk-link" href={part({})}>First page</a> : null}
        {next ? <a class="nhsuk-link" href={part({ cursor: next })} rel="next">Next page</a> : null}
      </p>
    </Page>
  );
}

export const states: PageStates = {
  full: () => <ReferralsPage ctx={receiver} query={{ queue: 'received', limit: 50, cursor: 'c' }} next="next" today={TODAY}
    rows={[received(), received({ id: OTHERS[0], state: 'info_requested', question: 'Which floor?' }), received({ id: OTHERS[1], state: 'accepted', promiseDate: '2026-12-20' }), received({ id: OTHERS[2], state: 'withdrawn' })]} />,
  bare: () => <ReferralsPage ctx={receiver} query={{ limit: 50 }} rows={[received({ summary: [] })]} next={null} today={TODAY} />,
  empty: () => <ReferralsPage ctx={receiver} query={{ limit: 50 }} rows={[]} next={null} today={TODAY} />,
  sent: () => <ReferralsPage ctx={receiver} query={{ queue: 'sent', limit: 50 }} next={null} today={TODAY} rows={[sent({ state: 'declined', declineReason: 'no_capacity' }), sent({ id: OTHERS[0], state: 'info_requested' }), sent({ id: OTHERS[1], state: 'completed' })]} />,
  waiting: () => <ReferralsPage ctx={receiver} query={{ queue: 'received', only: 'waiting', limit: 50 }} rows={[received()]} next={null} today={TODAY} />,
  noneLate: () => <ReferralsPage ctx={receiver} query={{ queue: 'sent', only: 'late', limit: 50 }} rows={[]} next={null} today={TODAY} />,
  sentEmpty: () => <ReferralsPage ctx={receiver} query={{ queue: 'sent', limit: 50 }} rows={[]} next={null} today={TODAY} />,
};
