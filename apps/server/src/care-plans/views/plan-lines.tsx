import { inDirectory, type CareAction, type CarePlan, type Goal, type GoalWithActions, type Need, type PlanStatement } from '@app/care-plans';
import type { AboutMe } from '@app/persons';
import type { SeenReferral } from '@app/referrals';
import { formatDate, Overdue, Phone, Sub, Tag, type Child, type Html } from '@app/web-kit';
import type { Beside } from '../../corrections/views/said-wrong';
import { StateTag } from '../../referrals/views/words';
import { VoiceMark } from './voice';
import { ACTION_STATE_WORDS, doerWords, goalFacts, goalJudged, HOW_DONE_WORDS, needFacts, noStepWords, offeredWords } from './words';

export interface PlanContentProps {
  plan: CarePlan;
  /** what the person wants everyone to know; left out where the plan is read without it */
  aboutMe?: readonly AboutMe[] | undefined;
  /** what the person is called */
  name: string;
  /** the local calendar day */
  today: string;
  /** where a step is told how far it has got; left out on paper and on pages that are only read */
  stepsAt?: string | undefined;
  /** where a service is looked for that helps with a need, and what was asked of services already; left out where plans are only read */
  asks?: { readonly at: string; readonly referrals: ReadonlyMap<string, readonly SeenReferral[]> } | undefined;
  /** where one reads and says how a goal goes; left out where plans are only read */
  goalsAt?: string | undefined;
  /** what stands beside a line */
  beside?: Beside | undefined;
  /** where a change to a line is suggested, with the line's id to come behind it; left out where it is not the reader's to suggest one */
  suggestAt?: string | undefined;
  /** to the person themselves and on their paper: without marks for staff */
  toThePerson?: boolean | undefined;
}

export const paragraphs = (text: string): Child => text.split(/\n+/).map((line) => <p>{line}</p>);

/** The way to a suggestion about one line. */
const Suggest = ({ at, itemId, words }: { at: string | undefined; itemId: string; words: string }): Html | null =>
  (at ? <Sub><a class="nhsuk-link os-noprint" href={`${at}${itemId}`}>Suggest a change<span class="nhsuk-u-visually-hidden">: {words}</span></a></Sub> : null);

export function Statement({ row, beside, suggestAt }: { row: PlanStatement } & Pick<PlanContentProps, 'beside' | 'suggestAt'>): Html {
  return (
    <>
      {paragraphs(row.text)}
      {row.contact ? <p>{row.section === 'conditions' ? <><strong>Who leads on this:</strong> {row.contact}</> : <><strong>Ring first:</strong> <Phone value={row.contact} /></>}</p> : null}
      <Sub><VoiceMark voice={row.voice} /></Sub>
      <Suggest at={suggestAt} itemId={row.itemId} words={row.text} />
      {beside?.('PlanStatement', row)}
    </>
  );
}

function When({ action, today, toThePerson }: { action: CareAction } & Pick<PlanContentProps, 'today' | 'toThePerson'>): Html {
  const isOver = action.dueOn !== null && action.dueOn < today && action.isLive && !toThePerson;
  return <>{action.dueOn ? <>, by {formatDate(action.dueOn)}</> : null}{action.daysTimes ? `, ${action.daysTimes}` : null}{isOver ? <> <Overdue /></> : null}</>;
}

