import { localDay } from '@app/kernel';
import { asksDoer, promiseTo, type ReviewItem, type SeenContribution } from '@app/reviews';
import { formatDate } from '@app/web-kit';
import type { AgendaModel } from './agenda.desk';
import { outcomeWords } from './views/agenda-words';

/** What the person is told of a review that is over, in plain words, on paper. */
export interface Letter {
  readonly to: string;
  readonly opening: string;
  readonly summary: string;
  /** what they said of it themselves */
  readonly said: string | null;
  readonly decided: readonly string[];
  readonly again: string | null;
  readonly ring: string;
}

type Told = Pick<AgendaModel, 'identity' | 'review' | 'invitees' | 'points' | 'contributions' | 'organisation'>;

/** Only what the person may read, whoever writes it out: no point of a few, nobody of whom only a few know. */
export function letterOf({ identity: { person, keyWorker }, review, invitees, points, contributions, organisation }: Told): Letter | null {
  if (review.state !== 'closed' || review.summary === null || !review.visibleToPerson || review.sealedTo !== null || person.deceasedOn !== null) return null;
  const known = new Set([review.ownerOrganisationId, ...invitees.flatMap((one) => (one.sealedTo === null && one.state === 'invited' ? (one.organisationId ?? []) : []))]);
  const theirs = points.filter((one) => one.visibleToPerson && one.sealedTo === null && one.outcome !== null && one.outcome !== 'no_change' && (one.doerOrganisationId === null || known.has(one.doerOrganisationId)));
  const ring = keyWorker ?? { name: review.chairName, organisation, phone: null };
  return {
    to: person.preferred ?? person.given ?? '',
    opening: `On ${formatDate(localDay(review.beganAt ?? review.startsAt ?? review.movedAt))} we looked at your plan together.`,
    summary: review.summary,
    said: review.personView !== 'someone_elses_view_only' ? review.personSaid : null,
    decided: theirs.map((point) => pointWords(point, contributions.filter(({ contribution: one }) => one.visibleToPerson && one.sealedTo === null))),
    again: review.nextReviewOn && `We look at it again on ${formatDate(review.nextReviewOn)}.`,
    ring: `If something here is wrong, or you want to say more, ${ring.phone ? 'ring' : 'tell'} ${ring.name}, ${ring.organisation}${ring.phone ? `, ${ring.phone}` : ''}.`,
  };
}

// What somebody said for the review is theirs; what came of it is told without it.
function pointWords(point: ReviewItem, said: readonly SeenContribution[]): string {
  const came = answeredWords(point, said) ?? outcomeWords(point) ?? '';
  const about = point.question.replace(/[.:]$/, '');
  return point.kind === 'said' ? came : `${about}${about.endsWith('?') ? '' : ':'} ${came}`;
}

/** Of what they are to do themselves, and of what an organisation was asked to do: what that answered, so that nothing is promised to them that nobody has promised; null for everything else. */
function answeredWords(point: ReviewItem, said: readonly SeenContribution[]): string | null {
  const { doerName, decided, dueOn } = point;
  if (point.outcome === 'action' && point.doerKind === 'person') return `You, by ${formatDate(dueOn ?? '')}: ${decided ?? ''}`;
  if (!asksDoer(point)) return null;
  const promise = promiseTo(point, said);
  if (promise?.answer === 'accepts') return `${doerName ?? ''} does this by ${formatDate(promise.onDate ?? dueOn ?? '')}: ${decided ?? ''}`;
  return `${doerName ?? ''} ${promise ? 'was asked and does not do this' : 'is asked, and has not said yet whether they do this'}: ${decided ?? ''}`;
}
