import { Button, Checkboxes, Csrf, EmptyState, errorFor, formatDate, Page, Section, Select, Sub, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { keyWorker } from '../../person/views/sample';
import type { HuddleModel } from '../huddles.desk';
import { page as full } from './sample';
import { lastTimeWords, ONLY_YOURS, outcomeWords, paceWords, reasonWords } from './words';

interface HuddlePageProps extends HuddleModel {
  ctx: PageContext;
  form: FormState;
}

/** For the chair: on to the next, somebody else on the list, and the end. */
function Chairing({ ctx, form, huddle, listed, others, colleagues }: HuddlePageProps): Html {
  const left = listed.filter(({ line }) => line.outcome === null);
  const [next] = left;
  return (
    <div class="os-noprint">
      {next ? <p>{paceWords(left.length)}.</p> : null}
      {next ? <p class="os-actions"><a class="nhsuk-button" href={`/people/${next.line.personId}/huddles/${next.line.id}`} role="button">Go on with {next.name}</a></p> : null}
      {others.length === 0 ? null : (
        <Section id="add" title="Somebody else">
          <form class="os-quick" method="post" action={`/huddles/${huddle.id}/people`} novalidate>
            <Csrf ctx={ctx} />
            <Select id="person" name="person" label="Who else should be talked about?" value={form.text('person')} errorMessage={errorFor(form.errors, 'person')} items={[{ value: '', text: 'Choose' }, ...others.map(({ personId, name, birthDate }) => ({ value: personId, text: birthDate ? `${name}, born ${formatDate(birthDate)}` : name }))]} />
            <Button text="Put on the list" type="submit" variant="secondary" small />
          </form>
        </Section>
      )}
      <Section id="end" title="End the huddle">
        <form class="os-quick" method="post" action={`/huddles/${huddle.id}/ending`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={String(huddle.rowVersion)} />
          <Checkboxes idPrefix="attendees" name="attendees" small values={form.list('attendees', huddle.attendees)} errorMessage={errorFor(form.errors, 'attendees')} fieldset={{ legend: { text: 'Who was here?', size: 's' } }} hint="Whoever was not reached stays on the list"
            items={colleagues.map(({ membershipId, name, organisation }) => ({ value: membershipId, text: `${name}, ${organisation}` }))} />
          <Button text="End the huddle" type="submit" variant={next ? 'secondary' : undefined} preventDoubleClick />
        </form>
      </Section>
    </div>
  );
}

/** One huddle: those on its list whom the reader may see, by name and without a number, and what came of each. */
export function HuddlePage(props: HuddlePageProps): Html {
  const { ctx, form, huddle, team, isOpen, isChair, there, listed } = props;
  return (
    <Page ctx={ctx} title={`Huddle of ${formatDate(huddle.heldOn)}`} errors={form.errors} wide back={{ href: `/huddles?team=${huddle.integratedTeamId}`, text: 'Huddles of the team' }}>
      <h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">{team}</span>Huddle of {formatDate(huddle.heldOn)}</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody was first" headingLevel={2} text="The huddle has changed meanwhile. Look at how it stands." />}
      <p>{ONLY_YOURS}</p>
      <Section id="list" title="Who is talked about">
        {listed.length === 0 ? <EmptyState level={3} title="Nobody whom you see is on this list"><p>{isChair && isOpen ? 'No rule speaks of anybody. Put somebody on the list yourself, or end the huddle.' : 'The people whom you help are in your caseload.'}</p></EmptyState> : (
          <ul class="os-list">
            {listed.map(({ line, name, birthDate, reasons, lastTime }) => (
              <li id={`line-${line.id}`}>
                <a class="nhsuk-link" href={`/people/${line.personId}/huddles/${line.id}`}>{name}</a>{birthDate ? `, born ${formatDate(birthDate)}` : null}
                {isOpen ? <Sub>{reasonWords(reasons)}</Sub> : null}
                {lastTime ? <Sub>Last time: {lastTimeWords(lastTime)}</Sub> : null}
                <Sub><strong>{outcomeWords(line)}</strong></Sub>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {isChair && isOpen ? <Chairing {...props} /> : null}
      <Section id="there" title={isOpen ? 'Who is here' : 'Who was there'}>
        <ul class="os-list">{there.map(({ membershipId, name, organisation }) => <li>{name}, {organisation}{membershipId === huddle.chairMembershipId ? ', chairs it' : null}</li>)}</ul>
      </Section>
    </Page>
  );
}

const draw = (traits: Partial<HuddlePageProps>): Html => <HuddlePage ctx={keyWorker} form={FormState.empty} {...full} {...traits} />;
export const states: PageStates = {
  full: () => draw({}),
  attending: () => draw({ isChair: false, others: [], colleagues: [] }),
  over: () => draw({ isOpen: false, listed: full.listed.slice(1) }),
  bare: () => draw({ isChair: false, others: [], colleagues: [], listed: [] }),
  quiet: () => draw({ others: [], listed: [] }),
  errors: () => draw({ form: refused({ person: '' }, missing('person', 'Choose the person')) }),
};
