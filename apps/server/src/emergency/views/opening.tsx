import { EMERGENCY_OUTCOMES, type OneOpening } from '@app/sharing';
import { Button, Csrf, errorFor, formatDateTime, orSay, Page, Radios, Section, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { keyWorker } from '../../person/views/sample';
import { fresh, NOW, reviewed, stopped, waiting } from './sample';
import { EMERGENCY_WORDS, OUTCOME_WORDS } from './words';

interface OpeningPageProps extends OneOpening {
  ctx: PageContext;
  form: FormState;
  now: Date;
}

/** Whose record it was: a link for who works with them, and for who looks after access to who looked. */
function whose({ opening: { personId }, person }: OneOpening): Html | null {
  if (!person) return null;
  return person.opens ? <a class="nhsuk-link" href={`/people/${personId}`}>{person.name}</a> : <>{person.name}: <a class="nhsuk-link" href={`/people/${personId}/access-log`}>who looked at the record</a></>;
}

/** Who opened a record in an emergency, why, and what was said of it afterwards. */
export function OpeningPage(props: OpeningPageProps): Html {
  const { ctx, form, now, opening: o, organisation, mayReview } = props;
  const looksAfterAccess = ctx.navItems.some((item) => item.key === 'governance');
  const title = o.stopped ? 'A try that was stopped' : 'Opened in an emergency';
  return (
    <Page ctx={ctx} title={title} errors={form.errors} back={looksAfterAccess ? { href: '/information-governance', text: 'Back to what is to review' } : { href: '/notices', text: 'Back to notices' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody reviewed this meanwhile" headingLevel={2} html={<p>What you wrote is kept below and is not saved.</p>} />}
      {o.stopped ? <p>Nothing was shown, and whoever tried was answered as if there were nobody. Either they are kept from this person, or nobody is let in to this person in that way.</p> : null}
      <SummaryList rows={[
        summaryRow('Who', `${o.userName}, ${organisation}`, ''),
        summaryRow('Whose record', whose(props), 'You may not know whose it was'),
        summaryRow('When', formatDateTime(o.openedAt), ''),
        summaryRow(o.stopped ? 'Asked for until' : 'Open until', `${formatDateTime(o.until)}${o.stopped || o.until > now ? '' : ': it has closed'}`, ''),
        summaryRow('Which emergency', EMERGENCY_WORDS[o.because], ''),
        summaryRow('In their words', o.reason, ''),
        summaryRow('Review', o.outcome && o.reviewedAt ? `${OUTCOME_WORDS[o.outcome]}: ${o.reviewerName ?? ''}, ${formatDateTime(o.reviewedAt)}` : null, 'Waits for somebody who looks after access'),
        ...(o.outcome ? [summaryRow('What was found out', o.reviewWords, 'Nothing was written besides')] : []),
      ]} />
      {mayReview ? <Review ctx={ctx} form={form} id={o.id} version={o.rowVersion} /> : <p>{orSay(null, o.state === 'reviewed' ? 'It has been reviewed.' : 'Nobody reviews what they opened themselves; somebody who looks after access does.')}</p>}
    </Page>
  );
}

function Review({ ctx, form, id, version }: { ctx: PageContext; form: FormState; id: string; version: number }): Html {
  return (
    <Section id="review" title="Your review">
      <form class="os-quick" method="post" action={`/emergency-openings/${id}/review`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={String(version)} />
        <Radios idPrefix="outcome" name="outcome" small value={form.text('outcome')} errorMessage={errorFor(form.errors, 'outcome')} fieldset={{ legend: { text: 'What did you find?', size: 's' } }} items={EMERGENCY_OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value] }))} />
        <Textarea id="words" name="words" label={{ text: 'What did you find out?', size: 's' }} hint="Needed unless it was right. Whoever opened it and the key worker read this" rows="3" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
        <Button text="Save the review" type="submit" />
      </form>
    </Section>
  );
}

const page = (one: OneOpening, form = FormState.empty, ctx: PageContext = lead): Html => <OpeningPage ctx={ctx} form={form} now={NOW} {...one} />;

export const states: PageStates = {
  full: () => page(reviewed, FormState.empty, keyWorker),
  bare: () => page({ ...fresh, mayReview: false }),
  review: () => page(waiting),
  stopped: () => page(stopped),
  errors: () => page(waiting, refused({ outcome: 'misuse', words: '' }, missing('words', 'Enter what you found out'))),
  clash: () => page(reviewed, FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { outcome: 'justified' }, faults: [], current: {} })),
};
