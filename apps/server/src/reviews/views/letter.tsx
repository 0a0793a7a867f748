import { EmptyState, PrintButton, Section, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { letterOf } from '../letter';
import type { ReviewLetterModel } from '../review-letter.desk';
import { agendaModel, aPoint } from './agenda-sample';
import { aReview } from './sample';

interface LetterPageProps extends ReviewLetterModel {
  ctx: PageContext;
  today: string;
}

/** What was decided, for the person to keep: printed here, or as a PDF in the print that they read. */
export function LetterPage({ ctx, identity, review, letter, today }: LetterPageProps): Html {
  const { personId, preferred, given, communicationNeeds } = identity.person;
  const at = `/people/${personId}/reviews/${review.id}`;
  const name = preferred ?? given ?? 'the person';
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Letter after the review" today={today} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">What we decided together</h1>
      {letter === null ? <EmptyState title="There is no letter to send"><p>There is one when the review is closed and {name} may read what came of it. <a class="nhsuk-link" href={at}>Look at how the review stands</a>.</p></EmptyState> : (
        <>
          <p class="os-noprint">It has only what {name} may read. Before it is sent or handed over, think of who else reads it where {name} lives.{communicationNeeds ? ` How it has to be: ${communicationNeeds}` : ''}</p>
          <p>Dear {letter.to},</p>
          <p>{letter.opening}</p>
          <p class="os-text">{letter.summary}</p>
          {letter.said ? <p>You said: “{letter.said}”</p> : null}
          {letter.decided.length > 0 ? <Section id="who-does-what" title="What was decided, and who does what"><ul class="os-list">{letter.decided.map((line) => <li>{line}</li>)}</ul></Section> : null}
          <Section id="next" title="What comes next">
            {letter.again ? <p>{letter.again}</p> : null}
            <p>{letter.ring}</p>
          </Section>
          <p class="os-noprint"><a class="nhsuk-link" href={`${at}/letter/pdf`}>PDF</a>, <a class="nhsuk-link" href={`${at}/letter/pdf?size=large`}>PDF in large print</a></p>
          <PrintButton />
        </>
      )}
    </PersonShell>
  );
}

const over = {
  ...agendaModel, review: aReview({ state: 'closed', outcome: 'no_change', summary: 'You sing from the chair.\nThe gutter comes before the winter.', personView: 'agrees', personSaid: 'Good', nextReviewOn: '2027-03-01' }),
  points: [...agendaModel.points, aPoint({ kind: 'said', question: 'The lift is broken', outcome: 'decision', decided: 'The chair stays downstairs' })],
};
const draw = (traits: Partial<LetterPageProps>): Html => <LetterPage ctx={keyWorker} {...over} letter={letterOf(over)} today={TODAY} {...traits} />;
export const states: PageStates = {
  full: () => draw({}),
  bare: () => draw({ identity: bareIdentity, letter: letterOf({ ...over, points: [], identity: bareIdentity }) }),
  none: () => draw({ letter: null }),
};
