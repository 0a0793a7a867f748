import type { Agreed } from '@app/sharing';
import { formatDate, SummaryList, summaryRow, type Html } from '@app/web-kit';
import { ANSWER_WORDS, askAgainWords, capacityWords, HOW_WORDS } from './words';

/** What was agreed, when, how and with whom there; to staff and to the person the same. */
export function AgreedList({ last: { conversation, organisation }, today, mine = false }: { last: NonNullable<Agreed['last']>; today: string; mine?: boolean }): Html {
  const { answer, heldOn, how, present, spokeAlone, interpreter, endsOn, reviewOn, words, authorName } = conversation;
  return (
    <SummaryList rows={[
      summaryRow('Agreed', ANSWER_WORDS[answer], ''),
      summaryRow(mine ? 'In my words' : 'In their words', words, 'No words recorded'),
      summaryRow('When and how', `${HOW_WORDS[how]}, ${formatDate(heldOn)}`, ''),
      summaryRow('Recorded by', `${authorName}, ${organisation}`, ''),
      summaryRow(mine ? 'I spoke alone' : 'Spoke alone', spokeAlone ? 'Yes' : 'No: somebody else was there', ''),
      summaryRow('Who else was there', present, 'Nobody named'),
      summaryRow('Interpreter', interpreter, 'None'),
      summaryRow('This decision', capacityWords(conversation, mine), mine ? 'I asked for it' : 'They asked for it'),
      summaryRow('Ends', endsOn && `With the end of ${formatDate(endsOn)}, as ${mine ? 'I' : 'they'} said`, answer === 'stop' ? 'It has stopped' : 'No end set'),
      summaryRow('We ask again', reviewOn && askAgainWords(reviewOn, today), mine ? 'When I want to talk about it again' : 'When they want to talk about it again'),
    ]} />
  );
}
