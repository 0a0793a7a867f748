import type { Joining } from '@app/care-teams';
import type { Person } from '@app/persons';
import { Button, Csrf, errorFor, Page, Radios, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { joinerName } from '../../care-teams/views/circle';
import { JoiningFacts } from '../../care-teams/views/joining-facts';
import { bareJoining, joining } from '../../care-teams/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { Alone } from './alone';
import { myPage, themself } from './sample';

interface MayTheyJoinPageProps {
  ctx: PageContext;
  form: FormState;
  person: Person;
  question: Joining;
}

/** The person's own yes or no to somebody who would like to join their team. */
export function MayTheyJoinPage({ ctx, form, person, question }: MayTheyJoinPageProps): Html {
  return (
    <Page ctx={ctx} title="May they join?" errors={form.errors} back={{ href: `/me?person=${person.personId}`, text: 'Back to my page' }}>
      <h1 class="nhsuk-heading-l">May {joinerName(question)} join your team?</h1>
      <JoiningFacts question={question} />
      <p>You need not answer now, and you need not say why. Nobody is added before you say yes, and you can change your mind later: ask anybody who helps you.</p>
      <form class="os-quick" method="post" action={`/me/${person.personId}/joining/${question.id}`} novalidate>
        <Csrf ctx={ctx} />
        <Radios idPrefix="agreed" name="agreed" value={form.text('agreed')} errorMessage={errorFor(form.errors, 'agreed')} fieldset={{ legend: { text: 'May they join?', size: 's' } }}
          items={[{ value: 'yes', text: 'Yes', hint: { text: 'They see what is above as soon as you send this' } }, { value: 'no', text: 'No', hint: { text: 'Whoever asked is told that you said no. They themselves are not' } }]} />
        <Alone form={form} />
        <Button text="Send my answer" type="submit" />
      </form>
    </Page>
  );
}

const { person } = myPage;

export const states: PageStates = {
  full: () => <MayTheyJoinPage ctx={themself} form={FormState.empty} person={person} question={joining} />,
  bare: () => <MayTheyJoinPage ctx={themself} form={FormState.empty} person={person} question={bareJoining} />,
  errors: () => <MayTheyJoinPage ctx={themself} form={refused({ present: 'My son' }, missing('agreed', 'Choose yes or no'), missing('spokeAlone', 'Choose whether nobody else was there'))} person={person} question={joining} />,
};
