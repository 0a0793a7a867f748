import type { Notice } from '@app/notifications';
import { Button, Csrf, formatDateTime, Hidden, Page, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { keyWorker } from '../../person/views/sample';
import { hrefOf, nameIn, toldOf } from '../words';

interface NoticesPageProps {
  ctx: PageContext;
  unread: readonly Notice[];
  read: readonly Notice[];
}

/** One thing that somebody is told: who it is about, what happened, when. Shared with Today. */
export const NoticeLine = ({ notice }: { notice: Notice }): Html => (
  <>
    <a class="nhsuk-link" href={hrefOf(notice)}><strong>{nameIn(notice)}</strong></a>
    <Sub>{notice.by} {toldOf(notice.kind).says}</Sub>
    <Sub>{formatDateTime(notice.toldAt)}</Sub>
  </>
);

const MarkRead = ({ ctx, notice }: { ctx: PageContext; notice: Notice }): Html => (
  <form method="post" action="/notices/read">
    <Csrf ctx={ctx} />
    <input type="hidden" name="ids" value={notice.id} />
    <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-u-margin-bottom-1" type="submit">Mark as read<Hidden>: {nameIn(notice)}, {toldOf(notice.kind).says}, {formatDateTime(notice.toldAt)}</Hidden></button>
  </form>
);

/** What the caller was told: what is new first, each with a link to the page that shows it. */
export function NoticesPage({ ctx, unread, read }: NoticesPageProps): Html {
  return (
    <Page ctx={ctx} title="Notices">
      <h1 class="nhsuk-heading-l">Notices</h1>
      <Section id="new" title={unread.length > 0 ? `New (${unread.length})` : 'New'}>
        {unread.length === 0
          ? <p>Nothing new. You are told here when somebody adds you to a circle, asks you something, or writes something for you.</p>
          : (
            <>
              <ul class="os-list">{unread.map((notice) => <li><NoticeLine notice={notice} /><MarkRead ctx={ctx} notice={notice} /></li>)}</ul>
              <form method="post" action="/notices/read"><Csrf ctx={ctx} /><Button text="Mark all as read" type="submit" variant="secondary" /></form>
            </>
          )}
      </Section>
      {read.length === 0 ? null : (
        <Section id="earlier" title="Earlier"><ul class="os-list">{read.map((notice) => <li><NoticeLine notice={notice} /></li>)}</ul></Section>
      )}
    </Page>
  );
}

const sample: Notice = {
  id: '0190aaaa-0000-7000-8000-0000000000f1', personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', kind: 'contact-note.addressed',
  subjectId: '0190aaaa-0000-7000-8000-0000000000d1', by: 'Idris Vaughan', toldAt: new Date('2026-12-09T08:40:00Z'), readAt: null,
};
const ctx: PageContext = { ...keyWorker, nav: 'notices', notices: 3 };

export const states: PageStates = {
  full: () => <NoticesPage ctx={ctx} unread={[sample, { ...sample, id: '0190aaaa-0000-7000-8000-0000000000f4', personId: null, name: null, kind: 'referral.sent' }, { ...sample, id: '0190aaaa-0000-7000-8000-0000000000f2', kind: 'key-worker.named' }]} read={[{ ...sample, id: '0190aaaa-0000-7000-8000-0000000000f3', kind: 'care-team.left', readAt: new Date('2026-12-08T10:00:00Z') }]} />,
  bare: () => <NoticesPage ctx={{ ...ctx, notices: 1 }} unread={[{ ...sample, kind: 'something.newer' }]} read={[]} />,
  empty: () => <NoticesPage ctx={{ ...ctx, notices: 0 }} unread={[]} read={[]} />,
};
