import type { Joining } from '@app/care-teams';
import type { Identity } from '@app/overviews';
import { Button, Csrf, errorFor, Radios, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import { SpokeAlone } from '../../sharing/views/talk-fields';
import { joinerName } from './circle';
import { JoiningFacts } from './joining-facts';
import { bareJoining, joining } from './sample';

interface AnswerQuestionPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  question: Joining;
  today: string;
}

/** Writes down what the person said, on paper, by phone or face to face, to whoever asked whether somebody may join. */
export function AnswerQuestionPage({ ctx, form, identity: about, question, today }: AnswerQuestionPageProps): Html {
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/circle`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Write down the answer" today={today} errors={form.errors} back={{ href: at, text: 'Back to people and services' }}>
      <h1 class="nhsuk-heading-l">What did {name} say about {joinerName(question)}?</h1>
      <JoiningFacts question={question} />
      <form class="os-quick" method="post" action={`${at}/questions/${question.id}/answer`} novalidate>
        <Csrf ctx={ctx} />
        <Radios idPrefix="agreed" name="agreed" small value={form.text('agreed')} errorMessage={errorFor(form.errors, 'agreed')} fieldset={{ legend: { text: 'May they join?', size: 's' } }}
          hint={`${name} may answer on their own page instead`} items={[{ value: 'yes', text: `${name} said yes: they can open what is above when this is saved` }, { value: 'no', text: `${name} said no: nobody is added, and they are not told` }]} />
        <SpokeAlone form={form} />
        <Button text="Save the answer" type="submit" />
      </form>
      <form method="post" action={`${at}/questions/${question.id}/withdrawal`}>
        <Csrf ctx={ctx} />
        <Button text="Take the question back" type="submit" variant="secondary" />
      </form>
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <AnswerQuestionPage ctx={keyWorker} form={FormState.empty} identity={identity} question={joining} today={TODAY} />,
  bare: () => <AnswerQuestionPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} question={bareJoining} today={TODAY} />,
  errors: () => <AnswerQuestionPage ctx={keyWorker} form={refused({}, missing('agreed', 'Choose yes or no'), missing('spokeAlone', 'Choose whether nobody else was there'))} identity={identity} question={joining} today={TODAY} />,
};
