import { membershipOf } from '../staff';
import type { DemonstrationCase, DemonstrationCircleMember, DemonstrationNote, DemonstrationPerson, OrganisationCode } from '../types';
import { isOpen, type Dealt } from './deal';
import { helpers, type Helper, type HelperName } from './helpers';
import { noteLines, thanks } from './note-lines';
import type { Random } from './random';
import type { Story } from './stories';

export type Support = Pick<DemonstrationPerson, 'case' | 'circle' | 'notes' | 'objections' | 'deceasedOn' | 'moving'>;

const closedReasons: Partial<Record<Dealt['course'], string>> = {
  declined: 'Chose not to go on; knows how to come back', thanked: 'Goals met', movedAway: 'Moved out of the area', died: 'Died',
};

const onHoldReasons = ['In hospital', 'With family abroad until spring', 'Asked for a month without us'];

/** Days ago that support ended, or nothing while it goes on. Long enough for the 10 working days of winding down to be over. */
const endedDaysAgo = (course: Dealt['course'], random: Random): number | undefined =>
  closedReasons[course] ? random.between(16, 40) : undefined;

function caseOf(dealt: Dealt, story: Story, lead: HelperName | null, ended: number | undefined, random: Random): DemonstrationCase {
  const { course } = dealt;
  const keyWorker = lead ? helpers[lead].worker : null;
  const status = closedReasons[course] ? 'closed' : course === 'monitoring' ? 'monitoring' : course === 'onHold' ? 'on_hold'
    : course === 'triage' ? 'triage' : course === 'waiting' ? 'awaiting_key_worker' : 'active';
  const double = keyWorker && lead === 'joel' ? { keyWorkerFor: helpers[lead].organisation } : {};
  return {
    openedDaysAgo: lead === null ? random.between(1, 24) : random.between(ended ? 120 : random.pick([12, 70, 90]), 700),
    reason: random.pick(story.reasons),
    openedBy: random.pick(['WEIRSIDE-MP', 'MARLSHIRE-CC', 'MARL-VALLEY', 'MARL-GENERAL'] as const),
    ...(random.chance(0.85) ? { team: 'NORTHGATE-WEIRSIDE-INT' as const } : {}),
    status,
    contactEveryDays: course === 'monitoring' ? 42 : random.pick([7, 14, 14, 21, 28]),
    keyWorker,
    ...double,
    nextReviewInDays: !isOpen(course) || random.chance(0.06) ? null : random.chance(0.07) ? random.between(-12, -1) : random.between(1, 85),
    ...(course === 'onHold' ? { onHoldBecause: random.pick(onHoldReasons) } : {}),
    ...(ended === undefined ? {} : { closed: { daysAgo: ended, reason: closedReasons[course] ?? '' } }),
  };
}

/** The practice, the lead, and those whom the story or the deal adds; no two of one team. */
function namesInCircle(dealt: Dealt, story: Story, lead: HelperName, random: Random): HelperName[] {
  const practice = lead === 'marcia' ? [] : [random.pick(['helen', 'sunil', 'marcia'] as const)];
  const names: HelperName[] = [lead, ...practice];
  if (dealt.delphine) names.push('delphine');
  if (dealt.steph) names.push('steph');
  if (dealt.kin === 'youngCarer') names.push('tom');
  names.push(...random.some(story.others.filter((name) => name !== 'steph' && name !== 'delphine'), random.between(0, 3)));
  if (random.chance(0.03)) names.push('joan');
  const seat = ({ organisation, team, worker }: Helper): string => `${organisation} ${team ?? worker}`;
  return names.filter((name, index) => names.findIndex((earlier) => seat(helpers[earlier]) === seat(helpers[name])) === index);
}

function memberOf(name: HelperName, openedDaysAgo: number, isLead: boolean, ended: number | undefined, random: Random): DemonstrationCircleMember {
  const { organisation, team, worker, does, categories }: Helper = helpers[name];
  const part = random.pick(does);
  return {
    organisation,
    ...(team ? { team } : {}),
    worker,
    does: isLead ? `Key worker; ${part.charAt(0).toLowerCase()}${part.slice(1)}` : part,
    categories: [...categories],
    joinedDaysAgo: isLead ? openedDaysAgo : random.between(Math.min((ended ?? 9) + 1, openedDaysAgo), openedDaysAgo),
    ...(ended !== undefined && organisation !== 'WEIRSIDE-MP' ? { left: { daysAgo: ended - 14, because: 'Support came to an end' } } : {}),
  };
}

