import type { ServiceRow, Stop } from '@app/directory';
import { Button, Csrf, errorFor, Page, Radios, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http/form-state';
import { keyWorker } from '../../person/views/sample';
import { pausedService, warmHomes } from './sample';

interface StopPageProps {
  ctx: PageContext;
  form: FormState;
  service: ServiceRow;
}

const WORDS: Record<Stop, { text: string; hint: string }> = {
  paused: { text: 'For now', hint: 'It stays in the directory, marked as paused, and takes no referrals' },
  delisted: { text: 'It is no longer offered', hint: 'It is found no more. You can list it again' },
};

/** Takes no referrals for now, or is no longer offered: with a reason that everybody reads. */
export function StopPage({ ctx, form, service }: StopPageProps): Html {
  const version = form.current === undefined ? (form.version ?? String(service.rowVersion)) : String(service.rowVersion);
  const offered: Stop[] = service.state === 'listed' ? ['paused', 'delisted'] : ['delisted'];
  return (
    <Page ctx={ctx} title={`Stop ${service.name}`} errors={form.errors} back={{ href: `/services/${service.id}`, text: `Back to ${service.name}` }}>
      <h1 class="nhsuk-heading-l">Stop {service.name}</h1>
      {form.current === undefined ? null : <WarningCallout heading="A colleague changed this meanwhile" headingLevel={2} text="What you wrote is kept and is not saved yet. Look at the service as it stands now, then save again if it is still so." />}
      {form.code === 'service.state' ? <WarningCallout heading="Nothing was changed" headingLevel={2} text={form.errors[0]?.text ?? ''} /> : null}
      <form class="os-quick" method="post" action={`/services/${service.id}/stop`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={version} />
        <p>Referrals that have come stay with you: answer each of them.</p>
        <Radios idPrefix="how" name="how" value={form.text('how', offered.length === 1 ? offered[0] : '')} errorMessage={errorFor(form.errors, 'how')} fieldset={{ legend: { text: 'For how long?', size: 's' } }}
          items={offered.map((how) => ({ value: how, ...WORDS[how] }))} />
        <Textarea id="reason" name="reason" label="Why? Everybody reads this" rows="2" value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} />
        <Button text="Stop it" type="submit" variant="warning" preventDoubleClick />
      </form>
    </Page>
  );
}

const stale = FormState.again({ status: 409, message: 'Someone changed this while you were writing', faults: [], values: { how: 'paused', reason: 'Our van is away' }, current: warmHomes });
const moved = FormState.again({ status: 409, message: 'A service that is paused cannot become paused', code: 'service.state', faults: [], values: { how: 'delisted', reason: 'No staff' } });

export const states: PageStates = {
  full: () => <StopPage ctx={keyWorker} form={FormState.empty} service={warmHomes} />,
  paused: () => <StopPage ctx={keyWorker} form={FormState.empty} service={pausedService} />,
  errors: () => <StopPage ctx={keyWorker} form={refused({ how: 'paused', reason: '' }, missing('reason', 'Enter why, for everybody to read'))} service={warmHomes} />,
  clash: () => <StopPage ctx={keyWorker} form={stale} service={warmHomes} />,
  moved: () => <StopPage ctx={keyWorker} form={moved} service={pausedService} />,
};
