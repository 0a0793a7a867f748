import type { ContactNote } from '@app/contacts';
import { formatDateTime, type Html } from '@app/web-kit';
import { ABOUT_WORDS, NOTE_WORDS } from '../../person/views/words';

const paragraphs = (text: string): Html[] => text.split('\n').filter(Boolean).map((line) => <p>{line}</p>);

/** A note as it was written, and what was written later to correct it. */
export function NoteText({ note, corrections }: { note: ContactNote; corrections: readonly ContactNote[] }): Html {
  return (
    <div class="nhsuk-inset-text">
      <p><strong>{NOTE_WORDS[note.kind]} {ABOUT_WORDS[note.about]}</strong>, {formatDateTime(note.happenedAt)}{note.authorName ? `, ${note.authorName}` : null}</p>
      {paragraphs(note.text)}
      {corrections.map((one) => (
        <>
          <p><strong>Corrected on {formatDateTime(one.createdAt)}</strong>{one.authorName ? ` by ${one.authorName}` : null}</p>
          {paragraphs(one.text)}
        </>
      ))}
    </div>
  );
}
