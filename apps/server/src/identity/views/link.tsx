import { Button, Csrf, errorFor, Page, PasswordInput, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { nobody } from './sample';

interface LinkPageProps {
  ctx: PageContext;
  form: FormState;
  token: string;
  /** null when it has been used or is too old */
  link: { purpose: 'invitation' | 'password'; name: string; email: string } | null;
}

export function LinkPage({ ctx, form, token, link }: LinkPageProps): Html {
  if (!link) return <TooOld ctx={ctx} />;
  const title = link.purpose === 'invitation' ? `Welcome to OneStory, ${link.name}` : 'Set a new password';
  return (
    <Page ctx={ctx} title={title} errors={form.errors}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {link.purpose === 'invitation' ? <p>Set a password. From then on you sign in with it and with your e-mail address, {link.email}.</p> : <p>For {link.email}. Wherever you are signed in now, you will be signed out.</p>}
      <form method="post" action={`/link/${token}`} novalidate>
        <Csrf ctx={ctx} />
        {/* For the browser’s keeper of passwords. */}
        <input type="text" value={link.email} autocomplete="username" readonly hidden />
        <PasswordInput id="password" name="password" label="Password" hint="10 characters or more. Three words are easy to remember." autocomplete="new-password"
          classes="nhsuk-u-width-two-thirds" errorMessage={errorFor(form.errors, 'password')} />
        <Button text="Set password" type="submit" />
      </form>
    </Page>
  );
}

const TooOld = ({ ctx }: { ctx: PageContext }): Html => (
  <Page ctx={ctx} title="This link does not work any more">
    <h1 class="nhsuk-heading-l">This link does not work any more</h1>
    <p>A link works once. An invitation is good for 7 days, a link for a new password for 30 minutes.</p>
    <p>If somebody invited you, ask them for a new one: the person in your organisation who looks after “People and access”.</p>
    <p>If you have a password already, <a class="nhsuk-link" href="/sign-in">sign in</a>, or <a class="nhsuk-link" href="/forgotten-password">get a link for a new password</a>.</p>
  </Page>
);

const link = { purpose: 'invitation', name: 'Delphine Carter', email: 'delphine@example.org' } as const;
const short = FormState.again({
  status: 422, message: '', values: { password: '' },
  faults: [{ pointer: '/password', code: 'password.short', message: 'The password must be 10 characters or more: three words are easy to remember' }],
});

export const states: PageStates = {
  full: () => <LinkPage ctx={nobody} form={FormState.empty} token="t" link={link} />,
  bare: () => <LinkPage ctx={nobody} form={FormState.empty} token="t" link={{ ...link, purpose: 'password' }} />,
  empty: () => <LinkPage ctx={nobody} form={FormState.empty} token="t" link={null} />,
  errors: () => <LinkPage ctx={nobody} form={short} token="t" link={link} />,
};
