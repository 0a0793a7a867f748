import type { AskedOfUs } from '@app/information-rights';
import { TALKED_HOW } from '@app/sharing';
import { Button, Csrf, DateInput, errorFor, formatDate, Overdue, Radios, Section, Textarea, type Html, type PageContext } from '@app/web-kit';
import type { FormState } from '../../http';
import { SpokeAlone } from '../../sharing/views/talk-fields';
import { HOW_WORDS } from '../../sharing/views/words';

/** What is written down when somebody asks for a copy. */
export const RequestFields = ({ ctx, form, at, name, today }: { ctx: PageContext; form: FormState; at: string; name: string; today: string }): Html => (
  <form class="os-quick" method="post" action={at} novalidate>
    <Csrf ctx={ctx} />
    <DateInput id="askedOn" namePrefix="askedOn" values={form.date('askedOn', today)} errorMessage={errorFor(form.errors, 'askedOn')} hint="The month begins on this day" fieldset={{ legend: { text: 'When did they ask?', size: 's' } }} />
    <Radios idPrefix="how" name="how" small value={form.text('how')} errorMessage={errorFor(form.errors, 'how')} fieldset={{ legend: { text: 'How did they ask?', size: 's' } }} items={TALKED_HOW.map((value) => ({ value, text: HOW_WORDS[value] }))} />
    <Radios idPrefix="whom" name="whom" small value={form.text('whom')} errorMessage={errorFor(form.errors, 'whom')} fieldset={{ legend: { text: 'Whom do they ask?', size: 's' } }}
      items={[{ value: 'everybody', text: 'Everybody who holds something about them', hint: { text: 'Each organisation gives what it holds itself. You see how far each is, and nothing of what it holds' } }, { value: 'us', text: 'Only your organisation' }]} />
    <Textarea id="words" name="words" label={{ text: 'What do they want? (optional)', size: 's' }} hint={`In their own words. Leave it empty where ${name} wants everything`} rows="3" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
    <SpokeAlone form={form} />
    <Button text="Save what they asked" type="submit" />
  </form>
);

/** How far the reader's own organisation is; nothing is said of any other. */
export function AskedBefore({ asked, today }: { asked: readonly AskedOfUs[]; today: string }): Html | null {
  if (asked.length === 0) return null;
  return (
    <Section id="asked" title="What they asked your organisation before">
      <ul class="os-list">
        {asked.map(({ id, askedOn, state, dueOn, releasedAt }) => (
          <li id={`asked-${id}`}>Asked on {formatDate(askedOn)}: {state === 'released' && releasedAt ? `given out on ${formatDate(releasedAt)}` : <>to be answered by {formatDate(dueOn)}{dueOn < today ? <> <Overdue /></> : null}</>}</li>
        ))}
      </ul>
    </Section>
  );
}
