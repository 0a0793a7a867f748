import type { ComplaintOrganisation } from '@app/information-rights';
import type { Identity } from '@app/overviews';
import { TALKED_HOW } from '@app/sharing';
import { Button, Csrf, DateInput, errorFor, Input, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import { SpokeAlone } from '../../sharing/views/talk-fields';
import { HOW_WORDS } from '../../sharing/views/words';
import { organisations as sample } from './complaint-sample';

interface RecordComplaintPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  organisations: readonly ComplaintOrganisation[];
  today: string;
}

/** A complaint about what became of somebody's information, as they said it. */
export function RecordComplaintPage({ ctx, form, identity: about, organisations, today }: RecordComplaintPageProps): Html {
  const name = about.person.preferred ?? about.person.given;
  const at = `/people/${about.person.personId}`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Complains about information" today={today} errors={form.errors} back={{ href: `${at}/sharing`, text: `Back to what ${name} agreed` }}>
      <h1 class="nhsuk-heading-l">What does {name} complain about?</h1>
      <p>For when information about {name} was lost, wrong, or seen by somebody who should not have. Those who look after information there read it, and nobody else: not whom it is about, and not you once it is saved.</p>
      <form class="os-quick" method="post" action={`${at}/complaint`} novalidate>
        <Csrf ctx={ctx} />
        <Radios idPrefix="organisationId" name="organisationId" small value={form.text('organisationId')} errorMessage={errorFor(form.errors, 'organisationId')} fieldset={{ legend: { text: 'About which organisation?', size: 's' } }} items={organisations.map((one) => ({ value: one.id, text: one.name }))} />
        <Textarea id="words" name="words" label={{ text: 'What went wrong, in their own words', size: 's' }} rows="4" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
        <Input id="about" name="about" label="Whom is it about? (optional)" hint="A name, so that it does not reach them" value={form.text('about')} errorMessage={errorFor(form.errors, 'about')} />
        <DateInput id="madeOn" namePrefix="madeOn" values={form.date('madeOn', today)} errorMessage={errorFor(form.errors, 'madeOn')} hint="The 30 days begin on this day" fieldset={{ legend: { text: 'When did they complain?', size: 's' } }} />
        <Radios idPrefix="how" name="how" small value={form.text('how')} errorMessage={errorFor(form.errors, 'how')} fieldset={{ legend: { text: 'How did they complain?', size: 's' } }} items={TALKED_HOW.map((value) => ({ value, text: HOW_WORDS[value] }))} />
        <SpokeAlone form={form} />
        <Button text="Save the complaint" type="submit" />
      </form>
    </PersonShell>
  );
}

const wrong = refused({ about: 'Jo' }, missing('organisationId', 'Choose the organisation'), missing('words', 'Enter what went wrong'), missing('madeOn', 'Enter the day on which they complained'), missing('how', 'Choose how they complained'), missing('spokeAlone', 'Choose whether they spoke alone'));

export const states: PageStates = {
  full: () => <RecordComplaintPage ctx={keyWorker} form={FormState.empty} identity={identity} organisations={sample} today={TODAY} />,
  bare: () => <RecordComplaintPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} organisations={sample.slice(0, 1)} today={TODAY} />,
  errors: () => <RecordComplaintPage ctx={keyWorker} form={wrong} identity={identity} organisations={sample} today={TODAY} />,
};
