import { stillExpected } from '@app/care-plans';
import { fullName, type AboutMe } from '@app/persons';
import { ago, Columns, EmptyState, formatDate, Hidden, Overdue, PrintButton, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import type { Identity } from '@app/overviews';
import { YouSee } from '../../person/views/you-see';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { besideItem } from '../../corrections/views/said-wrong';
import type { PlanModel } from '../plan.desk';
import { ImportedPlan } from './imported-plan';
import { isBare, mattersMost, PlanFirst, PlanRest } from './plan-content';
import { readyProposal } from './proposal-sample';
import { draftStands } from './proposal-words';
import { SuggestionLine } from './suggestion-words';
import { suggestions as sampleSuggestions } from './suggestions-sample';
import { aboutMe as sampleAboutMe, bareModel, housingModel, importedPlan, model } from './sample';
import { ViewOfPerson } from './view-of-person';
import { EXPECTED_WORDS, versionWords } from './words';

interface PlanPageProps extends PlanModel {
  ctx: PageContext;
  identity: Identity;
  aboutMe: readonly AboutMe[];
  /** the local calendar day */
  today: string;
}

/** Which version it is, how old, and whether the reader has read it. */
function Standing({ plan: { version }, readBefore, today, identity: { person } }: PlanPageProps): Html | null {
  if (!version) return null;
  const at = `/people/${person.personId}/plan`;
  return (
    <>
      <p class="os-lead">
        <strong>{versionWords(version)}</strong>, published on {formatDate(version.publishedAt ?? version.createdAt)} ({ago(version.publishedAt ?? version.createdAt, new Date(`${today}T12:00:00Z`))}){version.authorName ? ` by ${version.authorName}` : null}.
        {' '}{version.nextReviewOn ? <>We look at it again on {formatDate(version.nextReviewOn)}.{version.nextReviewOn < today ? <> <Overdue /></> : null}</> : null}
      </p>
      {readBefore ? <p class="os-noprint">You read version {readBefore.label}. <a class="nhsuk-link" href={`${at}/changes?since=${readBefore.id}`}>See what has changed</a></p> : null}
    </>
  );
}

/** That a draft is read beside this plan, which stays the one in force. */
const Proposed = ({ proposed, plan: { version }, identity: { person } }: PlanPageProps): Html | null =>
  (proposed ? <p class="os-noprint" id="proposed">{version ? 'This is the plan in force. ' : ''}There is a draft that you can read. {draftStands(proposed)[0]}. <a class="nhsuk-link" href={`/people/${person.personId}/plan/proposal`}>Read the draft</a></p> : null);

/** What the reader may do with the plan; one green button. */
function Acts({ plan: { version }, draft, mayWrite, identity: { person } }: PlanPageProps): Html | null {
  if (!mayWrite) return null;
  const at = `/people/${person.personId}/plan`;
  const write = draft ? `Go on with the draft${version ? '' : ' of the plan'}` : version ? 'Revise the plan' : 'Start the plan';
  return (
    <div class="os-actions os-noprint">
      <a class="nhsuk-button" href={`${at}/draft`} role="button">{write}</a>
      {version ? <a class="nhsuk-link" href={`${at}/small-update`}>Small update: a number, a day, who does what</a> : null}
    </div>
  );
}

/** What one does with a plan now and then. */
function OtherActs({ plan, identity: { person, windDownUntil } }: PlanPageProps): Html | null {
  if (isBare(plan)) return null;
  const at = `/people/${person.personId}/plan`;
  const acts = [
    plan.version && !windDownUntil ? { href: `${at}/view`, text: 'Write down what they think of it' } : null,
    windDownUntil ? null : { href: `${at}/wrong`, text: 'Something in this plan is wrong' },
    plan.version ? { href: `${at}/print`, text: 'Print view' } : null,
    plan.version ? { href: `${at}/pdf`, text: 'PDF' } : null,
    plan.version ? { href: `${at}/pdf?size=large`, text: 'PDF in large print' } : null,
    { href: `/people/${person.personId}/one-page`, text: 'One page for the practice’s own system (PDF)' },
    { href: `${at}/copy`, text: 'Copy for my own record' },
  ].filter((act) => act !== null);
  return acts.length === 0 ? null : <Section id="more" title="More"><ul class="os-list os-noprint">{acts.map(({ href, text }) => <li><a class="nhsuk-link" href={href}>{text}</a></li>)}</ul></Section>;
}

/** What the standard expects besides, for those who write the plan: a word, never a warning. */
function StillExpected({ plan, aboutMe, mayWrite }: PlanPageProps): Html | null {
  const empty = mayWrite && plan.version ? stillExpected(plan.content, aboutMe.length) : [];
  return empty.length === 0 ? null : <p class="os-noprint" id="expected">The national standard also expects: {empty.map((what) => EXPECTED_WORDS[what]).join(', ')}. None of it is needed to go on.</p>;
}

function Versions({ versions, identity: { person } }: PlanPageProps): Html | null {
  if (versions.length < 2) return null;
  const at = `/people/${person.personId}/plan`;
  return (
    <Section id="versions" title="Versions">
      <ol class="os-list" reversed>
        {versions.map(({ id, label, publishedAt, author, changeSummary }, n) => (
          <li>
            {n === 0 ? <strong>Version {label}</strong> : <a class="nhsuk-link" href={`${at}/versions/${id}`}>Version {label}</a>}
            <Sub>{publishedAt ? formatDate(publishedAt) : null}{author ? `, ${author}` : null}</Sub>
            {changeSummary ? <Sub>{changeSummary}</Sub> : null}
          </li>
        ))}
      </ol>
      <p class="os-noprint"><a class="nhsuk-link" href={`${at}/changes`}>What changed last</a>, or <a class="nhsuk-link" href={`${at}/compare`}>compare two versions side by side</a></p>
    </Section>
  );
}

const MOST_LISTED = 5;

/** What others would change, and the way to suggest something. */
function Suggestions({ suggestions, offered, plan, today, identity: { person } }: PlanPageProps): Html | null {
  if (suggestions.length === 0 && (offered === null || !plan.version)) return null;
  const at = `/people/${person.personId}/plan/suggestions`;
  const waiting = suggestions.filter(({ suggestion }) => suggestion.state === 'waiting').length;
  return (
    <Section id="suggestions" title={waiting > 0 ? `Suggestions (${waiting} waiting)` : 'Suggestions'}>
      {suggestions.length === 0 ? <p>{offered === 'own' ? 'Would you change something? Suggest it beside the line, or something new.' : 'Nobody has suggested a change.'}</p> : (
        <ul class="os-list">{suggestions.slice(0, MOST_LISTED).map((seen) => <SuggestionLine seen={seen} at={at} name={person.preferred ?? person.given} today={today} />)}</ul>
      )}
      {suggestions.length > 0 ? <p class="os-noprint"><a class="nhsuk-link" href={at}>All suggestions</a></p> : null}
      {offered && plan.version ? <p class="os-noprint"><a class="nhsuk-link" href={`${at}/new`}>{offered === 'own' ? 'Suggest something new' : `Record what ${person.preferred ?? person.given} asks for`}</a></p> : null}
    </Section>
  );
}

function Nothing({ mayWrite, identity: { person } }: PlanPageProps): Html {
  const name = person.preferred ?? person.given;
  return (
    <EmptyState title="There is no plan that you can see">
      {mayWrite
        ? <p>One line in each box is enough: what matters to {name}, one goal, one step, who to ring, what if it goes wrong, when you look again.</p>
        : <p>Those who coordinate write it, together with {name}. Ask the key worker, or <a class="nhsuk-link" href={`/people/${person.personId}`}>look who that is</a>.</p>}
    </EmptyState>
  );
}

/** The care plan as it stands, as far as the reader may see it. */
export function PlanPage(props: PlanPageProps): Html {
  const { ctx, identity, plan, today } = props;
  const name = identity.person.preferred ?? identity.person.given;
  const at = `/people/${identity.person.personId}/plan`;
  const parts = {
    plan, aboutMe: props.aboutMe, name, today, stepsAt: `${at}/actions`, goalsAt: `${at}/goals`, suggestAt: props.offered === 'own' ? `${at}/suggestions/new?item=` : undefined, beside: besideItem(props.corrections, name),
    asks: identity.windDownUntil ? undefined : { at: `/people/${identity.person.personId}/referrals/new`, referrals: props.referrals },
  };
  return (
    <PersonShell ctx={ctx} identity={identity} tab="plan" title="Care plan" today={today} matters={mattersMost(plan)}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(identity.person)}: </Hidden>Care plan</h1>
      <Standing {...props} />
      <Proposed {...props} />
      {isBare(plan) ? <><YouSee categories={props.youSee} keyWorker={identity.keyWorker} /><Acts {...props} /><Nothing {...props} /></> : (
        <>
          <PlanFirst {...parts} />
          <Acts {...props} />
          <p class="os-noprint"><a class="nhsuk-link" href={`${at}/who-does-what`}>Who does what, for the fridge</a></p>
          <YouSee categories={props.youSee} keyWorker={identity.keyWorker} />
          <Columns main={<><PlanRest {...parts} /><StillExpected {...props} /></>} side={<><ViewOfPerson plan={plan} name={name} /><Suggestions {...props} /><Versions {...props} /><OtherActs {...props} /><PrintButton /></>} />
        </>
      )}
      {props.imported ? (
        <ImportedPlan ctx={ctx} personId={identity.person.personId} imported={props.imported} name={name} today={today} hasPlan={plan.version !== null || props.draft !== null}
          mayTakeOver={props.mayWrite && plan.version === null && props.draft === null} />
      ) : null}
    </PersonShell>
  );
}

