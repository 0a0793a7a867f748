import { ANSWER_REASONS } from '@app/care-plans';
import { Button, Checkboxes, Csrf, errorFor, formatDate, Radios, Section, Select, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { SuggestionModel } from '../suggestions.desk';
import { suggestions } from './suggestions-sample';
import { answerWords, LINE_WORDS, readersWords, REASON_WORDS, saidByWords, SuggestionTag } from './suggestion-words';
import { startCase } from './words';

interface SuggestionPageProps extends SuggestionModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** What somebody would change, beside what stands there. */
function Suggested({ seen, saysNow, draftSays, ofDraft, today, identity: { person } }: SuggestionPageProps): Html {
  const { suggestion } = seen;
  const name = person.preferred ?? person.given;
  const about = suggestion.aboutText;
  const gone = 'No line that you can see';
  return (
    <SummaryList rows={[
      summaryRow('How it stands', <><SuggestionTag seen={seen} today={today} />{answerWords(seen) ? <p class="nhsuk-u-margin-top-2 nhsuk-u-margin-bottom-0">{answerWords(seen)}</p> : null}</>, ''),
      ...(about === null ? [] : [summaryRow(ofDraft ? 'The draft said' : 'The plan said', about, '')]),
      summaryRow(about === null ? `A new ${LINE_WORDS[suggestion.kind]}` : 'Suggested instead', <strong>{suggestion.text}</strong>, ''),
      ...(about !== null && saysNow !== about ? [summaryRow(ofDraft ? 'The draft says now' : 'The plan says now', saysNow, gone)] : []),
      ...(draftSays === null ? [] : [summaryRow('Your draft says', draftSays, '')]),
      summaryRow('Why', suggestion.why, 'Not said'),
      summaryRow('Who suggests it', `${saidByWords(seen, name)}, ${formatDate(suggestion.createdAt)}`, ''),
      summaryRow('Who may read it', readersWords(suggestion, name, suggestion.visibleToPerson), ''),
    ]} />
  );
}

function AnswerForm({ ctx, form, seen: { suggestion }, opensWider, draftSays, identity: { person } }: SuggestionPageProps): Html {
  return (
    <Section id="your-answer" title="Your answer">
      <form class="os-quick" method="post" action={`/people/${person.personId}/plan/suggestions/${suggestion.id}/answer`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(suggestion.rowVersion)} />
        <Radios idPrefix="answer" name="answer" value={form.text('answer')} errorMessage={errorFor(form.errors, 'answer')} fieldset={{ legend: { text: 'What becomes of it?', size: 's' } }}
          items={[{ value: 'taken', text: 'Take it into the draft' }, { value: 'partly', text: 'Take part of it into the draft' }, { value: 'not_taken', text: 'Do not take it' }]} />
        <Textarea id="words" name="words" label={{ text: `If it is taken: the ${suggestion.aboutItemId ? 'words' : LINE_WORDS[suggestion.kind]} for the draft`, size: 's' }} rows="3" value={form.text('words', suggestion.text)} errorMessage={errorFor(form.errors, 'words')}
          hint={draftSays === null ? 'You can change them, here and in the draft' : 'They come behind what your draft says, so that nothing of it is lost'} />
        {opensWider ? (
          <Checkboxes idPrefix="opensWider" name="opensWider" small values={form.list('opensWider')} errorMessage={errorFor(form.errors, 'opensWider')}
            items={[{ value: 'yes', text: suggestion.aboutItemId ? 'More people read this part of the plan than may read the suggestion: they may read these words' : 'Everybody who reads the plan may read these words' }]} />
        ) : null}
        <Select id="reason" name="reason" label="If it is taken in part, or not: why?" value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} items={[{ value: '', text: 'Choose' }, ...ANSWER_REASONS.map((value) => ({ value, text: REASON_WORDS[value] }))]} />
        <Textarea id="because" name="because" label={{ text: 'In a few words (optional)', size: 's' }} hint={`Whoever may read the suggestion reads this: ${suggestion.visibleToPerson ? 'the person too' : 'not the person'}`} rows="2" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
        <Button text="Answer" type="submit" preventDoubleClick />
      </form>
    </Section>
  );
}

const WithdrawForm = ({ ctx, seen: { suggestion }, identity: { person } }: SuggestionPageProps): Html => (
  <form class="os-quick" method="post" action={`/people/${person.personId}/plan/suggestions/${suggestion.id}/withdrawal`}>
    <Csrf ctx={ctx} />
    <input type="hidden" name="_version" value={String(suggestion.rowVersion)} />
    <Button text="Take it back" type="submit" variant="secondary" small />
  </form>
);

/** One suggestion for the plan: with its answer, or to be answered by those who write the plan. */
export function SuggestionPage(props: SuggestionPageProps): Html {
  const { ctx, form, seen: { suggestion }, mayAnswer, mayWithdraw, mayWrite, identity, today } = props;
  const at = `/people/${identity.person.personId}/plan`;
  const inDraft = mayWrite && suggestion.draftId !== null && suggestion.publishedAt === null;
  const title = suggestion.aboutItemId ? `A change to a ${LINE_WORDS[suggestion.kind]}` : `${startCase(LINE_WORDS[suggestion.kind])} suggested`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="A suggestion for the plan" today={today} errors={form.errors} back={{ href: `${at}/suggestions`, text: 'All suggestions for the plan' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody was first" headingLevel={2} text="How it stands now is below. What you chose is not saved." />}
      <Suggested {...props} />
      {inDraft ? <p class="os-noprint"><a class="nhsuk-link" href={`${at}/draft`}>Go on with the draft</a></p> : null}
      {mayAnswer ? <AnswerForm {...props} /> : null}
      {mayWithdraw ? <WithdrawForm {...props} /> : null}
      {suggestion.state === 'waiting' && !mayAnswer ? <p>Those who write the plan answer it. You read the answer here.</p> : null}
    </PersonShell>
  );
}

const [waiting, stale, published, refusedOne] = suggestions;
const base = { ctx: keyWorker, form: FormState.empty, identity: sampleIdentity, saysNow: 'Sing the Fauré at Easter, sitting down', ofDraft: false, draftSays: null, mayAnswer: false, mayWithdraw: false, mayWrite: false, opensWider: false, today: TODAY };
const draw = (traits: Partial<SuggestionPageProps>): Html => (waiting ? <SuggestionPage {...base} seen={waiting} {...traits} /> : <></>);

export const states: PageStates = {
  full: () => draw({ mayAnswer: true, mayWrite: true, draftSays: 'Sing at Easter', opensWider: true, saysNow: 'Sing the Fauré' }),
  bare: () => draw({ ...(refusedOne && { seen: refusedOne }), saysNow: null }),
  stale: () => draw({ ...(stale && { seen: stale }), mayWithdraw: true, saysNow: null }),
  published: () => draw({ ...(published && { seen: published }) }),
  errors: () => draw({ mayAnswer: true, mayWrite: true, form: refused({ answer: 'not_taken', words: 'x', reason: '' }, missing('reason', 'Choose why it is not taken')) }),
  clash: () => draw({ mayAnswer: true, mayWrite: true, form: FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { answer: 'taken', words: 'x' }, faults: [], current: {} }) }),
};
