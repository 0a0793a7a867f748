import { SAID_VIEWS, type CarePlan } from '@app/care-plans';
import type { Identity } from '@app/overviews';
import { TALKED_HOW } from '@app/sharing';
import { Button, Csrf, errorFor, Radios, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { SpokeAlone } from '../../sharing/views/talk-fields';
import { HOW_WORDS } from '../../sharing/views/words';
import { fullPlan } from './sample';
import { ViewOfPerson } from './view-of-person';
import { versionWords, VIEW_CHOICES } from './words';

interface RecordViewPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  plan: CarePlan;
  today: string;
}

/** Writes down what the person said about a plan that is published: by telephone, on paper, face to face. */
export function RecordViewPage({ ctx, form, identity, plan, today }: RecordViewPageProps): Html {
  const { person } = identity;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/plan`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="What they think of the plan" today={today} errors={form.errors} back={{ href: at, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l">What did {name} say about the plan?</h1>
      <p>{plan.version ? versionWords(plan.version) : 'The plan'} does not change by this. To change it, revise the plan. The key worker is told.</p>
      <form class="os-quick" method="post" action={`${at}/view`} novalidate>
        <Csrf ctx={ctx} />
        <Radios idPrefix="view" name="view" small value={form.text('view')} errorMessage={errorFor(form.errors, 'view')} fieldset={{ legend: { text: `What does ${name} think of it?`, size: 's' } }}
          hint="Their own view: a relative’s is never theirs" items={SAID_VIEWS.map((value) => ({ value, text: VIEW_CHOICES[value] }))} />
        <Textarea id="comment" name="comment" label={{ text: 'In their own words (optional)', size: 's' }} rows="2" value={form.text('comment')} errorMessage={errorFor(form.errors, 'comment')} />
        <Radios idPrefix="how" name="how" small value={form.text('how')} errorMessage={errorFor(form.errors, 'how')} fieldset={{ legend: { text: 'How did you talk?', size: 's' } }} items={TALKED_HOW.map((value) => ({ value, text: HOW_WORDS[value] }))} />
        <SpokeAlone form={form} />
        <Button text="Save what they said" type="submit" />
      </form>
      <ViewOfPerson plan={plan} name={name} />
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <RecordViewPage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} plan={fullPlan} today={TODAY} />,
  bare: () => <RecordViewPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} plan={{ ...fullPlan, views: [] }} today={TODAY} />,
  errors: () => <RecordViewPage ctx={keyWorker} form={refused({ comment: 'Not on Thursdays' }, missing('view', 'Choose what they think of the plan'), missing('how', 'Choose how you talked'), missing('spokeAlone', 'Choose whether they spoke alone'))} identity={sampleIdentity} plan={fullPlan} today={TODAY} />,
};
