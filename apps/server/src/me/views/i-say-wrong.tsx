import type { Disputed } from '@app/corrections';
import type { Person } from '@app/persons';
import { Button, Csrf, errorFor, InsetText, Page, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { disputed } from '../../corrections/views/sample';
import { FormState } from '../../http';
import { Alone } from './alone';
import { barePage, myPage, themself } from './sample';

interface ISayWrongPageProps {
  ctx: PageContext;
  form: FormState;
  person: Person;
  disputed: Disputed;
}

/** "I say this is wrong": of what somebody wrote about them, in the person's own words. */
export function ISayWrongPage({ ctx, form, person: { personId }, disputed: { kind, item, words, organisation } }: ISayWrongPageProps): Html {
  return (
    <Page ctx={ctx} title="I say this is wrong" errors={form.errors} back={{ href: `/me?person=${personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">What is wrong?</h1>
      <p>{organisation} wrote:</p>
      <InsetText text={words} />
      <p>What you say stands beside it, for everybody who may read it. {organisation} must answer within a month: they correct it, or say why they do not.</p>
      <form class="os-quick" method="post" action={`/me/${personId}/wrong/${kind}/${item}`} novalidate>
        <Csrf ctx={ctx} />
        <Textarea id="statement" name="statement" label={{ text: 'In your own words', size: 's' }} rows="3" value={form.text('statement')} errorMessage={errorFor(form.errors, 'statement')} />
        <Alone form={form} />
        <Button text="Send what I say" type="submit" />
      </form>
    </Page>
  );
}

export const states: PageStates = {
  full: () => <ISayWrongPage ctx={themself} form={FormState.empty} person={myPage.person} disputed={disputed} />,
  bare: () => <ISayWrongPage ctx={themself} form={FormState.empty} person={barePage.person} disputed={disputed} />,
  errors: () => <ISayWrongPage ctx={themself} form={refused({ present: 'My sister' }, missing('statement', 'Enter what is wrong'), missing('spokeAlone', 'Choose whether you are alone'))} person={myPage.person} disputed={disputed} />,
};
