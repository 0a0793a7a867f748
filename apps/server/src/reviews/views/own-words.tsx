import type { Coming, ReviewContribution, SaidHow } from '@app/reviews';
import { formatDate, Section, Sub, type Html } from '@app/web-kit';

export const COMING_QUESTIONS: Record<Coming, string> = { yes: 'Yes', maybe: 'I do not know yet', no: 'No' };
export const HOW_WORDS: Record<SaidHow, string> = { phone: 'By telephone', face_to_face: 'Face to face', paper: 'On paper' };
const WANTS: Record<Coming, string> = { yes: 'Wants to come', maybe: 'Does not know yet whether to come', no: 'Does not want to come' };
const I_WANT: Record<Coming, string> = { yes: 'I want to come', maybe: 'I do not know yet whether I come', no: 'I do not want to come' };

/** What the person said themselves, and how. */
export const ownWordsBy = ({ how, sentAt, createdAt, authorName }: ReviewContribution, name: string): string => {
  const on = formatDate(sentAt ?? createdAt);
  return how === null || how === 'own_page' ? `${authorName}, on their own page, ${on}` : `${name}, ${HOW_WORDS[how].toLowerCase()}, ${on}. Written down by ${authorName}`;
};

/** One thing that the person says, in a line. */
export const ownWordsLine = ({ kind, answer, text }: ReviewContribution): string => (kind === 'coming' && answer ? WANTS[answer as Coming] : `${kind === 'matters' ? 'What matters' : 'To talk about'}: ${text ?? ''}`);

/** Each thing that the person says, in their own words. */
export const OwnWordLines = ({ said, name, mine }: { said: readonly ReviewContribution[]; name: string; mine?: true }): Html => (
  <ul class="os-list">
    {said.map((one) => (
      <li id={`said-${one.id}`}>
        {one.kind === 'coming' && one.answer ? <strong>{(mine ? I_WANT : WANTS)[one.answer as Coming]}</strong> : <><strong>{one.kind === 'matters' ? 'What matters' : 'To talk about'}</strong><p class="os-text nhsuk-u-margin-bottom-1">{one.text}</p></>}
        <Sub>{ownWordsBy(one, name)}</Sub>
      </li>
    ))}
  </ul>
);

/** What the person says for a review, before anybody else's words; whoever holds it writes down what they were told. */
export const OwnWordsPart = ({ said, name, writeAt }: { said: readonly ReviewContribution[]; name: string; writeAt: string | null }): Html | null => (said.length === 0 && !writeAt ? null : (
  <Section id="own-words" title={`What ${name} says`}>
    {said.length === 0 ? <p>Nothing yet that you can see.</p> : <OwnWordLines said={said} name={name} />}
    {writeAt ? <p class="os-noprint"><a class="nhsuk-link" href={writeAt}>Write down what {name} said</a></p> : null}
  </Section>
));
