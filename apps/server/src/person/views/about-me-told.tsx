import { isOld, toldUnder, type AboutMe } from '@app/persons';
import { Details, formatDate, Hidden, Section, Sub, Tag, type Html } from '@app/web-kit';
import { paragraphs } from '../../care-plans/views/plan-lines';
import { VoiceMark } from '../../care-plans/views/voice';
import { ABOUT_ME_WORDS } from './words';

interface ToldProps {
  all: readonly AboutMe[];
  /** the local calendar day */
  today: string;
  /** the pages of the entries; null where the reader changes none */
  at: string | null;
  /** the person's name, or null on their own page */
  name: string | null;
  /** whose suggestions the reader may take back */
  userId: string | null;
}

const BECAUSE: Record<string, string> = { replaced: 'said otherwise since', taken_away: 'taken away since' };

/** Whose words, when they were last said, and to whom. */
export function Said({ entry, mine = false }: { entry: AboutMe; mine?: boolean }): Html {
  const to = entry.confirmedByName ? `, still true to ${entry.confirmedByName}` : entry.own ? (mine ? ', written by you' : ', written on their own page') : entry.writtenByName ? `, written down by ${entry.writtenByName}` : '';
  const again = entry.toldAgain > 0 ? ` Asked for again ${entry.toldAgain === 1 ? 'once' : `${entry.toldAgain} times`} although it was known.` : '';
  return <Sub><VoiceMark voice={entry.voice} /> {formatDate(entry.lastConfirmedOn)}{to}.{again}</Sub>;
}

function Suggested({ entry, at, name, userId }: { entry: AboutMe } & Pick<ToldProps, 'at' | 'name' | 'userId'>): Html {
  return (
    <div class="nhsuk-inset-text nhsuk-u-margin-top-2 nhsuk-u-margin-bottom-2">
      <p class="nhsuk-u-margin-bottom-1"><strong>{entry.writtenByName ?? 'Somebody'} suggests</strong>{name ? ` and waits for ${name}` : null}:</p>
      {paragraphs(entry.text)}
      {at && (!name || entry.createdBy === userId) ? <p class="nhsuk-u-margin-bottom-0 os-noprint"><a class="nhsuk-link" href={`${at}/${entry.id}`}>{name ? 'Take it back' : 'Say whether you say it so'}<Hidden>: {entry.text}</Hidden></a></p> : null}
    </div>
  );
}

/** What was told, by the headings of the standard: each with whose words it is and from when, and what stood before. */
export function Told({ all, today, at, name, userId }: ToldProps): Html {
  return (
    <>
      {toldUnder(all).map(({ heading, said, before }) => (
        <Section id={heading} title={ABOUT_ME_WORDS[heading]}>
          {said.length === 0 ? <p>{name ? 'Not told yet.' : 'You have not said anything yet.'}</p> : (
            <ul class="os-list">
              {said.map(({ entry, suggested }) => (
                <li id={`entry-${entry.id}`}>
                  {paragraphs(entry.text)}
                  {isOld(entry, today) ? <p class="nhsuk-u-margin-bottom-1"><Tag text={name ? 'Check that it is still true' : 'Is this still true?'} colour="yellow" /></p> : null}
                  <Said entry={entry} mine={name === null} />
                  {suggested.map((one) => <Suggested entry={one} at={at} name={name} userId={userId} />)}
                  {at ? <p class="nhsuk-u-margin-bottom-0 os-noprint"><a class="nhsuk-link" href={`${at}/${entry.id}`}>Still true, or said otherwise<Hidden>: {entry.text}</Hidden></a></p> : null}
                </li>
              ))}
            </ul>
          )}
          {before.length > 0 ? (
            <Details summary={`What stood there before (${before.length})`} html={
              <ul class="os-list">{before.map((entry) => <li>{paragraphs(entry.text)}<Said entry={entry} mine={name === null} /><Sub>{BECAUSE[entry.endedBecause ?? ''] ?? ''}{entry.endedAt ? `, ${formatDate(entry.endedAt)}` : ''}</Sub></li>)}</ul>
            } />
          ) : null}
        </Section>
      ))}
    </>
  );
}
