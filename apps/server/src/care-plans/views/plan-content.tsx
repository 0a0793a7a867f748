import { inDirectory, type CareAction, type CarePlan, type GoalWithActions, type Need, type PlanStatement, type StatementSection } from '@app/care-plans';
import type { SeenReferral } from '@app/referrals';
import { formatDate, Overdue, Phone, Section, Sub, Tag, type Child, type Html } from '@app/web-kit';
import type { Beside } from '../../corrections/views/said-wrong';
import { StateTag } from '../../referrals/views/words';
import { ACTION_STATE_WORDS, doerWords, goalWords, needWords, noContingencyWords, noStepWords, SECTION_WORDS } from './words';

export interface PlanContentProps {
  plan: CarePlan;
  /** what the person is called */
  name: string;
  /** the local calendar day */
  today: string;
  /** where a step is told how far it has got; left out on paper and on pages that are only read */
  stepsAt?: string | undefined;
  /** where a service is looked for that helps with a need, and what was asked of services already; left out where plans are only read */
  asks?: { readonly at: string; readonly referrals: ReadonlyMap<string, readonly SeenReferral[]> } | undefined;
  /** what stands beside a line */
  beside?: Beside | undefined;
  /** where a change to a line is suggested, with the line's id to come behind it; left out where it is not the reader's to suggest one */
  suggestAt?: string | undefined;
  /** to the person themselves and on their paper: without marks for staff */
  toThePerson?: boolean | undefined;
}

const lines = (text: string): Child => text.split(/\n+/).map((line) => <p>{line}</p>);

/** The way to a suggestion about one line. */
const Suggest = ({ at, itemId, words }: { at: string | undefined; itemId: string; words: string }): Html | null =>
  (at ? <Sub><a class="nhsuk-link os-noprint" href={`${at}${itemId}`}>Suggest a change<span class="nhsuk-u-visually-hidden">: {words}</span></a></Sub> : null);

function Statement({ row, beside, suggestAt }: { row: PlanStatement } & Pick<PlanContentProps, 'beside' | 'suggestAt'>): Html {
  return (
    <>
      {lines(row.text)}
      {row.contact ? <p><strong>Ring first:</strong> <Phone value={row.contact} /></p> : null}
      <Suggest at={suggestAt} itemId={row.itemId} words={row.text} />
      {beside?.('PlanStatement', row)}
    </>
  );
}

function When({ action, today, toThePerson }: { action: CareAction } & Pick<PlanContentProps, 'today' | 'toThePerson'>): Html {
  const isOver = action.dueOn !== null && action.dueOn < today && action.isLive && !toThePerson;
  return <>{action.dueOn ? <>, by {formatDate(action.dueOn)}</> : null}{action.daysTimes ? `, ${action.daysTimes}` : null}{isOver ? <> <Overdue /></> : null}</>;
}

/** One step: what, who, by when, how far. */
export function Step({ action, plan: { organisations }, name, today, stepsAt, beside, suggestAt, toThePerson }: PlanContentProps & { action: CareAction }): Html {
  const isTold = action.state !== 'open';
  return (
    <li id={`step-${action.itemId}`}>
      <p class="nhsuk-u-margin-bottom-1">{action.what}{isTold ? <> <Tag text={ACTION_STATE_WORDS[action.state]} colour={action.state === 'done' ? 'green' : action.state === 'blocked' ? 'orange' : 'blue'} /></> : null}</p>
      <Sub>{doerWords(action, organisations, name) ?? 'Nobody does it yet'}<When action={action} today={today} toThePerson={toThePerson} /></Sub>
      {action.stateReason && isTold ? <Sub>{action.stateReason}</Sub> : null}
      {stepsAt && action.next.length > 0 ? <Sub><a class="nhsuk-link os-noprint" href={`${stepsAt}/${action.itemId}`}>Say how far it has got<span class="nhsuk-u-visually-hidden">: {action.what}</span></a></Sub> : null}
      <Suggest at={suggestAt} itemId={action.itemId} words={action.what} />
      {beside?.('CareAction', action)}
    </li>
  );
}

function GoalPart({ goal: { goal, actions }, level, ...props }: PlanContentProps & { goal: GoalWithActions; level: 3 }): Html {
  const Title = `h${level}` as const;
  return (
    <div class="os-goal" id={`goal-${goal.itemId}`}>
      <Title class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{goal.text}</Title>
      <Sub>{goalWords(goal)}</Sub>
      {goal.why ? <p class="nhsuk-u-margin-top-2">{goal.why}</p> : null}
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

const NeedLine = ({ need, asks, beside, suggestAt }: { need: Need } & Pick<PlanContentProps, 'asks' | 'beside' | 'suggestAt'>): Html => (
  <li id={`need-${need.itemId}`}>
    {need.text}
    <Sub>{needWords(need)}</Sub>
    {asks ? <Asked need={need} asks={asks} /> : null}
    <Suggest at={suggestAt} itemId={need.itemId} words={need.text} />
    {beside?.('Need', need)}
  </li>
);

const FIRST: readonly StatementSection[] = ['what_matters', 'strengths'];
const LAST: readonly StatementSection[] = ['who_to_ring', 'if_it_goes_wrong', 'home'];

/** The plan in the order of the standard (PRSB): what matters, goals and steps, needs, whom to ring and what if it goes wrong. A part that the reader sees nothing of is not there. */
export function PlanParts(props: PlanContentProps): Html {
  const { plan: { content } } = props;
  const noContingency = noContingencyWords(props.plan);
  const parts = (sections: readonly StatementSection[]): Html[] => sections.flatMap((section) => {
    const rows = content.statements.filter((row) => row.section === section);
    return rows.length === 0 ? [] : [<Section id={`part-${section.replaceAll('_', '-')}`} title={SECTION_WORDS[section]}>{rows.map((row) => <Statement row={row} beside={props.beside} suggestAt={props.suggestAt} />)}</Section>];
  });
  return (
    <>
      {parts(FIRST)}
      {content.goals.length > 0 ? <Section id="goals" title="Goals and steps">{content.goals.map((goal) => <GoalPart {...props} goal={goal} level={3} />)}</Section> : null}
      {content.otherActions.length > 0 ? <Section id="steps" title="Steps"><ul class="os-list">{content.otherActions.map((action) => <Step {...props} action={action} />)}</ul></Section> : null}
      {content.needs.length > 0 ? <Section id="needs" title="Needs"><ul class="os-list">{content.needs.map((need) => <NeedLine need={need} asks={props.asks} beside={props.beside} suggestAt={props.suggestAt} />)}</ul></Section> : null}
      {parts(LAST)}
      {noContingency ? <Section id="part-if-it-goes-wrong" title={SECTION_WORDS.if_it_goes_wrong}><p>{noContingency}</p></Section> : null}
    </>
  );
}

export const isBare = ({ content }: CarePlan): boolean => content.statements.length + content.needs.length + content.goals.length + content.otherActions.length === 0;
