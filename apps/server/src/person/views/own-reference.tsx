import type { Identity } from '@app/overviews';
import { fullName } from '@app/persons';
import { Button, Csrf, errorFor, Input, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import { PersonShell } from './person-shell';
import { bareIdentity, landlord, tenant, TODAY } from './sample';

interface OwnReferencePageProps {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  /** the local calendar day */
  today: string;
}

/** What the reader's organisation calls the person in its own books. When a colleague was first, both stand here. */
export function OwnReferencePage({ ctx, form, identity, today }: OwnReferencePageProps): Html {
  const { person, ownReference: { reference, version } } = identity;
  const at = `/people/${person.personId}`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Our reference" today={today} errors={form.errors} back={{ href: at, text: `Back to ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">Our reference</h1>
      {form.current === undefined ? null : <WarningCallout heading="A colleague changed this meanwhile" headingLevel={2} text={`Now it is ${reference ?? 'taken away'}. What you typed is kept below and is not saved yet.`} />}
      <p>What {ctx.user?.organisation ?? 'your organisation'} calls {person.preferred ?? person.given} in its own books. Only your organisation sees it, and finds them by it.</p>
      <form class="os-quick" method="post" action={`${at}/reference`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(version)} />
        <Input id="reference" name="reference" label="Reference" hint="For example, AW-0231. Leave it empty if there is none." value={form.text('reference', reference ?? '')} errorMessage={errorFor(form.errors, 'reference')}
          classes="nhsuk-input--width-20" autocomplete="off" spellcheck={false} />
        <Button text="Save" type="submit" />
      </form>
    </PersonShell>
  );
}

const tooLong = FormState.again({ status: 422, message: '', values: { reference: 'x'.repeat(41) }, faults: [{ pointer: '/reference', code: 'tooLong', message: 'Your own reference must be 40 characters or fewer' }] });
const clash = FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { reference: 'FH-7003' }, faults: [], current: {} });

export const states: PageStates = {
  full: () => <OwnReferencePage ctx={landlord} form={FormState.empty} identity={tenant} today={TODAY} />,
  bare: () => <OwnReferencePage ctx={landlord} form={FormState.empty} identity={bareIdentity} today={TODAY} />,
  errors: () => <OwnReferencePage ctx={landlord} form={tooLong} identity={bareIdentity} today={TODAY} />,
  clash: () => <OwnReferencePage ctx={landlord} form={clash} identity={tenant} today={TODAY} />,
};
