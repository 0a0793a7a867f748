import { Page, type Html, type PageContext, type PageStates } from '@app/web-kit';

export function AccessibilityPage({ ctx }: { ctx: PageContext }): Html {
  return (
    <Page ctx={ctx} title="Accessibility statement">
      <h1 class="nhsuk-heading-l">Accessibility statement</h1>
      <p>Everybody should be able to use this service: with a keyboard, with a screen reader, on a phone, at 400% zoom, without JavaScript, on paper.</p>
      <h2 class="nhsuk-heading-m">How it is tested</h2>
      <p>With every change each page is checked by axe against the Web Content Accessibility Guidelines 2.2, level AA, at the size of a phone and of a desk, and the journeys are walked by keyboard and without JavaScript. Automated checks find only part of what can be wrong. Nobody with a screen reader has tested this version yet.</p>
      <h2 class="nhsuk-heading-m">Tell us what is hard</h2>
      <p>Tell whoever looks after “People and access” in your organisation. If you are the person whom a page is about, tell your key worker: everything can also be read to you, printed, or sent in another format.</p>
    </Page>
  );
}

const ctx: PageContext = { user: null, csrfToken: 'token', path: '/accessibility', nav: null, navItems: [] };
export const states: PageStates = { full: () => <AccessibilityPage ctx={ctx} /> };
