import type { HeldThing } from '@app/information-rights';
import { Button, Csrf, DataTable, errorFor, formatDate, Overdue, Page, Radios, Section, SubNav, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { HOW_WORDS } from '../../sharing/views/words';
import { discreet, late, others as statuses, part as sample, paused, released, things as held, TODAY } from './sample';
import type { AccessPartPageProps } from './part-props';
import { ReleaseForm } from './release-form';
import { Things } from './things';
import { clockWords, isLate, PAUSE_WORDS } from './words';

const isOpen = ({ release }: HeldThing): boolean => release === null;

/** What one organisation was asked for: what it holds, item by item, its clock, and its own release. */
export function AccessPartPage(props: AccessPartPageProps): Html {
  const { ctx, form, part, things, others, shown, today } = props;
  const at = `/information-governance/subject-access/${part.id}`;
  const undecided = things.filter(isOpen);
  return (
    <Page ctx={ctx} title={`A copy for ${part.name}`} wide errors={form.errors} back={{ href: '/information-governance/subject-access', text: 'Back to people who ask for a copy' }}>
      <h1 class="nhsuk-heading-l">A copy for {part.name}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below." />}
      <SummaryList rows={[
        summaryRow('Born', part.birthDate && formatDate(part.birthDate), 'No date of birth recorded'),
        summaryRow('Asked', `${formatDate(part.askedOn)}, ${HOW_WORDS[part.how as keyof typeof HOW_WORDS].toLowerCase()}, written down by ${part.recordedBy}. ${part.spokeAlone ? 'Alone.' : `Not alone${part.present ? `: ${part.present} was there` : ''}.`}`, ''),
        summaryRow('Of whom', part.whole ? `Everybody who holds something. ${part.coordinator} coordinates` : 'Only your organisation', ''),
        summaryRow('What they want', part.words, 'Everything'),
        summaryRow('Stands', isLate(part, today) ? <Overdue>{clockWords(part)}</Overdue> : clockWords(part), ''),
        part.pausedFor ? summaryRow('Waits for', PAUSE_WORDS[part.pausedFor], '') : null,
        part.extendedBecause ? summaryRow('Two months more because', part.extendedBecause, '') : null,
      ]} />
      {part.state === 'released' ? <Released {...props} at={at} /> : (
        <>
          <Section id="things" title="What your organisation holds">
            <p>What other organisations wrote is theirs to give. What is kept for named people only is never in this list: ask your safeguarding lead whether there is anything to add.</p>
            <SubNav label="Items" items={[{ href: at, text: 'To decide', count: undecided.length, current: shown === 'undecided' }, { href: `${at}?shown=decided`, text: 'Decided', count: things.length - undecided.length, current: shown === 'decided' }]} />
            <Things {...props} at={at} rows={shown === 'undecided' ? undecided : things.filter((thing) => !isOpen(thing))} />
          </Section>
          <ReleaseForm {...props} at={at} undecided={undecided.length} />
          <Clock {...props} at={at} />
        </>
      )}
      {others.length === 0 ? null : (
        <Section id="others" title="How far each organisation is">
          <p>You coordinate: you see how far each is, and nothing of what it holds.</p>
          <DataTable caption="How far each organisation is" hideCaption rows={others} columns={[
            { head: 'Organisation', rowHeader: true, cell: ({ organisation }) => organisation },
            { head: 'Stands', cell: ({ state, dueOn, paused: waits, releasedAt }) => (state === 'open' && waits ? 'Waits for the person' : clockWords({ state, dueOn, pausedOn: null, releasedAt })) },
          ]} />
        </Section>
      )}
    </Page>
  );
}

const Released = ({ part, at }: AccessPartPageProps & { at: string }): Html => (
  <Section id="released" title="Given out">
    <p>{clockWords(part)} by {part.releasedBy}. {part.onOwnPage ? `${part.name} can read it on their own page, too.` : 'It is not on their own page: give it to them in the way that is safe.'} Each download is written down.</p>
    <div class="os-actions">
      <Button text="Download the PDF" href={`${at}/pdf`} />
      <a class="nhsuk-link" href={`${at}/pdf?size=large`}>PDF in large print</a>
      <a class="nhsuk-link" href={`/api/subject-access/${part.id}/pack`}>For other software (JSON)</a>
    </div>
  </Section>
);

/** The clock stands while the person is asked something, and may be given two months more once. */
const Clock = ({ ctx, form, part, at }: AccessPartPageProps & { at: string }): Html => (
  <Section id="clock" title="The clock">
    {part.pausedOn ? (
      <form method="post" action={`${at}/resumption`}>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(part.version)} />
        <Button text="They have answered: let it go on" type="submit" variant="secondary" />
      </form>
    ) : (
      <form class="os-quick" method="post" action={`${at}/pause`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(part.version)} />
        <Radios idPrefix="waitsFor" name="waitsFor" small value={form.text('waitsFor')} errorMessage={errorFor(form.errors, 'waitsFor')} fieldset={{ legend: { text: 'What do you wait for from the person?', size: 's' } }}
          items={(['identity', 'clarification'] as const).map((value) => ({ value, text: PAUSE_WORDS[value] }))} />
        <Button text="Let the clock stand" type="submit" variant="secondary" />
      </form>
    )}
    {part.extendedBecause ? null : (
      <form class="os-quick" method="post" action={`${at}/extension`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(part.version)} />
        <Textarea id="because" name="because" label={{ text: 'Why does it take longer?', size: 's' }} hint="Two months more, once, where it is complex. Tell the person within the first month" rows="2" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
        <Button text="Take two months more" type="submit" variant="secondary" />
      </form>
    )}
  </Section>
);

const page = (props: Partial<AccessPartPageProps>): Html => <AccessPartPage ctx={lead} form={FormState.empty} part={sample} things={held} others={statuses} shown="undecided" today={TODAY} {...props} />;

export const states: PageStates = {
  full: () => page({}),
  bare: () => page({ part: late, others: [], things: held.slice(0, 1) }),
  empty: () => page({ part: discreet, others: [], things: [] }),
  decided: () => page({ part: paused, shown: 'decided' }),
  released: () => page({ part: released, things: [] }),
  toRelease: () => page({ things: held.slice(1) }),
  errors: () => page({ form: refused({ decision: 'withhold', reason: 'serious_harm' }, missing('items', 'Choose at least one item'), missing('testedBy', 'Enter the health professional')) }),
};
