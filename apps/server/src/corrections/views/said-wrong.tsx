import type { Correctable, Correction } from '@app/corrections';
import { formatDate, Sub, type Child, type Html } from '@app/web-kit';
import { ANSWERED_WORDS, notAnsweredWords, saidHowWords, saysWrongWords } from './words';

/** What the person says is wrong and what became of it, beside what it is about: to staff and to the person the same. */
export const SaidWrong = ({ correction: c, name }: { correction: Correction; name: string | null }): Html => (
  <div class="os-correction" id={`correction-${c.id}`}>
    <p class="nhsuk-u-margin-bottom-1"><strong>{saysWrongWords(name)}</strong></p>
    <blockquote class="os-quote"><p>“{c.statement}”</p></blockquote>
    <Sub>{saidHowWords(c, name)}</Sub>
    {c.state === 'asked' ? <p>{notAnsweredWords(c)}</p> : <p><strong>{ANSWERED_WORDS[c.state]}:</strong> {c.answer} <Sub>{c.answeredByName}, {c.answeredAt ? formatDate(c.answeredAt) : null}</Sub></p>}
  </div>
);

/** What stands beside an item: what was said about it, and where more is said. */
export type Beside = (kind: Correctable, item: { readonly id: string; readonly itemId?: string }) => Child;

/** @param name null on the person's own page; @param at where one says that an item is wrong; left out on paper and on pages that are only read */
export const besideItem = (corrections: readonly Correction[], name: string | null, at?: string): Beside => (kind, { id, itemId = id }) => (
  <>
    {corrections.filter((one) => one.subjectId === itemId).map((correction) => <SaidWrong correction={correction} name={name} />)}
    {at ? <Sub><a class="nhsuk-link os-noprint" href={`${at}/${kind}/${id}`}>{name ? 'Record a mistake' : 'Say that this is wrong'}</a></Sub> : null}
  </>
);