export const states: PageStates = {
  full: () => <PlanPage ctx={keyWorker} identity={sampleIdentity} aboutMe={sampleAboutMe} today={TODAY} {...model} suggestions={sampleSuggestions} />,
  partner: () => <PlanPage ctx={keyWorker} identity={sampleIdentity} aboutMe={sampleAboutMe} today={TODAY} {...model} mayWrite={false} offered="own" />,
  bare: () => <PlanPage ctx={keyWorker} identity={bareIdentity} aboutMe={[]} today={TODAY} {...housingModel} />,
  empty: () => <PlanPage ctx={keyWorker} identity={bareIdentity} aboutMe={[]} today={TODAY} {...bareModel} />,
  imported: () => <PlanPage ctx={keyWorker} identity={sampleIdentity} aboutMe={sampleAboutMe} today={TODAY} {...bareModel} imported={importedPlan} mayWrite />,
  importedBeside: () => <PlanPage ctx={keyWorker} identity={sampleIdentity} aboutMe={sampleAboutMe} today={TODAY} {...model} imported={importedPlan} />,
  proposed: () => <PlanPage ctx={keyWorker} identity={sampleIdentity} aboutMe={sampleAboutMe} today={TODAY} {...model} draft={readyProposal.version} proposed={readyProposal.version} />,
  begin: () => <PlanPage ctx={keyWorker} identity={sampleIdentity} aboutMe={sampleAboutMe} today={TODAY} {...bareModel} mayWrite />,
};
