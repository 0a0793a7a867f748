import { doerOf, lastSaid, type ActionState, type CareAction, type CarePlan, type Difference, type Expected, type Goal, type GoalJudgement, type GoalProgress, type GoalState, type Judge, type Importance, type Need, type NeedDomain, type NeedState, type PersonView, type PlanVersion, type PlanView, type StatementSection, type UnmetReason, type ViewAsked, type Voice } from '@app/care-plans';
import { formatDate } from '@app/web-kit';
import { HOW_WORDS } from '../../sharing/views/words';

export const SECTION_WORDS: Record<StatementSection, string> = {
  what_matters: 'What matters most', strengths: 'Strengths', home: 'Home', who_to_ring: 'Who to ring', if_it_goes_wrong: 'If it goes wrong', triggers: 'What sets it off', early_signs: 'Early signs',
  at_night: 'Who to ring at night and at weekends', what_helps: 'What helps, and what calms', no_reply: 'When nobody answers the door', carer_cannot: 'If the carer cannot care',
  additional_plans: 'Other plans, and where the original is', money: 'Money and who pays', conditions: 'How my conditions affect each other', reviewer: 'Who sees that we look again',
};
export const EXPECTED_WORDS: Record<Expected, string> = {
  about_me: 'about me', strengths: 'strengths', needs: 'needs', triggers: 'what sets it off', early_signs: 'early signs', what_helps: 'what helps', additional_plans: 'other plans and where they are',
  conditions: 'how the conditions affect each other', reviewer: 'who sees that we look again', importance: 'how important each goal is', confidence: 'how sure they are that a step will work',
};
export const DOMAIN_WORDS: Record<NeedDomain, string> = {
  body: 'Body', mind: 'Mind', daily_living: 'Daily living', home: 'Home', money: 'Money', people: 'People and loneliness', work: 'Work and meaning', spiritual: 'Faith and culture', safety: 'Safety',
  transport: 'Getting about', carer: 'Those who care',
};
export const NEED_STATE_WORDS: Record<NeedState, string> = { open: 'Not met yet', being_met: 'Being met', unmet: 'Cannot be met now', resolved: 'Met' };
export const GOAL_STATE_WORDS: Record<GoalState, string> = {
  proposed: 'Proposed', accepted: 'Agreed', active: 'Working on it', on_hold: 'On hold', achieved: 'Achieved', partly: 'Partly achieved', not_achieved: 'Not achieved', cancelled: 'Given up',
};
export const ACTION_STATE_WORDS: Record<ActionState, string> = { open: 'To do', in_progress: 'Begun', blocked: 'Stuck', done: 'Done', reopened: 'To do again', cancelled: 'Ended' };
/** A new state as one chooses it. */
export const MOVE_WORDS: Record<ActionState, string> = {
  open: 'Nothing is done yet', in_progress: 'It has begun', blocked: 'It is stuck', done: 'It is done', reopened: 'It has to be done again', cancelled: 'It will not be done',
};
export const VOICE_WORDS: Record<Voice, string> = { self: 'In their own words', carer: 'In the words of a family carer', professional: 'In the words of a professional' };
export const ASKED_WORDS: Record<ViewAsked, string> = { directly: 'directly', with_support: 'with support' };
export const IMPORTANCE_WORDS: Record<Importance, string> = { most: 'Matters most to them', very: 'Matters very much', somewhat: 'Matters somewhat' };
export const UNMET_WORDS: Record<UnmetReason, string> = {
  cost: 'It costs too much', waiting_list: 'There is a waiting list', nothing_here: 'There is nothing of the kind here', not_eligible: 'They are not entitled to it', person_says_no: 'They do not want it', other: 'Another reason',
};
const sentences = (...parts: (string | null)[]): string => parts.filter((part): part is string => part !== null && part !== '').join('. ');
/** Below a goal: how important, by when, how it stands; empty where none of it is said. */
export const goalFacts = ({ importance, targetOn, state }: Goal): string =>
  sentences(importance ? IMPORTANCE_WORDS[importance] : null, targetOn ? `Hoped for by ${formatDate(targetOn)}` : null, state === 'active' ? null : GOAL_STATE_WORDS[state]);
