import { Button, Csrf, Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { administrator } from './sample';

export function SignOutPage({ ctx }: { ctx: PageContext }): Html {
  return (
    <Page ctx={ctx} title="Sign out" back={{ href: '/', text: 'Back' }}>
      <h1 class="nhsuk-heading-l">Sign out</h1>
      <p>Always sign out when you share this computer or phone.</p>
      <form method="post" action="/sign-out" novalidate>
        <Csrf ctx={ctx} />
        <Button text="Sign out" type="submit" />
      </form>
    </Page>
  );
}

export const states: PageStates = { full: () => <SignOutPage ctx={administrator} />, bare: () => <SignOutPage ctx={{ ...administrator, navItems: [] }} /> };
