import { seenOf, WITHHELD, type HeldThing } from '@app/information-rights';
import { Button, Checkboxes, Csrf, errorFor, formatDateTime, Input, Radios, Sub, type Html } from '@app/web-kit';
import { kindWords, linesOf } from '../thing-lines';
import type { AccessPartPageProps } from './part-props';
import { WITHHELD_WORDS } from './words';

/** So many are read at once; the next come when these are decided. */
const AT_ONCE = 25;

const decided = ({ release, passages, reason, testedBy, decidedBy }: HeldThing): string | null => {
  if (release === null) return null;
  return release ? `Given${passages.length > 0 ? ', with words hidden' : ''}. Decided by ${decidedBy}` : `Not given: ${reason ? WITHHELD_WORDS[reason].toLowerCase() : ''}${testedBy ? `, tested by ${testedBy}` : ''}. Decided by ${decidedBy}`;
};

const Thing = ({ thing }: { thing: HeldThing }): Html => (
  <>
    <strong>{kindWords(thing.kind)}, {formatDateTime(thing.at)}</strong>
    {linesOf(thing.given).map(({ name, text }) => <><br />{name}: {text}</>)}
    <Sub>{thing.writtenBy ? `Written by ${thing.writtenBy}` : 'Brought in from elsewhere'}{decided(thing) ? `. ${decided(thing)}` : null}</Sub>
  </>
);

/** Beside the label, not in it: a press on the label ticks the item. */
const ToHide = ({ thing, at }: { thing: HeldThing; at: string }): Html => (
  <a class="nhsuk-link" href={`${at}/items/${thing.id}`}>{thing.passages.length > 0 ? 'See and change what is hidden' : 'Hide words in it'}<span class="nhsuk-u-visually-hidden">: {kindWords(thing.kind)}, {formatDateTime(thing.at)}</span></a>
);

/** Items to read in full, to tick, and to decide of those that are ticked. */
export function Things({ ctx, form, things, rows, at, shown }: AccessPartPageProps & { at: string; rows: readonly HeldThing[] }): Html {
  if (rows.length === 0) return <p>{shown === 'decided' ? 'Nothing is decided yet.' : 'Nothing is left to decide.'}</p>;
  const now = rows.slice(0, AT_ONCE);
  return (
    <form method="post" action={`${at}/items`} novalidate>
      <Csrf ctx={ctx} />
      <input type="hidden" name="seen" value={seenOf(things)} />
      <Checkboxes idPrefix="items" name="items" small values={form.list('items')} errorMessage={errorFor(form.errors, 'items')} fieldset={{ legend: { text: 'Tick what you have read and decide alike', size: 's' } }}
        items={now.map((thing) => ({ value: thing.id, html: <Thing thing={thing} />, hint: { html: <ToHide thing={thing} at={at} /> } }))} />
      {rows.length > now.length ? <p>These are the first {AT_ONCE}. The next {rows.length - now.length} come when these are decided.</p> : null}
      <Radios idPrefix="decision" name="decision" small value={form.text('decision')} errorMessage={errorFor(form.errors, 'decision')} fieldset={{ legend: { text: 'What becomes of them?', size: 's' } }}
        items={[{ value: 'release', text: 'Give them' }, { value: 'withhold', text: 'Do not give them' }]} />
      <Radios idPrefix="reason" name="reason" small value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} fieldset={{ legend: { text: 'If not, why?', size: 's' } }} items={WITHHELD.map((value) => ({ value, text: WITHHELD_WORDS[value] }))} />
      <Input id="testedBy" name="testedBy" label="Who tested that it would do serious harm? (optional)" hint="The health professional who knows them best, by name" value={form.text('testedBy')} errorMessage={errorFor(form.errors, 'testedBy')} />
      <Button text="Save the decision" type="submit" variant="secondary" />
    </form>
  );
}