/** The same with whose words they are, where there is no mark for it. */
export const goalWords = (goal: Goal): string => sentences(VOICE_WORDS[goal.voice], goalFacts(goal));
/** Below a step: what one comes to with it, how it is done, what is not done, how sure the person is, when one looks whether it helps. */
export const HOW_DONE_WORDS = ({ stageGoal, strategies, notDo, confidence, reviewOn }: CareAction): string[] => [
  stageGoal ? `On the way: ${stageGoal}` : null, strategies ? `How: ${strategies}` : null, notDo ? `Does not do: ${notDo}` : null, confidence === null ? null : `How sure they are that it will work: ${confidence} of 10`, reviewOn ? `We look on ${formatDate(reviewOn)} whether it helps` : null,
].filter((line): line is string => line !== null);
/** Instead of steps. */
export const noStepWords = ({ noActionBecause }: Goal): string => (noActionBecause ? `Nobody does anything for it yet: ${noActionBecause}` : 'No step that you can see.');
/** Below a need: the part of life, how it stands and why. */
export const needFacts = ({ domain, state, unmetReason, unmetBecause, underlying }: Need): string => {
  const why = [unmetReason && unmetReason !== 'other' ? UNMET_WORDS[unmetReason] : null, unmetBecause].filter(Boolean).join(', ');
  return sentences(DOMAIN_WORDS[domain], `${NEED_STATE_WORDS[state]}${why ? `: ${why}` : ''}`, underlying ? 'Lies under other needs' : null);
};
/** The same with whose words they are, where there is no mark for it. */
export const needWords = (need: Need): string => sentences(needFacts(need), VOICE_WORDS[need.voice]);
/** What the person asked for and what they were offered instead. */
export const offeredWords = ({ askedFor, offered }: Need): string[] => [askedFor ? `Asked for: ${askedFor}` : null, offered ? `Was offered: ${offered}` : null].filter((line): line is string => line !== null);
/** Why there is no such plan, where that was said and nothing else is. */
export const noContingencyWords = ({ version, content }: CarePlan): string | null =>
  (version?.noContingencyBecause && !content.statements.some((row) => row.section === 'if_it_goes_wrong') ? `No plan for that is needed: ${version.noContingencyBecause}` : null);
/** What the person thinks of the plan, as the form asks it. */
export const VIEW_CHOICES: Record<PersonView, string> = {
  agrees: 'They agree', agrees_with_reservations: 'They agree, but for something', does_not_agree: 'They do not agree', could_not_give_a_view: 'They could not give a view this time',
  someone_elses_view_only: 'Only somebody else’s view is known',
};
const VIEWS: Record<PersonView, (name: string) => string> = {
  agrees: (name) => `${name} agrees with it`,
  agrees_with_reservations: (name) => `${name} agrees, but for something`,
  does_not_agree: (name) => `${name} does not agree`,
  could_not_give_a_view: (name) => `${name} could not give a view this time`,
  someone_elses_view_only: () => 'Only somebody else’s view is known',
};

type Viewed = Pick<PlanVersion, 'personView' | 'viewAsked' | 'viewSupport' | 'viewBecause' | 'viewAgainOn' | 'viewOf' | 'viewPresent' | 'viewAlone'>;

/** What the person thinks of the plan and how that is known, one sentence a line. A relative's view is never the person's. */
export function viewInWords(version: Viewed, name: string): string[] {
  const { personView, viewAsked, viewSupport, viewBecause, viewAgainOn, viewOf, viewPresent, viewAlone } = version;
  if (!personView) return [`${name} has not been asked yet`];
  const asked = viewAsked === 'with_support' ? `Asked with support: ${viewSupport ?? 'not said which'}` : viewAsked === 'directly' ? 'Asked directly' : null;
  const alone = viewAlone === null ? null : viewAlone ? 'Spoke alone' : `Not alone${viewPresent ? `: ${viewPresent} was there` : ''}`;
  return [
    VIEWS[personView](name),
    personView === 'someone_elses_view_only' && viewOf ? `The view is that of ${viewOf}` : null,
    personView === 'could_not_give_a_view' && viewBecause ? viewBecause : null,
    viewAgainOn ? `Asked again on ${formatDate(viewAgainOn)}` : null,
    asked, alone, viewAlone !== false && viewPresent ? `Also there: ${viewPresent}` : null,
  ].filter((line): line is string => line !== null);
}

/** What the person said of a plan after it was published, and how: one sentence a line. */
export const saidInWords = ({ view, how, spokeAlone, present, saidByName }: PlanView, name: string): string[] => [
  view === 'wants_changes' ? `${name} wants something changed first` : VIEWS[view](name),
  how === 'online' ? HOW_WORDS.online : `${HOW_WORDS[how]}, written down by ${saidByName}`,
  spokeAlone ? (how === 'online' ? 'Alone' : 'Spoke alone') : `Not alone${present ? `: ${present} was there` : ''}`,
];

