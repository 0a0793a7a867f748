import type { Person } from '@app/persons';
import { Button, Csrf, errorFor, Page, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { Alone } from './alone';
import { barePage, myPage, themself } from './sample';

interface AskToTalkPageProps {
  ctx: PageContext;
  form: FormState;
  person: Person;
}

/** Asks somebody to come back to who may see what: exceptions are for talking, because they are enforced and shown to nobody. */
export function AskToTalkPage({ ctx, form, person: { personId } }: AskToTalkPageProps): Html {
  return (
    <Page ctx={ctx} title="Talk about who may see what" errors={form.errors} back={{ href: `/me?person=${personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">Talk about who may see what</h1>
      <p>Your key worker is told that you want to talk about it. Nothing changes before you have.</p>
      <p>If somebody should not know something, say so when you talk, and not here: those who help you read what you write.</p>
      <form class="os-quick" method="post" action={`/me/${personId}/talk`} novalidate>
        <Csrf ctx={ctx} />
        <Alone form={form} />
        <Textarea id="words" name="words" label={{ text: 'Anything that we should know before we ring (optional)', size: 's' }} rows="2" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
        <Button text="Ask to talk" type="submit" />
      </form>
    </Page>
  );
}

const again = FormState.again({ status: 409, message: 'You have asked already. Nobody has talked with you yet: ring your key worker', values: { spokeAlone: 'yes' }, faults: [] });

export const states: PageStates = {
  full: () => <AskToTalkPage ctx={themself} form={FormState.empty} person={myPage.person} />,
  bare: () => <AskToTalkPage ctx={themself} form={FormState.empty} person={barePage.person} />,
  again: () => <AskToTalkPage ctx={themself} form={again} person={myPage.person} />,
  errors: () => <AskToTalkPage ctx={themself} form={refused({ words: 'After six' }, missing('spokeAlone', 'Choose whether you are alone'))} person={myPage.person} />,
};
