import { Page, type Html, type PageContext, type PageStates } from '@app/web-kit';

export function PrivacyPage({ ctx }: { ctx: PageContext }): Html {
  return (
    <Page ctx={ctx} title="Privacy">
      <h1 class="nhsuk-heading-l">Privacy</h1>
      <p>This service holds one story about each person, written by those who help them. The organisation that writes something is answerable for it.</p>
      <h2 class="nhsuk-heading-m">Who sees what</h2>
      <p>Only those who help the person, and of that only what the person knows is shared. Some things, for example about mental health or debts, are shared only where they are needed. The person can say no.</p>
      <h2 class="nhsuk-heading-m">Every look is written down</h2>
      <p>Who opened which record, when and why can never be deleted. The person can ask who looked.</p>
      <h2 class="nhsuk-heading-m">Cookies</h2>
      <p>Two cookies: one keeps you signed in, one makes sure that what you typed comes back only to you if you were signed out. Neither follows you anywhere else.</p>
    </Page>
  );
}

const ctx: PageContext = { user: null, csrfToken: 'token', path: '/privacy', nav: null, navItems: [] };
export const states: PageStates = { full: () => <PrivacyPage ctx={ctx} /> };