export const PROGRESS_WORDS: Record<GoalProgress, string> = { reached: 'It is reached', closer: 'It has come closer', same: 'It is the same', further: 'It is further away' };
/** Who says how a goal goes. */
export const judgeWords = (side: Judge, name: string): string => (side === 'person' ? name : 'The team');
/** What was said of a goal on a day and by whom, without the words: one sentence. */
export const judgedWords = ({ side, progress, how, judgedOn, saidByName, ownerOrganisationId }: GoalJudgement, organisations: ReadonlyMap<string, string>): string => {
  const by = side === 'team' ? [saidByName, organisations.get(ownerOrganisationId)].filter(Boolean).join(', ') : how === 'online' || how === null ? HOW_WORDS.online.toLowerCase() : `${HOW_WORDS[how].toLowerCase()}, written down by ${saidByName}`;
  return `${PROGRESS_WORDS[progress]}, ${formatDate(judgedOn)}, ${by}`;
};
/** The last that each side said of a goal, one line each and never one of both. */
export function goalJudged({ judgements, organisations }: Pick<CarePlan, 'judgements' | 'organisations'>, goalId: string, name: string): { side: string; says: string; words: string | null }[] {
  const { person, team } = lastSaid(judgements, goalId);
  return [person, team].filter((one) => one !== null).map((one) => ({ side: judgeWords(one.side, name), says: judgedWords(one, organisations), words: one.words }));
}

/** Who does a step. @param name the person, where it is they who do it */
export function doerWords(action: CareAction, organisations: ReadonlyMap<string, string>, name: string): string | null {
  const doer = doerOf(action, organisations);
  return doer === '' ? name : doer;
}

const KINDS: Record<Difference['kind'], string> = { statement: '', need: 'Need', goal: 'Goal', action: 'Step' };
const FIELDS: Record<string, string> = {
  text: 'words', contact: 'whom to ring', domain: 'part of life', state: 'how it stands', unmetBecause: 'why it is not met', why: 'why it matters', targetOn: 'hoped for by', noActionBecause: 'why nobody does anything yet',
  what: 'words', doer: 'who does it', dueOn: 'by when', daysTimes: 'days and times', voice: 'whose words', unmetReason: 'the reason', askedFor: 'what they asked for', offered: 'what they were offered',
  underlying: 'lies under other needs', importance: 'how important it is', stageGoal: 'what one comes to with it', strategies: 'how it is done', notDo: 'what they do not do', confidence: 'how sure they are (of 10)', reviewOn: 'when we look whether it helps',
};
const STATES: Record<string, string> = { ...NEED_STATE_WORDS, ...GOAL_STATE_WORDS };
const CODED: Record<string, Record<string, string>> = { voice: VOICE_WORDS, unmetReason: UNMET_WORDS, importance: IMPORTANCE_WORDS };

/** What stands in one place of a line, as one would say it. */
export function valueWords(field: string, value: string | null, name: string): string {
  if (value === null) return 'nothing';
  if (field === 'doer') return value === '' ? name : value;
  if (field === 'targetOn' || field === 'dueOn' || field === 'reviewOn') return formatDate(value);
  if (field === 'underlying') return 'yes';
  if (field in CODED) return CODED[field]?.[value] ?? value;
  if (field === 'state') return STATES[value] ?? value;
  return field === 'domain' ? (DOMAIN_WORDS[value as NeedDomain] ?? value) : value;
}

/** Which line of a plan it is: its section, or what kind of line. */
export const subjectWords = ({ kind, section }: Pick<Difference, 'kind' | 'section'>): string => (section ? SECTION_WORDS[section] : KINDS[kind]);
/** What a place of a line is called. */
export const fieldWords = (field: string): string => startCase(FIELDS[field] ?? field);

/** What is different, as one would say it: a title, and a line for each thing that changed. */
export function differenceWords({ kind, what, section, title, fields }: Difference, name: string): { title: string; lines: string[] } {
  const subject = subjectWords({ kind, section });
  const did = { added: 'New', removed: 'No longer in the plan', changed: 'Changed' }[what];
  return {
    title: section && what === 'changed' ? `${did}: ${subject}` : `${did}: ${subject}: ${title}`,
    lines: fields.map(({ name: field, from, to }) => `${fieldWords(field)}: was ${valueWords(field, from, name)}, is now ${valueWords(field, to, name)}`),
  };
}

export const startCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "Version 2.1" */
export const versionWords = ({ number, smallNumber }: Pick<PlanVersion, 'number' | 'smallNumber'>): string => `Version ${number}${smallNumber > 0 ? `.${smallNumber}` : ''}`;

/** Of a version that is not the plan in force, what it is instead; null for the one that is. */
export function notInForceWords({ publishedAt, createdAt, supersededAt }: Pick<PlanVersion, 'publishedAt' | 'createdAt' | 'supersededAt'>): string | null {
  if (supersededAt) return `This version stood from ${formatDate(publishedAt ?? createdAt)} until ${formatDate(supersededAt)}. It is not the plan any more.`;
  return publishedAt ? null : 'A draft. It is not in force.';
}
