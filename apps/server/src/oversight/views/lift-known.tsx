import type { KnownPerson } from '@app/oversight';
import { Button, Csrf, errorFor, formatDate, Page, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { FormState } from '../../http';
import { bareKnown, known } from './sample';

/** Lets a colleague open somebody's record again. */
export function LiftKnownPage({ ctx, form, known: { id, name, birthDate, colleague } }: { ctx: PageContext; form: FormState; known: KnownPerson }): Html {
  return (
    <Page ctx={ctx} title={`Let ${colleague} in again`} errors={form.errors} back={{ href: '/known-people', text: 'Back to colleagues who know somebody' }}>
      <h1 class="nhsuk-heading-l">Let {colleague} open the record of {name} again?</h1>
      <p>{birthDate ? `Born ${formatDate(birthDate)}. ` : ''}{colleague} said that they know {name} outside work. They open the record again only if they still help, and they are told.</p>
      <form class="os-quick" method="post" action={`/known-people/${id}`} novalidate>
        <Csrf ctx={ctx} />
        <Textarea id="because" name="because" label={{ text: 'Why may they?', size: 's' }} hint="For example: it was somebody else with this name. Kept with the decision" rows="3" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
        <Button text="Let them in again" type="submit" />
      </form>
    </Page>
  );
}

const empty = FormState.again({ status: 422, message: '', faults: [{ pointer: '/because', code: 'required', message: 'Enter why they may open the record again' }], values: { because: '' } });

export const states: PageStates = {
  full: () => <LiftKnownPage ctx={lead} form={FormState.empty} known={known} />,
  bare: () => <LiftKnownPage ctx={lead} form={FormState.empty} known={bareKnown} />,
  errors: () => <LiftKnownPage ctx={lead} form={empty} known={known} />,
};
