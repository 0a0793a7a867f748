import type { Preview } from '@app/overviews';
import type { Html } from '@app/web-kit';
import { readersInWords } from './words';

export const Lines = (props: { title: string; lines: readonly string[] }): Html | null => (props.lines.length === 0 ? null : (
  <>
    <p class="nhsuk-u-margin-bottom-1"><strong>{props.title}</strong></p>
    <ul class="nhsuk-list nhsuk-list--bullet">{props.lines.map((line) => <li>{line}</li>)}</ul>
  </>
));

/** Who would read what is being written, before it is saved. The browser's script fills it anew as choices change. */
export function WhoWillSee({ preview }: { preview: Preview | null }): Html {
  const words = preview && readersInWords(preview);
  return (
    <div class="nhsuk-inset-text" id="who-will-see" role="status" aria-label="Who will see this">
      {words
        ? <><Lines title="If you save it now, these will see it" lines={words.sees} /><Lines title="These will not" lines={words.doesNot} /></>
        : <p>Choose who may see it. Then this says who that is, by name.</p>}
    </div>
  );
}
