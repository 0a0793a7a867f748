import { seenOf, sentencesOf, WITHHELD, type AccessPart, type HeldThing, type Passage } from '@app/information-rights';
import { Button, Checkboxes, Csrf, DataTable, errorFor, formatDateTime, Input, Page, Radios, Section, Sub, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { kindWords, linesOf } from '../thing-lines';
import { hiddenIn, part as sample, things } from './sample';
import { HIDDEN_WORDS, WITHHELD_WORDS } from './words';

interface HidingPageProps {
  ctx: PageContext;
  form: FormState;
  part: AccessPart;
  thing: HeldThing;
}

/** One item: what of it is hidden in the copy, and how the person gets it. The item itself stays as it is. */
export function HidingPage({ ctx, form, part, thing }: HidingPageProps): Html {
  const at = `/information-governance/subject-access/${part.id}/items/${thing.id}`;
  return (
    <Page ctx={ctx} title={`What to hide: ${kindWords(thing.kind)}`} errors={form.errors} back={{ href: `/information-governance/subject-access/${part.id}`, text: `Back to the copy for ${part.name}` }}>
      <h1 class="nhsuk-heading-l">What to hide in the copy for {part.name}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below." />}
      <p>{kindWords(thing.kind)}, {formatDateTime(thing.at)}. {thing.writtenBy ? `Written by ${thing.writtenBy}` : 'Brought in from elsewhere'}. Hidden in the copy only: the item itself stays as it is. You can change this until the copy is given out.</p>
      <Section id="preview" title="As they would get it">
        {linesOf(thing.given).map(({ name, text }) => <p><strong>{name}:</strong> {text}</p>)}
        <Sub>What is hidden says why, and nothing about how long it is. Read once more whether what is left says who it was.</Sub>
      </Section>
      {thing.passages.length === 0 ? null : (
        <Section id="hidden" title="What is hidden">
          <DataTable<Passage> caption="What is hidden" hideCaption rows={thing.passages} columns={[
            { head: 'Words', rowHeader: true, cell: (one) => <>{one.words}{one.stands ? null : <Sub>The item was changed: this stands in it no more</Sub>}</> },
            { head: 'Why', cell: (one) => `${WITHHELD_WORDS[one.reason]}${one.testedBy ? `, tested by ${one.testedBy}` : ''}. Hidden by ${one.by}` },
            { head: 'Show', cell: (one) => (
              <form method="post" action={`${at}/shown`}>
                <Csrf ctx={ctx} />
                <input type="hidden" name="passage" value={one.id} />
                <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">Give it after all<span class="nhsuk-u-visually-hidden">: {one.words}</span></button>
              </form>
            ) },
          ]} />
        </Section>
      )}
      <Section id="hide" title="Hide something">
        <form method="post" action={`${at}/hidden`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="seen" value={seenOf([thing])} />
          <Checkboxes idPrefix="sentences" name="sentences" small values={form.list('sentences')} errorMessage={errorFor(form.errors, 'sentences')} fieldset={{ legend: { text: 'Tick the sentences that they do not get', size: 's' } }}
            items={sentencesOf(thing.body).slice(0, 400).map((text, n) => ({ value: `s${n}`, text }))} />
          <Textarea id="words" name="words" label={{ text: 'Names and other words to hide (optional)', size: 's' }} hint="As they stand in the item, each on a line of its own. They are hidden wherever they stand in it" rows="3" value={form.text('words')} errorMessage={errorFor(form.errors, 'words')} />
          <Radios idPrefix="reason" name="reason" small value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} fieldset={{ legend: { text: 'Why do they not get it?', size: 's' } }}
            items={WITHHELD.map((value) => ({ value, text: WITHHELD_WORDS[value], hint: `They read: [hidden: ${HIDDEN_WORDS[value]}]` }))} />
          <Input id="testedBy" name="testedBy" label="Who tested that it would do serious harm? (optional)" hint="The health professional who knows them best, by name" value={form.text('testedBy')} errorMessage={errorFor(form.errors, 'testedBy')} />
          <Button text="Hide it in the copy" type="submit" />
        </form>
      </Section>
    </Page>
  );
}

const [note, relative] = things as readonly [HeldThing, HeldThing];
const page = (props: Partial<HidingPageProps>): Html => <HidingPage ctx={lead} form={FormState.empty} part={sample} thing={hiddenIn(note)} {...props} />;

export const states: PageStates = {
  full: () => page({}),
  bare: () => page({ thing: relative }),
  errors: () => page({ thing: note, form: refused({ words: 'her nephew', reason: 'serious_harm' }, missing('words', '“her nephew” does not stand in this item'), missing('testedBy', 'Enter the health professional')) }),
};
