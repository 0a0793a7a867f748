import { Checkboxes, Details, errorFor, Radios, Select, type Html, type PageContext } from '@app/web-kit';
import type { FormState } from '../../http';

/** Somebody who can be named. */
export interface Nameable {
  readonly userId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly organisation: string;
}

export interface AudienceFieldsProps {
  ctx: PageContext;
  form: FormState;
  /** what the person is called in a sentence */
  name: string;
  /** the other organisations round the person */
  organisations: readonly { id: string; name: string }[];
  /** those who alone may know of it are chosen from these; without them nobody is */
  people?: readonly Nameable[];
}

// Not revealed by the radio: the official script then says "expanded" of a radio, which no screen reader expects there.
const Named = ({ form, organisations }: AudienceFieldsProps): Html => (
  <Details id="named" summary="Which organisations I name" open={form.text('audience') === 'named'} html={<WhichOnes form={form} organisations={organisations} />} />
);

const WhichOnes = ({ form, organisations }: Pick<AudienceFieldsProps, 'form' | 'organisations'>): Html => (
  <Checkboxes idPrefix="namedOrganisationIds" name="namedOrganisationIds" small values={form.list('namedOrganisationIds')}
    fieldset={{ legend: { text: 'Organisations', size: 's', classes: 'nhsuk-u-visually-hidden' } }} errorMessage={errorFor(form.errors, 'namedOrganisationIds')}
    items={organisations.map(({ id, name }) => ({ value: id, text: name }))} />
);

const WhichPeople = ({ form, people }: { form: FormState; people: readonly Nameable[] }): Html => (
  <Details id="people" summary="Which people I name" open={form.text('audience') === 'people'} html={(
    <Checkboxes idPrefix="knownTo" name="knownTo" small values={form.list('knownTo')} fieldset={{ legend: { text: 'People', size: 's', classes: 'nhsuk-u-visually-hidden' } }} errorMessage={errorFor(form.errors, 'knownTo')}
      hint="You see it too. For everybody else it does not exist: not in a list, a count or on paper" items={people.map(({ userId, name, jobTitle, organisation }) => ({ value: userId, text: `${name}, ${jobTitle}, ${organisation}` }))} />
  )} />
);

/** Who may see what is written: nothing is chosen beforehand, so nobody reads it by surprise. */
export function AudienceFields(props: AudienceFieldsProps): Html {
  const { ctx, form, name, organisations, people = [] } = props;
  const own = { value: 'internal', text: `Only my organisation${ctx.user?.organisation ? `, ${ctx.user.organisation}` : ''}` };
  const circle = { value: 'circle', text: 'The circle', hint: { text: `Whoever helps ${name} and may see this kind of information` } };
  const named = { value: 'named', text: 'Organisations that I name' };
  const only = { value: 'people', text: 'Only these people', hint: { text: 'For safety: nobody else learns that it is there' } };
  return (
    <>
      <Radios idPrefix="audience" name="audience" small value={form.text('audience')} errorMessage={errorFor(form.errors, 'audience')}
        fieldset={{ legend: { text: 'Who may see it', size: 's' } }} items={[own, circle, organisations.length > 0 && named, people.length > 0 && only]} />
      {organisations.length > 0 ? <Named {...props} /> : null}
      {people.length > 0 ? <WhichPeople form={form} people={people} /> : null}
      <Checkboxes idPrefix="visibleToPerson" name="visibleToPerson" small values={form.list('visibleToPerson')} items={[{ value: 'on', text: `${name} may read it too` }]} />
    </>
  );
}

/** In whose name it is written: chosen by the relationship, said before Save, changed there by who works for several. */
export function WritingFor({ ctx }: { ctx: PageContext }): Html {
  const { actingFor, user } = ctx;
  if (!actingFor || actingFor.choices.length < 2) return <p>You are writing for <strong>{user?.organisation ?? 'yourself'}</strong>.</p>;
  return <Select id="actingFor" name="_actingFor" label="You are writing for" value={actingFor.current} items={actingFor.choices.map(({ id, name }) => ({ value: id, text: name }))} />;
}
