import { Button, Csrf, EmptyState, errorFor, Radios, SummaryList, summaryRow, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, landlord, TODAY } from '../../person/views/sample';
import type { AnswersModel } from '../answers.desk';
import { answerWords } from './answer-words';
import { asPartner } from './answers-sample';

interface CheckPageProps extends AnswersModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** Everything that somebody answered, before it is sent. */
export function CheckPage({ ctx, form, identity, review, goals, own, today }: CheckPageProps): Html {
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const name = identity.person.preferred ?? identity.person.given ?? 'the person';
  const updates = own.filter((one) => one.kind === 'update');
  const said = (item: string | null): string | null => {
    const one = updates.find(({ aboutId }) => aboutId === item);
    return one ? [answerWords(one), one.text].filter(Boolean).join('. ') : null;
  };
  const row = (key: string, item: string | null) => summaryRow(key, said(item), 'Not answered', { href: `${at}/answer${item ? `?item=${item}` : ''}`, what: item ? `the answer about “${key}”` : 'what else you said' });
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Check and send" today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">Check and send</h1>
      <SummaryList rows={[...goals.map((goal) => row(goal.text, goal.itemId)), row('What else the review should know', null)]} />
      {updates.length === 0 ? <EmptyState title="There is nothing to send yet"><p>Answer one question first: <a class="nhsuk-link" href={`${at}/answer`}>what should the review know?</a></p></EmptyState>
        : updates.every((one) => one.sentAt !== null) ? <p>Everything is sent. What you change here is changed for whoever reads it.</p> : (
          <form class="os-quick" method="post" action={`${at}/check`} novalidate>
            <Csrf ctx={ctx} />
            <Radios idPrefix="readers" name="readers" small value={form.text('readers', 'everybody')} errorMessage={errorFor(form.errors, 'readers')} fieldset={{ legend: { text: 'Who may read it?', size: 's' } }}
              items={[{ value: 'everybody', text: `Everybody who is asked and reads the goal, and ${name} where they may` }, { value: 'chair', text: `Only the organisation that holds the review, and not ${name}` }]} />
            <p>It stands under your name and your organisation’s beside each goal, whether you come or not.</p>
            <Button text="Send" type="submit" preventDoubleClick />
          </form>
        )}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <CheckPage ctx={landlord} form={FormState.empty} {...asPartner} today={TODAY} />,
  bare: () => <CheckPage ctx={landlord} form={FormState.empty} {...asPartner} identity={bareIdentity} goals={[]} own={[]} today={TODAY} />,
  sent: () => <CheckPage ctx={landlord} form={FormState.empty} {...asPartner} own={asPartner.own.slice(0, 1)} today={TODAY} />,
  errors: () => <CheckPage ctx={landlord} form={refused({ readers: '' }, missing('readers', 'Choose who may read it'))} {...asPartner} today={TODAY} />,
};
