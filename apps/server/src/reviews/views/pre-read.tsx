import { formatDate, PrintButton, readerOf, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { aboutMe, changes, fullPlan } from '../../care-plans/views/sample';
import { VoiceMark } from '../../care-plans/views/voice';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, landlord, TODAY } from '../../person/views/sample';
import type { PreReadModel } from '../pre-read.desk';
import { preRead } from '../pre-read';
import { asPartner } from './answers-sample';
import { points } from './agenda-sample';
import { saidByCarers } from './carer-words-sample';
import { ownWords } from './own-words-sample';
import { aReview } from './sample';

interface PreReadPageProps extends PreReadModel {
  ctx: PageContext;
  today: string;
}

/** What somebody reads before a review: who it is about, what is asked of them and what is new, and one sentence on what they see here. */
export function PreReadPage({ ctx, today, ...model }: PreReadPageProps): Html {
  const { identity, review } = model;
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const { title, when, youSee, parts } = preRead(model);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={title} today={today} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{when}</p>
      <p class="os-result">{youSee}</p>
      <PrintButton />
      <p class="os-noprint"><a class="nhsuk-link" href={`${at}/pre-read/pdf`}>Download it as two pages (PDF)</a></p>
      {parts.map(({ key, heading, items, none }) => (
        <Section id={key} title={heading}>
          {key === 'family' && items.length > 0 ? <p class="nhsuk-u-margin-bottom-1"><VoiceMark voice="carer" /></p> : null}
          {items.length === 0 ? <p>{none}</p> : <ul class="os-list">{items.map(([first, ...others]) => <li><strong>{first}</strong>{others.map((line) => <Sub>{line}</Sub>)}</li>)}</ul>}
          {key === 'questions' && items.length > 0 ? <p class="os-noprint"><a class="nhsuk-link" href={`${at}#tasks`}>Answer them</a></p> : null}
        </Section>
      ))}
      <p class="os-printed">Printed on {formatDate(today)} by {readerOf(ctx)}. Medicines and allergies are not held here.</p>
    </PersonShell>
  );
}

const draw = (traits: Partial<PreReadModel>): Html => (
  <PreReadPage ctx={landlord} today={TODAY} {...asPartner} writesPlan={false} points={points} toPromise={points.slice(1, 2)} plan={fullPlan} aboutMe={aboutMe} youSee={['identity', 'plan', 'housing']} changes={changes.differences} ours={asPartner.own[0]?.ownerOrganisationId ?? null}
    contributions={[...asPartner.contributions, ...saidByCarers, ...ownWords.map((contribution) => ({ contribution, organisation: 'Marlshire County Council', saidFor: null, carer: null }))]} {...traits} />
);
export const states: PageStates = {
  full: () => draw({}),
  unread: () => draw({ changes: null }),
  bare: () => draw({ identity: bareIdentity, review: aReview({ startsAt: null, state: 'due', readBy: null }), goals: [], own: [], contributions: [], points: [], toPromise: [], aboutMe: [], changes: [], mayAnswer: false, youSee: [], ours: null, plan: { ...fullPlan, content: { statements: [], needs: [], goals: [], otherActions: [] } } }),
};
