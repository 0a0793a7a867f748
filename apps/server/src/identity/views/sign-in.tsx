import { Button, Csrf, errorFor, Input, InsetText, Page, PasswordInput, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { nobody } from './sample';

interface SignInPageProps {
  ctx: PageContext;
  form: FormState;
  /** what was typed before being signed out waits for whoever typed it */
  waits: boolean;
  /** a path of our own, or nothing */
  returnTo: string;
}

export function SignInPage({ ctx, form, waits, returnTo }: SignInPageProps): Html {
  const goTo = form.text('return', returnTo);
  return (
    <Page ctx={ctx} title="Sign in" errors={form.errors}>
      <h1 class="nhsuk-heading-l">Sign in</h1>
      {waits ? <InsetText text="You were signed out. What you typed has been kept. Sign in to go on." /> : null}
      <form method="post" action="/sign-in" novalidate>
        <Csrf ctx={ctx} />
        {goTo ? <input type="hidden" name="return" value={goTo} /> : null}
        <Input id="email" name="email" type="email" label="E-mail address" autocomplete="username" spellcheck={false} classes="nhsuk-u-width-two-thirds"
          value={form.text('email')} errorMessage={errorFor(form.errors, 'email')} />
        <PasswordInput id="password" name="password" label="Password" autocomplete="current-password" classes="nhsuk-u-width-two-thirds"
          errorMessage={errorFor(form.errors, 'password')} />
        <Button text="Sign in" type="submit" />
      </form>
      <p><a class="nhsuk-link" href="/forgotten-password">I have forgotten my password</a></p>
    </Page>
  );
}

const wrong = FormState.again({
  status: 422, message: '', values: { email: 'jo@example.org' },
  faults: [{ pointer: '/email', code: 'signIn.wrong', message: 'The e-mail address or the password is wrong' }],
});

export const states: PageStates = {
  full: () => <SignInPage ctx={{ ...nobody, flash: 'Your password is set. Sign in with it' }} form={FormState.empty} waits={true} returnTo="/caseload" />,
  bare: () => <SignInPage ctx={nobody} form={FormState.empty} waits={false} returnTo="" />,
  empty: () => <SignInPage ctx={nobody} form={FormState.empty} waits={true} returnTo="" />,
  errors: () => <SignInPage ctx={nobody} form={wrong} waits={false} returnTo="" />,
};
