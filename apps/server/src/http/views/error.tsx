import { Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { titleOf } from '../faults';

const HEADINGS: Record<number, string> = {
  403: 'You cannot do this',
  404: 'There is nothing here that you can see',
  409: 'Someone changed this while you were writing',
  413: 'This is too large',
  429: 'Too many tries',
  500: 'Something went wrong',
  503: 'The service is busy',
};

interface ErrorPageProps {
  ctx: PageContext;
  status: number;
  /** what happened and what to do, in words for whoever reads it */
  message: string;
}

/** A refusal or a failure as a page. It never says what was asked for, so that hidden and missing look the same. */
export function ErrorPage({ ctx, status, message }: ErrorPageProps): Html {
  const heading = HEADINGS[status] ?? titleOf(status);
  return (
    <Page ctx={ctx} title={heading}>
      <h1 class="nhsuk-heading-l">{heading}</h1>
      {message === heading ? null : <p>{message}.</p>}
      {status === 404 ? <p>If you typed the address, check it. If somebody gave it to you, ask them: it may be about somebody whom you do not support.</p> : null}
      <p><a class="nhsuk-link" href="/">Go to the start page</a></p>
    </Page>
  );
}

const ctx: PageContext = { user: { name: 'Jo Whitcombe', organisation: 'Marlshire County Council', kind: 'staff' }, csrfToken: 'token', path: '/x', nav: null, navItems: [] };

export const states: PageStates = {
  full: () => <ErrorPage ctx={ctx} status={409} message="Both texts are kept. Load the page again" />,
  bare: () => <ErrorPage ctx={{ ...ctx, user: null }} status={500} message="Something went wrong on our side. Nothing was saved. Try again in a moment" />,
  empty: () => <ErrorPage ctx={ctx} status={404} message="There is nothing here that you can see" />,
  errors: () => <ErrorPage ctx={ctx} status={403} message="You cannot do this. Ask your administrator if you think you should" />,
};
