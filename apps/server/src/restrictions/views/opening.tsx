import { OPENING_REASONS, type Doorstep } from '@app/sharing';
import { Button, Csrf, errorFor, formatDate, Input, Page, Radios, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { keyWorker } from '../../person/views/sample';
import { doorstep } from './sample';
import { OPENING_WORDS } from './words';

interface OpeningPageProps {
  ctx: PageContext;
  form: FormState;
  doorstep: Doorstep;
  /** where one goes from here; `/` for the record itself */
  returnTo: string;
}

/** Before a restricted record: nothing of it but whose it is, until somebody has said why they open it. */
export function OpeningPage({ ctx, form, doorstep: { personId, name, birthDate, restricted }, returnTo }: OpeningPageProps): Html {
  const at = `/people/${personId}`;
  const back = ctx.list ?? { href: '/caseload', text: 'Back to caseload' };
  if (!restricted) {
    return (
      <Page ctx={ctx} title={`The record of ${name}`} back={back}>
        <h1 class="nhsuk-heading-l">{name}</h1>
        <p>This record is not restricted: nobody asks why you open it.</p>
        <p><a class="nhsuk-link" href={at}>Open the record</a></p>
      </Page>
    );
  }
  return (
    <Page ctx={ctx} title="Restricted record" errors={form.errors} back={back}>
      <h1 class="nhsuk-heading-l">This record is restricted</h1>
      <p><strong>{name}</strong>, {birthDate ? `born ${formatDate(birthDate)}` : 'no date of birth recorded'}. Only named workers open it, and you are one of them.</p>
      <p>Say why you open it now. It is written down with your name, and holds until you sign out. Talk about it with nobody who is not named, and leave nothing of it where others can read it.</p>
      <form class="os-quick" method="post" action={`${at}/opening`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <Radios idPrefix="because" name="because" small value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} fieldset={{ legend: { text: 'Why do you open it?', size: 's' } }} items={OPENING_REASONS.map((value) => ({ value, text: OPENING_WORDS[value] }))} />
        <Input id="words" name="words" label="In a few words" hint="Needed for “something else”" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
        <Button text="Open the record" type="submit" />
      </form>
    </Page>
  );
}

export const states: PageStates = {
  full: () => <OpeningPage ctx={keyWorker} form={new FormState({ because: 'worried', words: 'She did not answer' })} doorstep={doorstep} returnTo="/" />,
  bare: () => <OpeningPage ctx={keyWorker} form={FormState.empty} doorstep={{ ...doorstep, birthDate: null }} returnTo="/" />,
  empty: () => <OpeningPage ctx={keyWorker} form={FormState.empty} doorstep={{ ...doorstep, restricted: false }} returnTo="/" />,
  errors: () => <OpeningPage ctx={keyWorker} form={refused({}, missing('because', 'Choose why you open it'), missing('words', 'Say in a few words why you open it'))} doorstep={doorstep} returnTo="/" />,
};
