import type { CareTeamMember } from '@app/care-teams';
import type { Case, Complexity } from '@app/cases';
import type { Actor } from '@app/kernel';
import type { DemonstrationCircleMember } from '../types';
import type { Story } from './story';

type Ended = { member: CareTeamMember; by: Actor; left: NonNullable<DemonstrationCircleMember['left']> };

/** Opens the case and brings the circle together. Returns those whose part is over, to be ended when their notes are written. */
export async function gather(story: Story): Promise<Ended[]> {
  const { data, opener } = story;
  const rest = data.circle.filter((row) => row !== opener);
  const ended = opener ? await addAll(story, story.registrar, [opener]) : [];
  await open(story);
  ended.push(...(await addAll(story, story.registrar, rest.filter(({ discreet }) => !discreet))));
  ended.push(...(await addAll(story, story.confidant, rest.filter(({ discreet }) => discreet))));
  return ended;
}

function addAll(story: Story, by: Actor, rows: readonly DemonstrationCircleMember[]): Promise<Ended[]> {
  return story.verbs.as(by, async () => {
    const ended: Ended[] = [];
    for (const row of rows) {
      const member = await add(story, row);
      if (row.left) ended.push({ member, by, left: row.left });
    }
    return ended;
  });
}

function add({ data, place, personId, verbs, calendar }: Story, row: DemonstrationCircleMember): Promise<CareTeamMember> {
  const { organisation, team, worker, does, doesNotDo, daysTimes, categories, discreet, joinedDaysAgo } = row;
  return verbs.careTeams.add(
    personId,
    {
      organisationId: place.organisationId(organisation), does, categories: [...categories],
      ...(team && !data.restricted && { teamId: place.teamId(team) }), ...(worker && { membershipId: place.membershipId(worker, organisation) }),
      ...(doesNotDo && { doesNotDo }), ...(daysTimes && { daysTimes }),
    },
    { startedAt: calendar.moment(joinedDaysAgo), ...(discreet && { discreetTo: discreet.namedTo.map((email) => place.userId(email)) }) },
  );
}

const openerOf = ({ opener, registrar, ...story }: Story): Actor =>
  opener?.worker ? story.place.actor(opener.worker, opener.organisation) : registrar;

async function open(story: Story): Promise<void> {
  const { data: { case: episode }, place, personId, verbs, calendar } = story;
  if (!episode) return;
  const { reason, contactEveryDays, nextReviewInDays, whoToRingNow, team, status, openedDaysAgo } = episode;
  await verbs.as(openerOf(story), () => verbs.cases.open(
    personId,
    { reason, contactEveryDays, complexity: complexityOf(contactEveryDays), ...(nextReviewInDays !== null && { nextReviewOn: calendar.day(nextReviewInDays) }), ...(whoToRingNow && { whoToRing: whoToRingNow }) },
    {
      openedAt: calendar.moment(openedDaysAgo), state: status === 'triage' ? 'triage' : 'awaiting_key_worker',
      ...(team === 'NORTHGATE-WEIRSIDE-INT' && { integratedTeamId: place.teamId(team) }),
    },
  ));
}

/** Whoever is seen every week asks more of their key worker than whoever is rung once a month. */
const complexityOf = (contactEveryDays: number): Complexity => (contactEveryDays <= 7 ? 'complex' : contactEveryDays >= 28 ? 'light' : 'usual');

/** The key worker takes the case on. */
export async function lead(story: Story): Promise<void> {
  const { data: { case: episode }, lead: keyWorker, calendar, verbs } = story;
  const { membershipId } = keyWorker;
  if (!episode?.keyWorker || !membershipId) return;
  await verbs.as(openerOf(story), async () => verbs.keyWorkers.lead(await theCase(story), membershipId, calendar.moment(episode.openedDaysAgo - 1)));
}

/** Where the case stands today, and who has left the circle by now. */
export async function conclude(story: Story, ended: readonly Ended[]): Promise<void> {
  const { data: { case: episode }, personId, verbs, calendar } = story;
  if (episode && ['monitoring', 'on_hold', 'closed'].includes(episode.status)) {
    const at = calendar.moment(episode.closed?.daysAgo ?? 2);
    await verbs.as(openerOf(story), async () => {
      const open = await theCase(story);
      if (episode.status === 'closed') await verbs.keyWorkers.stepDown(open, at);
      await verbs.cases.move(open, episode.status, episode.closed?.reason ?? episode.onHoldBecause ?? null, at);
    });
  }
  for (const { member, by, left } of ended) {
    await verbs.as(by, () => verbs.careTeams.end(personId, member.id, member.rowVersion, { reason: left.because }, calendar.moment(left.daysAgo, '17:00')));
  }
}

/** Written down by the key worker: who opens the record is named already. */
export async function restrict({ data: { restriction }, lead: keyWorker, personId, verbs, calendar }: Story): Promise<void> {
  if (restriction) await verbs.as(keyWorker, () => verbs.restrictions.restrict(personId, 0, { because: restriction.because, reviewOn: calendar.day(restriction.reviewInDays) }));
}

async function theCase({ personId, verbs, data }: Story): Promise<Case> {
  const found = await verbs.openCases.openCase(personId);
  if (!found) throw new Error(`${data.key} has no open case`);
  return found;
}
