import type { Identity } from '@app/overviews';
import { fullName } from '@app/persons';
import { Button, Csrf, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as margery, keyWorker, TODAY } from '../../person/views/sample';

interface KnowPersonPageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  today: string;
}

/** One button and no question: whoever knows somebody outside work is not to read about them. */
export function KnowPersonPage({ ctx, form, identity, today }: KnowPersonPageProps): Html {
  const { person } = identity;
  const at = `/people/${person.personId}`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="I know this person" today={today} errors={form.errors} back={{ href: at, text: `Back to ${person.preferred ?? person.given}` }}>
      <h1 class="nhsuk-heading-l">You know {fullName(person)} outside work?</h1>
      {form.code === 'keyWorker.leads' ? <WarningCallout heading="You are the key worker" headingLevel={2} html={<p>Hand over to somebody else first, so that nobody is left without one. <a class="nhsuk-link" href={`${at}#next`}>Go to the key worker</a></p>} /> : null}
      <p>A neighbour, a relative, a friend, somebody you used to be with: in a small town that happens, and it is nobody’s fault.</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>You no longer open this record, from your next click. The rest of your work stays as it is.</li>
        <li>Your manager is told that somebody else is needed. Nobody is told how you know each other, and nobody asks.</li>
        <li>What you wrote here stays.</li>
        <li>If it was a mistake, your manager or your information-governance lead lets you in again.</li>
      </ul>
      <form method="post" action={`${at}/know`} novalidate>
        <Csrf ctx={ctx} />
        <Button text="I know this person" type="submit" />
      </form>
    </PersonShell>
  );
}

const leads = FormState.again({ status: 409, code: 'keyWorker.leads', message: 'You are the key worker. Hand over to somebody else first, then say that you know them', faults: [], values: { x: '' } });

export const states: PageStates = {
  full: () => <KnowPersonPage ctx={keyWorker} form={FormState.empty} identity={margery} today={TODAY} />,
  bare: () => <KnowPersonPage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} today={TODAY} />,
  errors: () => <KnowPersonPage ctx={keyWorker} form={leads} identity={margery} today={TODAY} />,
};
