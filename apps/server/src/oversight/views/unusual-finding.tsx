import { OUTCOMES, type UnusualAccess } from '@app/oversight';
import { Button, Csrf, errorFor, formatDate, formatDateTime, Page, Radios, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { FormState } from '../../http';
import { bareFinding, finding as sample, settled } from './sample';
import { OUTCOME_WORDS, whyHere } from './unusual-words';

const HINTS: Partial<Record<UnusualAccess['outcome'] & string, string>> = { breach: 'An incident is opened with it' };

/** Who looked, at whom, when, and why it stands here; then what it was. */
export function UnusualFindingPage({ ctx, form, finding }: { ctx: PageContext; form: FormState; finding: UnusualAccess }): Html {
  const { id, colleague, role, personId, person, birthDate, firstAt, lastAt, outcome, words, decidedBy, decidedAt, version } = finding;
  const at = '/information-governance/unusual-access';
  return (
    <Page ctx={ctx} title={`Unusual access – ${colleague}`} errors={form.errors} back={{ href: at, text: 'Back to unusual access' }}>
      <h1 class="nhsuk-heading-l">Unusual access: {colleague}</h1>
      <p>{whyHere(finding)}</p>
      <SummaryList rows={[
        summaryRow('Who', [colleague, role].filter(Boolean).join(', '), ''),
        summaryRow('Whose record', person && `${person}, ${birthDate ? `born ${formatDate(birthDate)}` : 'no date of birth recorded'}`, 'Several people’s, or that of somebody whom your organisation does not know'),
        summaryRow('When', firstAt.getTime() === lastAt.getTime() ? formatDateTime(firstAt) : `${formatDateTime(firstAt)} to ${formatDateTime(lastAt)}`, ''),
      ]} />
      {personId ? <p><a class="nhsuk-link" href={`/people/${personId}/access-log`}>Everything in the log of this record</a></p> : null}
      {outcome && decidedAt ? (
        <SummaryList rows={[summaryRow('What it was', OUTCOME_WORDS[outcome], ''), summaryRow('Found out and done', words, ''), summaryRow('Decided by', `${decidedBy ?? ''}, ${formatDateTime(decidedAt)}`, '')]} />
      ) : (
        <form class="os-quick" method="post" action={`${at}/${id}`} novalidate>
          <Csrf ctx={ctx} />
          {form.current === undefined ? null : <WarningCallout heading="Another lead has decided this meanwhile" headingLevel={2} html={<p><a class="nhsuk-link" href={`${at}/${id}`}>Read what they decided</a>.</p>} />}
          <input type="hidden" name="_version" value={String(version)} />
          <Radios idPrefix="outcome" name="outcome" small value={form.text('outcome')} errorMessage={errorFor(form.errors, 'outcome')} fieldset={{ legend: { text: 'What was it?', size: 's' } }}
            items={OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value], ...(HINTS[value] ? { hint: { text: HINTS[value] } } : {}) }))} />
          <Textarea id="words" name="words" label={{ text: 'What did you find out, and what was done?', size: 's' }} rows="4" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
          <Button text="Save what it was" type="submit" />
        </form>
      )}
    </Page>
  );
}

const refused = FormState.again({
  status: 422, message: '', values: { words: '' }, faults: [{ pointer: '/outcome', code: 'required', message: 'Choose what it was' }, { pointer: '/words', code: 'required', message: 'Enter what you found out and did' }],
});
const clash = FormState.again({ status: 412, message: 'Someone changed this while you were writing', values: { outcome: 'explained', words: 'On duty that night' }, faults: [], current: {} });

export const states: PageStates = {
  full: () => <UnusualFindingPage ctx={lead} form={FormState.empty} finding={sample} />,
  bare: () => <UnusualFindingPage ctx={lead} form={FormState.empty} finding={bareFinding} />,
  decided: () => <UnusualFindingPage ctx={lead} form={FormState.empty} finding={settled} />,
  errors: () => <UnusualFindingPage ctx={lead} form={refused} finding={sample} />,
  clash: () => <UnusualFindingPage ctx={lead} form={clash} finding={sample} />,
};
