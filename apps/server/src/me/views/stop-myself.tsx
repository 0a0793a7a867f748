import type { Person } from '@app/persons';
import { Button, Csrf, errorFor, Page, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { Alone } from './alone';
import { barePage, myPage, themself } from './sample';

interface StopMyselfPageProps {
  ctx: PageContext;
  form: FormState;
  person: Person;
}

/** What follows when somebody stops sharing by themselves, in the same plain words as to staff; then it does. */
export function StopMyselfPage({ ctx, form, person: { personId } }: StopMyselfPageProps): Html {
  return (
    <Page ctx={ctx} title="Stop sharing" errors={form.errors} back={{ href: `/me?person=${personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">Do you want us to stop sharing?</h1>
      <p>When you send this, and at once:</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>No organisation that was let in opens your record any more. That may include your key worker.</li>
        <li>The organisation that registered you still opens it. An advocate, and family with a page of their own, keep it until their own help is ended.</li>
        <li>Nothing is deleted. Each organisation keeps the record of its own work.</li>
        <li>Help itself does not end by this. Ring whoever comes to you if you want them to stay away.</li>
        <li>Nobody is added again before you say yes to them.</li>
      </ul>
      <p>If you are not sure, <a class="nhsuk-link" href={`/me/${personId}/talk`}>ask to talk about it first</a>.</p>
      <form class="os-quick" method="post" action={`/me/${personId}/stop`} novalidate>
        <Csrf ctx={ctx} />
        <Alone form={form} />
        <Textarea id="words" name="words" label={{ text: 'In your own words (optional)', size: 's' }} hint="Those who can still open your record read this" rows="2" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
        <Button text="Stop sharing" type="submit" variant="warning" />
      </form>
    </Page>
  );
}

export const states: PageStates = {
  full: () => <StopMyselfPage ctx={themself} form={FormState.empty} person={myPage.person} />,
  bare: () => <StopMyselfPage ctx={themself} form={FormState.empty} person={barePage.person} />,
  errors: () => <StopMyselfPage ctx={themself} form={refused({ words: 'No more' }, missing('spokeAlone', 'Choose whether you are alone'))} person={myPage.person} />,
};
