import { Checkboxes, Details, errorFor, Radios, Select, type Html, type PageContext } from '@app/web-kit';
import type { FormState } from '../../http';

export interface AudienceFieldsProps {
  ctx: PageContext;
  form: FormState;
  /** what the person is called in a sentence */
  name: string;
  /** the other organisations round the person */
  organisations: readonly { id: string; name: string }[];
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

/** Who may see what is written: nothing is chosen beforehand, so nobody reads it by surprise. */
export function AudienceFields(props: AudienceFieldsProps): Html {
  const { ctx, form, name, organisations } = props;
  const own = { value: 'internal', text: `Only my organisation${ctx.user?.organisation ? `, ${ctx.user.organisation}` : ''}` };
  const circle = { value: 'circle', text: 'The circle', hint: { text: `Whoever helps ${name} and may see this kind of information` } };
  const named = { value: 'named', text: 'Organisations that I name' };
  return (
    <>
      <Radios idPrefix="audience" name="audience" small value={form.text('audience')} errorMessage={errorFor(form.errors, 'audience')}
        fieldset={{ legend: { text: 'Who may see it', size: 's' } }} items={[own, circle, organisations.length > 0 && named]} />
      {organisations.length > 0 ? <Named {...props} /> : null}
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
