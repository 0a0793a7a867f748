import type { CoverPlan, LedCase } from '@app/key-workers';
import {
  Button, Csrf, DataTable, DateInput, EmptyState, errorFor, formatDate, orSay, Page, Phone, plural, PrintButton, Select, type Child, type Column, type Html, type PageContext, type PageStates,
} from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http/form-state';
import { keyWorker } from '../../person/views/sample';

interface CoverPageProps {
  ctx: PageContext;
  form: FormState;
  plan: CoverPlan;
}

/** The day on which a cover is over at midnight. */
const lastDay = (until: Date): string => formatDate(new Date(until.getTime() - 1));

function coverCell({ cover, restricted, mayDecide }: LedCase): Child {
  if (cover) return `${cover.name}, until ${lastDay(cover.until)}`;
  if (restricted) return orSay(null, 'Not covered in a list: agree with the person who may open their record');
  return orSay(null, mayDecide ? 'Not covered' : 'Decided by those who opened the case');
}

const columns: Column<LedCase>[] = [
  { head: 'Name', rowHeader: true, cell: (row) => <a class="nhsuk-link" href={`/people/${row.personId}`}>{row.name}</a> },
  { head: 'To tell them', cell: (row) => (row.phone ? <Phone value={row.phone} /> : orSay(null, row.ringWithCare ? 'Read first how they may be rung' : 'No phone number recorded')) },
  { head: 'Covered by', cell: coverCell },
];

function CoverForm({ ctx, form, plan: { userId, name, standIns } }: CoverPageProps): Html {
  if (standIns.length === 0) {
    return <EmptyState title="Nobody can stand in"><p>Whoever stands in is a trained key worker of the same employer or team. Ask your administrator who is trained.</p></EmptyState>;
  }
  return (
    <form class="os-quick" method="post" action={`/workers/${userId}/cover`} novalidate>
      <Csrf ctx={ctx} />
      <p>{name} stays the key worker. Whoever stands in can open these people’s records until the last day, and no longer.</p>
      <Select id="membershipId" name="membershipId" label="Who stands in?" value={form.text('membershipId')} errorMessage={errorFor(form.errors, 'membershipId')}
        items={[{ value: '', text: 'Choose somebody' }, ...standIns.map((one) => ({ value: one.membershipId, text: `${one.name}, ${one.jobTitle}, ${one.organisation}` }))]} />
      <DateInput id="until" namePrefix="until" values={form.date('until')} errorMessage={errorFor(form.errors, 'until')} fieldset={{ legend: { text: 'Until which day?', size: 's' } }} hint="The last day of the cover" />
      <Button text="Cover everybody" type="submit" preventDoubleClick />
    </form>
  );
}

/** Has somebody stand in with a whole caseload, in one act; then the list of whom to tell. */
export function CoverPage(props: CoverPageProps): Html {
  const { ctx, form, plan: { userId, name, cases } } = props;
  const covered = cases.filter(({ cover }) => cover).length;
  const open = cases.some((one) => !one.cover && !one.restricted && one.mayDecide);
  return (
    <Page ctx={ctx} title={`Cover for ${name}`} wide errors={form.errors} back={{ href: '/dashboard', text: 'Back to the team' }}>
      <h1 class="nhsuk-heading-l">Cover for {name}</h1>
      <p class="os-result">{name} leads {plural(cases.length, 'person', 'people')} whom you can list; {covered === 0 ? 'nobody is' : `${covered.toLocaleString('en-GB')} ${covered === 1 ? 'is' : 'are'}`} covered.</p>
      {open ? <CoverForm {...props} /> : null}
      {covered > 0 ? <form method="post" action={`/workers/${userId}/cover/end`}><Csrf ctx={ctx} /><Button text={`${name} is back: end the cover`} type="submit" variant="secondary" /></form> : null}
      <h2 class="nhsuk-heading-m">Whom to tell</h2>
      <DataTable caption={`People whom ${name} leads`} hideCaption columns={columns} rows={cases} />
      <PrintButton />
    </Page>
  );
}

const id = (n: number): string => `0190aaaa-0000-7000-8000-00000000e${String(n).padStart(3, '0')}`;
const one: LedCase = { personId: id(1), caseId: id(2), name: 'Margery Plumtree-Oduya', phone: '01632 960001', ringWithCare: false, restricted: false, mayDecide: true, cover: null };
const until = new Date('2026-12-19T00:00:00Z');
const plan: CoverPlan = {
  userId: id(3), name: 'Jo Whitcombe',
  cases: [one, { ...one, personId: id(4), name: 'Lorna Pettifer', phone: null, ringWithCare: true, restricted: true }, { ...one, personId: id(5), name: 'Derek Hallam', mayDecide: false }, { ...one, personId: id(6), cover: { id: id(7), name: 'Adaeze Nwosu', until } }],
  standIns: [{ membershipId: id(8), name: 'Adaeze Nwosu', jobTitle: 'Social worker', organisation: 'Marlshire County Council' }],
};

export const states: PageStates = {
  full: () => <CoverPage ctx={keyWorker} form={FormState.empty} plan={plan} />,
  bare: () => <CoverPage ctx={keyWorker} form={FormState.empty} plan={{ ...plan, cases: [one], standIns: [] }} />,
  covered: () => <CoverPage ctx={keyWorker} form={FormState.empty} plan={{ ...plan, cases: [{ ...one, cover: { id: id(7), name: 'Adaeze Nwosu', until } }] }} />,
  errors: () => <CoverPage ctx={keyWorker} form={refused({ membershipId: '' }, missing('membershipId', 'Choose who covers'), missing('until', 'Enter the last day of the cover'))} plan={plan} />,
};
