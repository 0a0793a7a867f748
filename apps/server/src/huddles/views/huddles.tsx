import { Button, Checkboxes, Csrf, EmptyState, errorFor, formatDate, Page, Section, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { keyWorker } from '../../person/views/sample';
import type { HuddlesModel } from '../huddles.desk';
import { start } from './sample';
import { ONLY_YOURS } from './words';

interface HuddlesPageProps extends HuddlesModel {
  ctx: PageContext;
  form: FormState;
}

/** The huddles of a team: beginning today's, or going to it, and those that were. */
export function HuddlesPage({ ctx, form, teams, team, huddles, today, colleagues }: HuddlesPageProps): Html {
  const before = huddles.filter((one) => one !== today);
  return (
    <Page ctx={ctx} title="Huddle" errors={form.errors} wide>
      <h1 class="nhsuk-heading-l">{team ? <span class="nhsuk-caption-l">{team.name}</span> : null}Huddle</h1>
      <p>A team goes through the people who need it, about three minutes each. Rules put them on the list: nobody has talked with them in the agreed time, they are new, something waits too long. {ONLY_YOURS}</p>
      {teams.length > 1 ? <ul class="os-list os-noprint">{teams.map(({ id, name }) => <li><a class="nhsuk-link" href={`/huddles?team=${id}`}>{name}</a></li>)}</ul> : null}
      {!team ? <EmptyState title="You are not part of an integrated team"><p>Huddles are held by teams of several employers. Ask the manager of the team to which you belong.</p></EmptyState>
        : today ? <p class="os-actions"><a class="nhsuk-button" href={`/huddles/${today.id}`} role="button">Go to the huddle of today</a></p> : (
          <Section id="begin" title="Begin the huddle of today">
            <form class="os-quick" method="post" action="/huddles" novalidate>
              <Csrf ctx={ctx} />
              <input type="hidden" name="team" value={team.id} />
              <Checkboxes idPrefix="attendees" name="attendees" small values={form.list('attendees')} errorMessage={errorFor(form.errors, 'attendees') ?? errorFor(form.errors, 'team')} hint="Whoever begins it chairs it. You can change this when it ends"
                fieldset={{ legend: { text: 'Who is here?', size: 's' } }} items={colleagues.map(({ membershipId, name, organisation }) => ({ value: membershipId, text: `${name}, ${organisation}` }))} />
              <Button text="Begin, and chair it" type="submit" preventDoubleClick />
            </form>
          </Section>
        )}
      {before.length === 0 ? null : (
        <Section id="before" title="Huddles before">
          <ul class="os-list">{before.map(({ id, heldOn, chairName }) => <li><a class="nhsuk-link" href={`/huddles/${id}`}>{formatDate(heldOn)}</a>, chaired by {chairName}</li>)}</ul>
        </Section>
      )}
    </Page>
  );
}

export const states: PageStates = {
  full: () => <HuddlesPage ctx={keyWorker} form={FormState.empty} {...start} />,
  begun: () => <HuddlesPage ctx={keyWorker} form={FormState.empty} {...start} today={start.huddles[0] ?? null} />,
  bare: () => <HuddlesPage ctx={keyWorker} form={FormState.empty} teams={[]} team={null} huddles={[]} today={null} colleagues={[]} />,
  errors: () => <HuddlesPage ctx={keyWorker} form={refused({ attendees: [] }, missing('attendees', 'Choose from the team'))} {...start} />,
};
