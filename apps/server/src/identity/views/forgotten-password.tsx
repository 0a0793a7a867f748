import { Button, Csrf, errorFor, Input, Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { nobody } from './sample';

export function ForgottenPasswordPage({ ctx, form, sent }: { ctx: PageContext; form: FormState; sent: 'by mail' | 'by hand' | null }): Html {
  return (
    <Page ctx={ctx} title="Forgotten password" errors={form.errors} back={{ href: '/sign-in', text: 'Back to sign in' }}>
      {sent ? <Sent how={sent} /> : (
        <>
          <h1 class="nhsuk-heading-l">I have forgotten my password</h1>
          <form method="post" action="/forgotten-password" novalidate>
            <Csrf ctx={ctx} />
            <Input id="email" name="email" type="email" label="E-mail address" hint="We make a link with which you can set a new password. It works once, for 30 minutes."
              autocomplete="username" spellcheck={false} classes="nhsuk-u-width-two-thirds" value={form.text('email')} errorMessage={errorFor(form.errors, 'email')} />
            <Button text="Get a link" type="submit" />
          </form>
        </>
      )}
    </Page>
  );
}

const Sent = ({ how }: { how: 'by mail' | 'by hand' }): Html => how === 'by mail' ? (
  <>
    <h1 class="nhsuk-heading-l">Look into your e-mail</h1>
    <p>If somebody signs in with this e-mail address, we have sent a link to it. It works once, for 30 minutes.</p>
    <p>Nothing after a few minutes? Look among the unwanted mail, or <a class="nhsuk-link" href="/forgotten-password">ask for another link</a>.</p>
  </>
) : (
  <>
    <h1 class="nhsuk-heading-l">Ask for your link</h1>
    <p>If somebody signs in with this e-mail address, a link has been made. It works once, for 30 minutes.</p>
    <p>This service does not send e-mail: ask whoever runs it in your organisation to give you the link.</p>
  </>
);

const wrong = FormState.again({
  status: 422, message: '', values: { email: 'jo' }, faults: [{ pointer: '/email', code: 'email', message: 'Your e-mail address must be like name@example.org' }],
});

export const states: PageStates = {
  full: () => <ForgottenPasswordPage ctx={nobody} form={FormState.empty} sent="by mail" />,
  byHand: () => <ForgottenPasswordPage ctx={nobody} form={FormState.empty} sent="by hand" />,
  bare: () => <ForgottenPasswordPage ctx={nobody} form={FormState.empty} sent={null} />,
  errors: () => <ForgottenPasswordPage ctx={nobody} form={wrong} sent={null} />,
};
