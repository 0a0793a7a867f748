import type { Disputed } from '@app/corrections';
import type { Identity } from '@app/overviews';
import { TALKED_HOW } from '@app/sharing';
import { Button, Csrf, errorFor, InsetText, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import { SpokeAlone } from '../../sharing/views/talk-fields';
import { HOW_WORDS } from '../../sharing/views/words';
import { disputed } from './sample';

interface RecordWrongPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  disputed: Disputed;
  today: string;
}

/** Writes down what the person says is wrong, as they said it: by telephone, on paper, face to face. */
export function RecordWrongPage({ ctx, form, identity: about, disputed: { kind, item, words, organisation }, today }: RecordWrongPageProps): Html {
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/corrections`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="They say this is wrong" today={today} errors={form.errors} back={{ href: at, text: `Back to what ${name} says is wrong` }}>
      <h1 class="nhsuk-heading-l">What does {name} say is wrong?</h1>
      <p>{organisation} wrote:</p>
      <InsetText text={words} />
      <p>What {name} says stands beside it for everybody who may read it. {organisation} answers within a month.</p>
      <form class="os-quick" method="post" action={`${at}/of/${kind}/${item}`} novalidate>
        <Csrf ctx={ctx} />
        <Textarea id="statement" name="statement" label={{ text: 'In their own words', size: 's' }} rows="3" value={form.text('statement')} errorMessage={errorFor(form.errors, 'statement')} />
        <Radios idPrefix="how" name="how" small value={form.text('how')} errorMessage={errorFor(form.errors, 'how')} fieldset={{ legend: { text: 'How did you talk?', size: 's' } }} items={TALKED_HOW.map((value) => ({ value, text: HOW_WORDS[value] }))} />
        <SpokeAlone form={form} />
        <Button text="Save what they said" type="submit" />
      </form>
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <RecordWrongPage ctx={keyWorker} form={FormState.empty} identity={identity} disputed={disputed} today={TODAY} />,
  bare: () => <RecordWrongPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} disputed={disputed} today={TODAY} />,
  errors: () => <RecordWrongPage ctx={keyWorker} form={refused({}, missing('statement', 'Enter what they say is wrong'), missing('how', 'Choose how you talked'), missing('spokeAlone', 'Choose whether they spoke alone'))} identity={identity} disputed={disputed} today={TODAY} />,
};
