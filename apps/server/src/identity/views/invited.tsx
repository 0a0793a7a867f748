import { InsetText, Page, Panel, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { administrator } from './sample';

/** `link` is told once, here, and cannot be read again; null for somebody who has a password already. */
export function InvitedPage({ ctx, name, link }: { ctx: PageContext; name: string; link: string | null }): Html {
  return (
    <Page ctx={ctx} title="Invited" back={{ href: '/people-and-access', text: 'Back to people and access' }}>
      <Panel titleText={`${name} is invited`} headingLevel={1} />
      {link === null ? <p>{name} has a password already and can act for your organisation from now on.</p> : (
        <>
          <p>Give {name} this link. It works once, for 7 days, and is shown only now.</p>
          <InsetText html={<p class="os-text">{link}</p>} />
        </>
      )}
    </Page>
  );
}

export const states: PageStates = {
  full: () => <InvitedPage ctx={administrator} name="Steph Rowe" link="https://onestory.example/link/Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8" />,
  bare: () => <InvitedPage ctx={administrator} name="Steph Rowe" link={null} />,
};
