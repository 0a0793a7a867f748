import type { HeldLook } from '@app/oversight';
import { Button, Csrf, DateInput, errorFor, formatDate, Page, Radios, SummaryList, summaryRow, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { FormState } from '../../http';
import { bareHeld, held as sample } from './sample';

/** Whether what was held back may be shown now. Until somebody decides it stays held back. */
export function SettleHeldPage({ ctx, form, held: { id, name, birthDate, who, organisation, because, reviewOn, heldBy, heldAt } }: { ctx: PageContext; form: FormState; held: HeldLook }): Html {
  return (
    <Page ctx={ctx} title={`Held back from ${name}`} errors={form.errors} back={{ href: '/held-looks', text: 'Back to what is held back' }}>
      <h1 class="nhsuk-heading-l">May {name} read it now?</h1>
      <SummaryList rows={[
        summaryRow('Born', birthDate && formatDate(birthDate), 'No date of birth recorded'),
        summaryRow('Whose visits', `${who ?? 'Everybody'}, ${organisation}`, ''),
        summaryRow('Why held back', because, ''),
        summaryRow('Held back by', `${heldBy}, ${formatDate(heldAt)}`, ''),
        summaryRow('Look again', formatDate(reviewOn), ''),
      ]} />
      <form class="os-quick" method="post" action={`/held-looks/${id}`} novalidate>
        <Csrf ctx={ctx} />
        <Radios idPrefix="decision" name="decision" small value={form.text('decision')} errorMessage={errorFor(form.errors, 'decision')} fieldset={{ legend: { text: 'What happens now?', size: 's' } }}
          items={[{ value: 'hold', text: 'Hold it back again' }, { value: 'show', text: 'Show it', hint: { text: 'Past visits stand on their page as well from then on' } }]} />
        <Textarea id="because" name="because" label={{ text: 'Why?', size: 's' }} rows="3" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
        <DateInput id="reviewOn" namePrefix="reviewOn" values={form.date('reviewOn')} errorMessage={errorFor(form.errors, 'reviewOn')} hint="Only where it is held back again: within three months" fieldset={{ legend: { text: 'When do you look at it again?', size: 's' } }} />
        <Button text="Save the decision" type="submit" />
      </form>
    </Page>
  );
}

const refused = FormState.again({
  status: 422, message: '', values: { decision: 'hold', because: '' },
  faults: [{ pointer: '/because', code: 'required', message: 'Enter why' }, { pointer: '/reviewOn', code: 'required', message: 'Enter the day to look at it again' }],
});

export const states: PageStates = {
  full: () => <SettleHeldPage ctx={lead} form={FormState.empty} held={sample} />,
  bare: () => <SettleHeldPage ctx={lead} form={FormState.empty} held={bareHeld} />,
  errors: () => <SettleHeldPage ctx={lead} form={refused} held={sample} />,
};