/** One step: what, who, by when, how, how far. */
export function Step({ action, plan: { organisations }, name, today, stepsAt, beside, suggestAt, toThePerson }: PlanContentProps & { action: CareAction }): Html {
  const isTold = action.state !== 'open';
  return (
    <li id={`step-${action.itemId}`}>
      <p class="nhsuk-u-margin-bottom-1">{action.what}{isTold ? <> <Tag text={ACTION_STATE_WORDS[action.state]} colour={action.state === 'done' ? 'green' : action.state === 'blocked' ? 'orange' : 'blue'} /></> : null}</p>
      <Sub>{doerWords(action, organisations, name) ?? 'Nobody does it yet'}<When action={action} today={today} toThePerson={toThePerson} /></Sub>
      {HOW_DONE_WORDS(action).map((line) => <Sub>{line}</Sub>)}
      {action.stateReason && isTold ? <Sub>{action.stateReason}</Sub> : null}
      {stepsAt && action.next.length > 0 ? <Sub><a class="nhsuk-link os-noprint" href={`${stepsAt}/${action.itemId}`}>Say how far it has got<span class="nhsuk-u-visually-hidden">: {action.what}</span></a></Sub> : null}
      <Suggest at={suggestAt} itemId={action.itemId} words={action.what} />
      {beside?.('CareAction', action)}
    </li>
  );
}

/** How the goal goes: to the person, and to the team. */
function Judged({ goal, plan, name, goalsAt }: Pick<PlanContentProps, 'plan' | 'name' | 'goalsAt'> & { goal: Goal }): Html {
  return (
    <>
      {goalJudged(plan, goal.itemId, name).map(({ side, says, words }) => <Sub><strong>{side}:</strong> {says}.{words ? ` “${words}”` : null}</Sub>)}
      {goalsAt ? <Sub><a class="nhsuk-link os-noprint" href={`${goalsAt}/${goal.itemId}`}>How it goes, and what was said before<span class="nhsuk-u-visually-hidden">: {goal.text}</span></a></Sub> : null}
    </>
  );
}

export function GoalPart({ goal: { goal, actions }, level, ...props }: PlanContentProps & { goal: GoalWithActions; level: 3 }): Html {
  const Title = `h${level}` as const;
  const facts = goalFacts(goal);
  return (
    <div class="os-goal" id={`goal-${goal.itemId}`}>
      <Title class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{goal.text}</Title>
      <Sub><VoiceMark voice={goal.voice} />{facts ? ` ${facts}` : null}</Sub>
      {goal.why ? <p class="nhsuk-u-margin-top-2">{goal.why}</p> : null}
      <Judged {...props} goal={goal} />
      <Suggest at={props.suggestAt} itemId={goal.itemId} words={goal.text} />
      {props.beside?.('Goal', goal)}
      {actions.length === 0
        ? <p class="nhsuk-u-margin-top-2">{noStepWords(goal)}</p>
        : <ul class="os-list nhsuk-u-margin-top-2">{actions.map((action) => <Step {...props} action={action} />)}</ul>}
    </div>
  );
}

/** What was asked of services for a need, and where to look for another. */
function Asked({ need, asks }: { need: Need; asks: NonNullable<PlanContentProps['asks']> }): Html | null {
  const referrals = asks.referrals.get(need.itemId) ?? [];
  const isMet = need.state === 'resolved';
  if (isMet && referrals.length === 0) return null;
  return (
    <>
      {referrals.map(({ referral, names }) => <p class="nhsuk-u-margin-bottom-1"><a class="nhsuk-link" href={`/referrals/${referral.id}`}>{referral.serviceName}, {names.to}</a> <StateTag state={referral.state} /></p>)}
      {isMet ? null : (
        <Sub><a class="nhsuk-link os-noprint" href={`${asks.at}?${new URLSearchParams({ need: inDirectory(need.domain), forNeed: need.itemId }).toString()}`}>Find a service for this need<span class="nhsuk-u-visually-hidden">: {need.text}</span></a></Sub>
      )}
    </>
  );
}

export const NeedLine = ({ need, asks, beside, suggestAt }: { need: Need } & Pick<PlanContentProps, 'asks' | 'beside' | 'suggestAt'>): Html => (
  <li id={`need-${need.itemId}`}>
    {need.text}
    <Sub><VoiceMark voice={need.voice} /> {needFacts(need)}</Sub>
    {offeredWords(need).map((line) => <Sub>{line}</Sub>)}
    {asks ? <Asked need={need} asks={asks} /> : null}
    <Suggest at={suggestAt} itemId={need.itemId} words={need.text} />
    {beside?.('Need', need)}
  </li>
);
