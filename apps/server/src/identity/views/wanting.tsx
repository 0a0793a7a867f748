import { wantingOf, type ColleagueRow, type Wanting } from '@app/identity';
import { localDay } from '@app/kernel';
import { formatDate, Section, Sub, type Html } from '@app/web-kit';

function wantingWords(one: Wanting, { endsOn }: ColleagueRow): string {
  if (one.what === 'ends') {
    const when = one.days <= 0 ? 'today' : one.days === 1 ? 'tomorrow' : `in ${one.days} days`;
    return `Their last day is ${endsOn ? formatDate(endsOn) : 'near'}, ${when}: put it off, or hand on what is theirs`;
  }
  return {
    supervisor: 'Nobody answers for this volunteer: choose somebody', check: 'No DBS check is recorded', 'old-check': 'The DBS check is more than three years old', end: 'No last day is agreed',
  }[one.what];
}

/** Whose last day is near, and volunteers who lack what each of them has; nothing where all is well. */
export function Wanted({ colleagues, now }: { colleagues: readonly ColleagueRow[]; now: Date }): Html | null {
  if (colleagues.length === 0) return null;
  return (
    <Section id="wanting" title="To look at">
      <ul class="nhsuk-list nhsuk-list--bullet">
        {colleagues.map((one) => <li><a class="nhsuk-link" href={`/people-and-access/${one.id}`}>{one.name}</a>{wantingOf(one, localDay(now)).map((what) => <Sub>{wantingWords(what, one)}</Sub>)}</li>)}
      </ul>
    </Section>
  );
}
