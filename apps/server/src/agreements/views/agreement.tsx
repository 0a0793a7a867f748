import type { Agreement, Impact } from '@app/organisations';
import { Button, Checkboxes, Csrf, errorFor, formatDate, formatDateTime, Page, Section, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { bare, holds, impact as sample, noImpact, stopped } from './sample';
import { IMPACT_WORDS } from './words';

interface AgreementPageProps {
  ctx: PageContext;
  form: FormState;
  agreement: Agreement;
  impact: Record<Impact, number>;
  today: string;
}

const UNDONE: readonly Impact[] = ['lead', 'step', 'referral', 'review'];

/** Each number is the length of the list behind it. */
function Means({ agreement: { id, state }, impact }: AgreementPageProps): Html {
  const line = (kind: Impact): Html => <li>{impact[kind] === 0 ? `${IMPACT_WORDS[kind].title}: none` : <><a class="nhsuk-link" href={`/information-governance/agreements/${id}/impact?kind=${kind}`}>{IMPACT_WORDS[kind].counted(impact[kind])}</a>{kind === 'colleague' || kind === 'helped' ? null : `: ${IMPACT_WORDS[kind].title.toLowerCase()}`}</>}</li>;
  return (
    <>
      <Section id="loses" title={state === 'suspended' ? 'Who is without whom' : 'Who would lose whom'}>
        <ul class="nhsuk-list nhsuk-list--bullet">{line('colleague')}{line('helped')}</ul>
      </Section>
      <Section id="undone" title={state === 'suspended' ? 'What nobody there does now' : 'What nobody there would do then'}>
        <ul class="nhsuk-list nhsuk-list--bullet">{UNDONE.map(line)}</ul>
        <p>Only people whom your organisation knows are counted, and only what it may know of them. There may be others. Key workers of the people whom they help are told, and find what is left in their own lists.</p>
      </Section>
    </>
  );
}

function Suspend({ ctx, form, agreement: { id, version, ours } }: AgreementPageProps): Html {
  return (
    <form class="os-quick" method="post" action={`/information-governance/agreements/${id}/suspension`} novalidate>
      <Csrf ctx={ctx} />
      <input type="hidden" name="_version" value={form.versionOf(version)} />
      <h2 class="nhsuk-heading-m">Suspend it</h2>
      {ours ? <p><strong>This is your own organisation.</strong> You are signed out with everybody else, and cannot undo it: those who look after information at the organisation that hosts your place can, or whoever runs the system.</p> : null}
      <Textarea id="because" name="because" label={{ text: 'Why is it suspended?', size: 's' }} hint="Those who look after the agreement read this. Name nobody who is helped" rows="3" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
      <Checkboxes idPrefix="confirmed" name="confirmed" small values={form.list('confirmed', [])} errorMessage={errorFor(form.errors, 'confirmed')} fieldset={{ legend: { text: 'Before you do', size: 's' } }}
        items={[{ value: 'yes', text: 'I have read what this means, and what nobody there would do' }]} />
      <Button text="Suspend the agreement" type="submit" variant="warning" />
    </form>
  );
}

const Resume = ({ ctx, form, agreement: { id, version } }: AgreementPageProps): Html => (
  <form class="os-quick" method="post" action={`/information-governance/agreements/${id}/resumption`} novalidate>
    <Csrf ctx={ctx} />
    <input type="hidden" name="_version" value={form.versionOf(version)} />
    <h2 class="nhsuk-heading-m">Let it go on</h2>
    <p>They open again what the decisions about each person allow on that day. What ended meanwhile stays ended.</p>
    <Textarea id="because" name="because" label={{ text: 'Why can it go on?', size: 's' }} rows="3" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
    <Button text="Let it go on" type="submit" />
  </form>
);

/** One sharing agreement: what its suspension means, and the act. */
export function AgreementPage(props: AgreementPageProps): Html {
  const { ctx, form, agreement: one, today } = props;
  const ended = one.expiresOn !== null && one.expiresOn < today;
  return (
    <Page ctx={ctx} title={`Sharing agreement of ${one.name}`} errors={form.errors} back={{ href: '/information-governance/agreements', text: 'Back to sharing agreements' }}>
      <h1 class="nhsuk-heading-l">Sharing agreement of {one.name}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
      <SummaryList rows={[
        summaryRow('Stands', one.state === 'suspended' ? 'Suspended: nobody there opens anything' : ended ? 'Its last day is over: nobody there opens anything' : 'Holds', ''),
        summaryRow('Signed', one.signedOn && formatDate(one.signedOn), 'Not recorded'),
        summaryRow('Last day', one.expiresOn && formatDate(one.expiresOn), 'No end was agreed'),
        one.state === 'suspended' ? summaryRow('Since', one.since && `${formatDateTime(one.since)}, by ${one.by ?? 'somebody'}${one.byOrganisation ? `, ${one.byOrganisation}` : ''}`, 'Not recorded') : null,
        one.state === 'suspended' ? summaryRow('Why', one.because, 'Not recorded') : null,
      ]} />
      <Means {...props} />
      {one.state === 'suspended' ? <Resume {...props} /> : <Suspend {...props} />}
    </Page>
  );
}

const TODAY = '2026-12-09';
const base = { ctx: lead, form: FormState.empty, today: TODAY };

export const states: PageStates = {
  full: () => <AgreementPage {...base} agreement={holds} impact={sample} />,
  bare: () => <AgreementPage {...base} agreement={bare} impact={{ ...sample, lead: 0 }} />,
  empty: () => <AgreementPage {...base} agreement={{ ...holds, expiresOn: '2026-12-01' }} impact={noImpact} />,
  suspended: () => <AgreementPage {...base} agreement={stopped} impact={sample} />,
  errors: () => <AgreementPage {...base} form={refused({ because: '' }, missing('because', 'Enter why'), missing('confirmed', 'Choose whether you have read what this means'))} agreement={holds} impact={sample} />,
};
