import { Page, type Html, type PageContext, type PageStates } from '@app/web-kit';

export function HelpPage({ ctx }: { ctx: PageContext }): Html {
  return (
    <Page ctx={ctx} title="Help">
      <h1 class="nhsuk-heading-l">Help</h1>
      <h2 class="nhsuk-heading-m">Somebody is in danger now</h2>
      <p>Ring 999. This service is not read round the clock, and nobody is alerted by what you write here.</p>
      <h2 class="nhsuk-heading-m">You cannot sign in</h2>
      <p>If you have forgotten your password, <a class="nhsuk-link" href="/forgotten-password">get a link for a new one</a>. If your invitation is too old, or your job has changed, ask whoever looks after “People and access” in your organisation.</p>
      <h2 class="nhsuk-heading-m">You cannot find somebody</h2>
      <p>You see people whom your organisation supports. Try fewer letters, the date of birth or the NHS number. If you should see somebody and do not, ask their key worker to add you to the circle.</p>
      <h2 class="nhsuk-heading-m">Something about a person is wrong</h2>
      <p>Nothing is ever overwritten: add a correction beside the entry. A note that is about somebody else can be moved by whoever wrote it.</p>
    </Page>
  );
}

const ctx: PageContext = { user: null, csrfToken: 'token', path: '/help', nav: null, navItems: [] };
export const states: PageStates = { full: () => <HelpPage ctx={ctx} /> };
