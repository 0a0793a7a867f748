import type { TimelineEntry } from '@app/overviews';
import { CATEGORY_WORDS, type Category } from '@app/persons';
import { formatDate, formatDateTime, Sub, Timeline, type Child, type Html } from '@app/web-kit';
import type { Beside } from '../../corrections/views/said-wrong';
import { audienceWords, byOf, textOf, titleOf } from './words';

const startCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const paragraphs = (text: string): Child => text.split(/\n+/).map((line) => <p>{line}</p>);

interface EntriesProps {
  entries: readonly TimelineEntry[];
  /** of the day headings */
  level: 2 | 3;
  /** what the reader may do with an entry, for example correct it; nothing on a page that is only read */
  actions?: (entry: TimelineEntry) => Child;
  /** what stands beside a note */
  beside?: Beside;
  /** to the person themselves: "seen by the person" is not said to them */
  toThePerson?: boolean;
}

/** A correction beside what it corrects: the first text stays readable (screens.md, Timeline). */
const Correction = ({ entry }: { entry: TimelineEntry }): Html => (
  <div class="os-correction" id={`entry-${entry.id}`}>
    <p><strong>Corrected on {formatDateTime(entry.recordedAt)} by {byOf(entry)}</strong></p>
    {entry.text ? paragraphs(entry.text) : null}
  </div>
);

function body(entry: TimelineEntry, corrections: readonly TimelineEntry[], { actions, beside, toThePerson }: EntriesProps): Child {
  const text = textOf(entry);
  return (
    <>
      {text ? paragraphs(text) : null}
      {entry.nextStep ? <p><strong>Next step:</strong> {entry.nextStep}</p> : null}
      {corrections.map((correction) => <Correction entry={correction} />)}
      {entry.type === 'note' && beside ? beside('ContactNote', entry) : null}
      {entry.type === 'note' && !toThePerson ? <Sub>{audienceWords(entry)}</Sub> : null}
      {entry.type === 'note' && actions ? actions(entry) : null}
    </>
  );
}

function tagOf(entry: TimelineEntry): { text: string; colour: 'blue' | 'grey' | 'yellow' | 'green' } {
  if (entry.type === 'change') return { text: 'Change', colour: 'grey' };
  if (entry.correctsId) return { text: 'Correction', colour: 'yellow' };
  return { text: startCase(CATEGORY_WORDS[entry.category as Category]), colour: entry.kind === 'encounter' ? 'green' : 'blue' };
}

/** What happened, newest first, with corrections beside what they correct; one whose note is on another page stands by itself. */
export function Entries(props: EntriesProps): Html {
  const { entries, level } = props;
  const shown = new Set(entries.filter((entry) => !entry.correctsId).map((entry) => entry.id));
  const besides = (entry: TimelineEntry): TimelineEntry[] => entries.filter((other) => other.correctsId === entry.id).reverse();
  return (
    <Timeline level={level} entries={entries.filter((entry) => !entry.correctsId || !shown.has(entry.correctsId)).map((entry) => ({
      id: entry.id,
      at: entry.at,
      title: entry.correctsId ? `Correction of a note of ${formatDate(entry.at)}` : titleOf(entry),
      by: byOf(entry),
      tag: tagOf(entry),
      body: body(entry, besides(entry), props),
    }))} />
  );
}
