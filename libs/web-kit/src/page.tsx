import { asset } from './assets';
import { PageHeader } from './header';
import { raw, type Child, type Html } from './html';
import { BackLink, ErrorSummary, Footer, NotificationBanner, SkipLink } from './nhs';
import type { FieldError, PageContext } from './page-context';

export { errorFor, readerOf, type FieldError, type NavKey, type PageContext } from './page-context';

const DOCTYPE = '<!DOCTYPE html>';

/** The whole HTML document. Nothing in it is inline, so the content security policy needs no exceptions. */
export function Document(props: { title: string; bodyClass?: string; children: Child }): Html {
  return (
    <>
      {raw(DOCTYPE)}
      <html lang="en-GB">
        <head>
          <meta charset="utf-8" />
          <title>{props.title} – OneStory</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#005eb8" />
          <meta name="format-detection" content="telephone=no" />
          <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={asset('app.css')} />
          <script src={asset('app.js')} type="module"></script>
        </head>
        <body class={props.bodyClass}>
          <script src={asset('early.js')}></script>
          {props.children}
        </body>
      </html>
    </>
  );
}

/** A document as the text to send. Throws if it is only a part of a page. */
export function renderPage(html: Html): string {
  const text = html.toString();
  if (!text.startsWith(DOCTYPE)) throw new TypeError('Only a whole page can be sent: wrap it in <Page> or <Document>');
  return text;
}

export interface PageProps {
  ctx: PageContext;
  /** What the tab says. With errors "Error: " is put before it. */
  title: string;
  /** For lists: the whole width of the screen. */
  wide?: boolean;
  /** Where one came from; keep a list's filters in the address. */
  back?: { href: string; text: string };
  errors?: readonly FieldError[];
  /** Between the header and the content: the identity banner. */
  beforeMain?: Child;
  /** A second skip link, for example to a list; only when its target is on the page. */
  skipTo?: { href: string; text: string };
  /** The person's id whose changes may be announced here. */
  live?: string;
  /** Exactly one h1, then the content. */
  children: Child;
}

const errorLink = (error: FieldError) => ({ text: error.text, href: `#${error.field}` });

const FOOTER = [
  { href: '/help', text: 'Help' },
  { href: '/accessibility', text: 'Accessibility statement' },
  { href: '/privacy', text: 'Privacy' },
];

/**
 * The shell of every page: skip links, header, identity banner, back link, what is wrong or what was done, content, and
 * help always in the same place.
 */
export function Page(props: PageProps): Html {
  const { ctx } = props;
  const errors = props.errors ?? [];
  const isForPeople = ctx.user !== null && ctx.user.kind !== 'staff';
  return (
    <Document title={`${errors.length > 0 ? 'Error: ' : ''}${props.title}`} bodyClass={isForPeople ? 'os-me' : undefined}>
      <SkipLink href="#maincontent" text="Skip to main content" />
      {props.skipTo ? <SkipLink href={props.skipTo.href} text={props.skipTo.text} /> : null}
      <PageHeader ctx={ctx} />
      {props.beforeMain}
      <div class={`nhsuk-width-container${props.wide ? ' os-wide' : ''}`}>
        {props.back ? <nav aria-label="Back"><BackLink href={props.back.href} text={props.back.text} /></nav> : null}
        <main class="nhsuk-main-wrapper os-main" id="maincontent" data-live={props.live}>
          {errors.length > 0 ? <ErrorSummary heading="There is a problem" errorList={errors.map(errorLink)} /> : null}
          {ctx.notice ? <NotificationBanner text={ctx.notice} /> : null}
          {ctx.flash ? <NotificationBanner variant="success" text={ctx.flash} /> : null}
          {props.children}
        </main>
      </div>
      <Footer meta={{ items: FOOTER }} copyright="OneStory" />
    </Document>
  );
}

/** The hidden field that every POST form carries. */
export const Csrf = (props: { ctx: PageContext }) => <input type="hidden" name="_csrf" value={props.ctx.csrfToken} />;