/** Most people are spoken with in the agreed time; one in eight has been quiet for longer. */
function lastConversation({ contactEveryDays, openedDaysAgo }: DemonstrationCase, random: Random): [newest: number, oldest: number] {
  const quiet = random.chance(0.12);
  const newest = Math.min(quiet ? contactEveryDays + 1 : 1, openedDaysAgo);
  return [newest, Math.max(newest, Math.min(quiet ? contactEveryDays + 15 : contactEveryDays - 1, openedDaysAgo, 60))];
}

function noteOf(
  name: HelperName, [newest, oldest]: [newest: number, oldest: number], { thing, relative }: { thing: string; relative: string | undefined }, random: Random, conversation = false,
): DemonstrationNote {
  const { worker, manner, organisation }: Helper = helpers[name];
  const fits = noteLines[manner].filter(({ about, kind }) => (conversation ? about === 'person' && kind !== 'letter' : about !== 'relative' || relative !== undefined));
  const { text, ...line } = random.pick(fits);
  const ours = random.chance(0.12);
  return {
    by: worker,
    ...(membershipOf(worker).organisation === organisation && name !== 'joel' ? {} : { actingFor: organisation }),
    daysAgo: random.between(newest, oldest),
    at: `${String(random.between(8, 17)).padStart(2, '0')}:${random.pick(['00', '05', '10', '20', '30', '40', '45', '50'])}`,
    ...line,
    ...(line.about === 'relative' && relative ? { aboutName: relative } : {}),
    text: text(thing),
    audience: ours ? 'internal' : 'circle',
    visibleToPerson: !ours && line.about !== 'relative',
  };
}

const refusable: OrganisationCode[] = ['TANDEM', 'SALTMARSH', 'BRACKENBRIDGE-DC', 'CARERS-LANTERN'];

/**
 * The case, circle and notes of one person, who waits for a key worker when `lead` is null; none of them for somebody who is
 * only known to the practice.
 */
export function supportOf(
  dealt: Dealt, story: Story, lead: HelperName | null, about: { thing: string; relative: string | undefined }, random: Random,
): Support {
  const { course } = dealt;
  if (course === 'noCase') return { circle: [], notes: [], objections: [] };
  const ended = endedDaysAgo(course, random);
  const episode = caseOf(dealt, story, lead, ended, random);
  const names = lead ? namesInCircle(dealt, story, lead, random) : [random.pick(['helen', 'sunil'] as const)];
  const circle = names.map((name) => memberOf(name, episode.openedDaysAgo, name === lead, ended, random));
  const inTouch = lead !== null && ['active', 'monitoring'].includes(episode.status);
  const written = random.some(names.filter((name) => !inTouch || name !== lead), random.pick(inTouch ? [0, 0, 1, 1, 2] : [0, 1, 1, 2, 2, 3]));
  const newest = ended === undefined ? 1 : ended + 1;
  const notes = written.map((name) => {
    const joined = circle.find(({ worker }) => worker === helpers[name].worker)?.joinedDaysAgo ?? newest;
    return noteOf(name, [newest, Math.max(newest, Math.min(60, joined))], about, random);
  });
  if (inTouch && lead) notes.unshift(noteOf(lead, lastConversation(episode, random), about, random, true));
  if (course === 'thanked' && lead && ended !== undefined) {
    notes.unshift({
      by: helpers[lead].worker, daysAgo: ended, at: '11:15', kind: 'letter', about: 'person', text: random.pick(thanks), audience: 'circle',
      visibleToPerson: true, category: 'contacts',
    });
  }
  const refused = refusable.find((code) => !circle.some(({ organisation }) => organisation === code));
  return {
    case: episode,
    circle,
    notes: notes.slice(0, 3),
    objections: course === 'refusing' && refused ? [{ organisation: refused, categories: ['identity', 'about_me', 'plan', 'contacts'] }] : [],
    ...(course === 'died' && ended !== undefined ? { deceasedOn: { daysAgo: ended } } : {}),
    ...(course === 'movedAway' && ended !== undefined ? { moving: { inDays: -ended, to: 'Saltby, nearer to family', temporary: false } } : {}),
    ...(course === 'moving' ? { moving: { inDays: random.between(14, 60), to: 'Upper Marl', temporary: random.chance(0.3) } } : {}),
  };
}
