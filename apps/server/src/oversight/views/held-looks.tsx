import type { HeldLook } from '@app/oversight';
import { Button, Csrf, DataTable, EmptyState, errorFor, formatDate, Page, Radios, Section, Sub, Tag, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { FormState } from '../../http';
import { bareHeld, held as sample } from './sample';

interface HeldLooksPageProps {
  ctx: PageContext;
  form: FormState;
  held: readonly HeldLook[];
  named: boolean;
  /** the local calendar day: what is due by then is on top and marked */
  today: string;
}

/** What the person's own page leaves out for now, and what it calls colleagues. */
export function HeldLooksPage({ ctx, form, held, named, today }: HeldLooksPageProps): Html {
  return (
    <Page ctx={ctx} title="What people read of who looked" wide errors={form.errors} back={{ href: '/information-governance', text: 'Back to what is to be reviewed' }}>
      <h1 class="nhsuk-heading-l">What people read of who looked</h1>
      <Section id="held" title="Held back for safety">
        {held.length === 0 ? <EmptyState title="Nothing is held back"><p>Where it would not be safe that somebody reads who looked, hold an entry back from that person’s log.</p></EmptyState> : (
          <DataTable<HeldLook> caption="Held back for safety, the first to be looked at again on top" hideCaption rows={held} isDue={({ reviewOn }) => reviewOn <= today} columns={[
            { head: 'Look again', rowHeader: true, cell: ({ id, reviewOn }) => <span id={`held-${id}`}>{formatDate(reviewOn)}{reviewOn <= today ? <> <Tag text="Decide now" colour="red" /></> : null}</span> },
            { head: 'Person', cell: ({ name, birthDate }) => <>{name}<Sub>{birthDate ? `Born ${formatDate(birthDate)}` : 'No date of birth recorded'}</Sub></> },
            { head: 'Whose visits', cell: ({ who, organisation }) => <>{who ?? 'Everybody'}<Sub>{organisation}</Sub></> },
            { head: 'Why', cell: ({ because, heldBy, heldAt }) => <>{because}<Sub>{heldBy}, {formatDate(heldAt)}</Sub></> },
            { head: 'Decide', cell: ({ id, name }) => <a class="nhsuk-link" href={`/held-looks/${id}`}>Show or hold again<span class="nhsuk-u-visually-hidden">: {name}</span></a> },
          ]} />
        )}
      </Section>
      <Section id="names" title="Names of your colleagues">
        <form class="os-quick" method="post" action="/held-looks/names" novalidate>
          <Csrf ctx={ctx} />
          <Radios idPrefix="named" name="named" small value={form.text('named', named ? 'yes' : 'no')} errorMessage={errorFor(form.errors, 'named')} fieldset={{ legend: { text: 'When people read who looked, what are they told of your colleagues?', size: 's' } }}
            items={[{ value: 'no', text: 'Your organisation and the role' }, { value: 'yes', text: 'The name as well' }]} />
          <Button text="Save" type="submit" variant="secondary" />
        </form>
      </Section>
    </Page>
  );
}

const TODAY = '2026-12-09';
const missing = FormState.again({ status: 422, message: '', values: { x: '' }, faults: [{ pointer: '/named', code: 'required', message: 'Choose whether people are told names' }] });

export const states: PageStates = {
  full: () => <HeldLooksPage ctx={lead} form={FormState.empty} held={[sample, bareHeld]} named today={TODAY} />,
  bare: () => <HeldLooksPage ctx={lead} form={FormState.empty} held={[bareHeld]} named={false} today={TODAY} />,
  empty: () => <HeldLooksPage ctx={lead} form={FormState.empty} held={[]} named={false} today={TODAY} />,
  errors: () => <HeldLooksPage ctx={lead} form={missing} held={[]} named={false} today={TODAY} />,
};
