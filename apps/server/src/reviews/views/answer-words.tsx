import { isOwnWord, type Coming, type Progress, type ReviewContribution, type ReviewInvitee, type SaidHow, type SeenContribution } from '@app/reviews';
import { formatDate, Sub, Tag, WarningCallout, type Html } from '@app/web-kit';
import { VoiceMark } from '../../care-plans/views/voice';
import type { FormState } from '../../http';
import { HOW_WORDS, ownWordsBy } from './own-words';

export const PROGRESS_WORDS: Record<Progress, string> = { going_well: 'Going well', some_progress: 'Some progress', stuck: 'Stuck', achieved: 'Achieved', not_known: 'I do not know' };
export const COMING_WORDS: Record<Coming, string> = { yes: 'Comes', maybe: 'May come', no: 'Does not come' };
const CONFIRMED = { right: 'They say that this is right', not_right: 'They say that this is not right' } as const;
const COLOURS: Record<string, string> = { going_well: 'green', achieved: 'green', some_progress: 'blue', stuck: 'red', not_known: 'grey', yes: 'green', maybe: 'yellow', no: 'grey' };

export const answerWords = ({ answer }: Pick<ReviewContribution, 'answer'>): string | null => (answer === null ? null : ({ ...PROGRESS_WORDS, ...COMING_WORDS, right: CONFIRMED.right, not_right: CONFIRMED.not_right, accepts: 'We do this', declines: 'We do not do this' } as Record<string, string>)[answer] ?? null);
export const AnswerTag = ({ answer }: Pick<ReviewContribution, 'answer'>): Html | null => (answer === null ? null : <Tag text={answerWords({ answer }) ?? ''} colour={(COLOURS[answer] ?? 'grey') as 'grey'} />);

/** Who said it: themselves, or by telephone to somebody who wrote it down. */
export function saidWords({ contribution, organisation, saidFor, carer }: SeenContribution): string {
  const { authorName, saidByName, sentAt, createdAt, how } = contribution;
  if (isOwnWord(contribution)) return ownWordsBy(contribution, 'The person');
  const on = formatDate(sentAt ?? createdAt);
  if (carer) return `Said by ${carer.name ? `${carer.name}, ` : ''}a family carer, ${HOW_WORDS[how as SaidHow].toLowerCase()} on ${on}, written down by ${authorName}, ${organisation}`;
  return saidFor ? `${saidByName ?? ''}, ${saidFor.organisation}, by telephone on ${on}, written down by ${authorName}, ${organisation}` : `${authorName}, ${organisation}, ${on}`;
}

/** Of a family carer's words that the person is not to read: whoever reads them is told. */
export const notForPerson = ({ contribution }: SeenContribution): string | null => (contribution.personMayRead === false ? 'Not for the person to read' : null);
/** Whose words they are, where they are a family carer's, and whether the person is not to read them. */
export const CarerMark = ({ seen }: { seen: SeenContribution }): Html | null => (seen.carer === null ? null : <Sub><VoiceMark voice="carer" />{notForPerson(seen) ? <> <Tag text={notForPerson(seen) ?? ''} colour="orange" /></> : null}</Sub>);

/** Whether what was written down for somebody is right, as they say; null for what somebody said themselves. */
export function confirmedWords({ saidFor }: SeenContribution): string | null {
  if (!saidFor) return null;
  return saidFor.confirmation ? [answerWords(saidFor.confirmation), saidFor.confirmation.text].filter(Boolean).join(': ') : 'They have not said yet whether this is right';
}

/** One thing that was said, and, where it was written down for somebody, whether they say that it is right. */
export function Said({ seen, about }: { seen: SeenContribution; about?: true }): Html {
  const { contribution } = seen;
  return (
    <li id={`said-${contribution.id}`}>
      {about && contribution.aboutText ? <Sub>About: {contribution.aboutText}</Sub> : null}
      {contribution.kind === 'promise' && contribution.aboutText ? <Sub>Do you do this: {contribution.aboutText}</Sub> : null}
      {contribution.kind === 'dissent' ? <><Tag text="Does not agree" colour="orange" /> </> : <AnswerTag answer={contribution.answer} />} {contribution.onDate ? `By ${formatDate(contribution.onDate)}. ` : null}{contribution.text}
      <CarerMark seen={seen} />
      <Sub>{saidWords(seen)}{contribution.sentAt ? null : '. Not sent yet'}</Sub>
      {confirmedWords(seen) ? <Sub>{confirmedWords(seen)}</Sub> : null}
    </li>
  );
}

/** What a colleague saved meanwhile stands above what is typed, until the writer has read it. */
export const SaidMeanwhile = ({ form, said }: { form: FormState; said: ReviewContribution | null | undefined }): Html | null => (form.current === undefined || !said ? null : (
  <WarningCallout heading="Both answers are here" headingLevel={2} html={(
    <>
      <p>{said.authorName} has answered for you meanwhile: {[answerWords(said), said.text ? `“${said.text}”` : null].filter(Boolean).join('. ')}</p>
      <p>What you wrote is below and is not saved yet. When you save it, it takes the place of the other.</p>
    </>
  )} />
));

/** What an organisation that is asked has answered so far, as far as the reader may know of it. */
export function answeredWords(invitee: ReviewInvitee, all: readonly SeenContribution[]): string | null {
  if (invitee.kind !== 'organisation') return null;
  const theirs = all.filter(({ contribution, saidFor }) => (saidFor ? contribution.saidByOrganisationId : contribution.ownerOrganisationId) === invitee.organisationId && contribution.how === null && contribution.sentAt !== null);
  const coming = theirs.find(({ contribution }) => contribution.kind === 'coming');
  const said = theirs.some(({ contribution }) => contribution.kind === 'update');
  return [coming ? answerWords(coming.contribution) : 'Has not said whether they come', said ? 'their update is in' : 'no update yet'].join(', ');
}
