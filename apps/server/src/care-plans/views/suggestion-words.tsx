import { waitsTooLong, type AnswerReason, type PlanSuggestion, type SaidHow, type SeenSuggestion, type SuggestedKind, type SuggestionState } from '@app/care-plans';
import { formatDate, Overdue, Sub, Tag, type Html } from '@app/web-kit';
import { versionWords } from './words';

export const LINE_WORDS: Record<SuggestedKind, string> = { need: 'need', goal: 'goal', action: 'step', statement: 'part of the plan' };
const SAID_WORDS: Record<SaidHow, string> = { own_page: 'on their own page', phone: 'by phone', paper: 'on paper', face_to_face: 'face to face' };
export const TOLD_WORDS = { phone: 'By phone', paper: 'On paper', face_to_face: 'Face to face' } as const;
export const REASON_WORDS: Record<AnswerReason, string> = {
  person_does_not_want: 'The person does not want it', already_there: 'It is in the plan already', done_otherwise: 'Something else is done about it', not_possible: 'It cannot be done now',
  not_for_plan: 'It does not belong in the plan', talk_first: 'It has to be talked about first', other: 'Another reason',
};
const STATE_WORDS: Record<SuggestionState, string> = { waiting: 'Waits for an answer', taken: 'Taken into the draft', partly: 'Taken in part into the draft', not_taken: 'Not taken', withdrawn: 'Taken back' };
const COLOURS: Record<SuggestionState, string> = { waiting: 'yellow', taken: 'green', partly: 'aqua-green', not_taken: 'grey', withdrawn: 'grey' };

/** How it stands: what is published says in which version, to who may know of it. */
export function standingWords({ suggestion: { state, publishedAt }, version }: SeenSuggestion): string {
  if (!publishedAt) return STATE_WORDS[state];
  const where = version ? `In ${versionWords(version).toLowerCase()}` : 'In the plan';
  return state === 'partly' ? `${where}, in part` : where;
}

export const SuggestionTag = ({ seen, today }: { seen: SeenSuggestion; today: string }): Html => (
  <>
    <Tag text={standingWords(seen)} colour={COLOURS[seen.suggestion.state] as 'grey'} />
    {waitsTooLong(seen.suggestion, today) ? <> <Overdue>Waits too long</Overdue></> : null}
  </>
);

/** Whose words they are, and who wrote them down. @param name what the person is called; null to the person themselves */
export function saidByWords({ suggestion: { voice, how, authorName }, organisation }: SeenSuggestion, name: string | null): string {
  if (voice === 'professional') return `${authorName}, ${organisation}`;
  if (how === 'own_page') return name ? `${name}, ${SAID_WORDS.own_page}` : 'You, on this page';
  return `${name ?? 'You'}, ${SAID_WORDS[how ?? 'phone']}, written down by ${authorName}, ${organisation}`;
}

/** The answer in a sentence; null while there is none. @param short without what the tag beside it says */
export function answerWords({ suggestion: { answeredBy, movedAt, reason, because } }: SeenSuggestion): string | null {
  if (!answeredBy) return null;
  const why = [reason && reason !== 'other' ? REASON_WORDS[reason] : null, because].filter(Boolean).join('. ');
  return `${answeredBy}, ${formatDate(movedAt)}${why ? `: ${why}` : ''}`;
}

export const readersWords = ({ audience, sealedTo }: Pick<PlanSuggestion, 'audience' | 'sealedTo'>, name: string | null, visibleToPerson: boolean): string => {
  const who = sealedTo !== null ? 'Those only who know of this help' : audience === 'circle' ? 'Those who read this part of the plan' : 'Those only who suggested it and who write the plan';
  return `${who}${visibleToPerson && name ? `, and ${name}` : ''}`;
};

/** One suggestion in a list: what, by whom, since when, what came of it. */
export function SuggestionLine({ seen, at, name, today }: { seen: SeenSuggestion; at: string; name: string; today: string }): Html {
  const { suggestion } = seen;
  const answer = answerWords(seen);
  return (
    <li id={`suggestion-${suggestion.id}`}>
      <a class="nhsuk-link" href={`${at}/${suggestion.id}`}>{suggestion.text}</a> <SuggestionTag seen={seen} today={today} />
      <Sub>{suggestion.aboutText ? `Instead of: ${suggestion.aboutText}` : `A new ${LINE_WORDS[suggestion.kind]}`}</Sub>
      <Sub>{saidByWords(seen, name)}, {formatDate(suggestion.createdAt)}</Sub>
      {answer ? <Sub>{answer}</Sub> : null}
    </li>
  );
}
