import type { CoverPlan, LedCase, StandIn } from '@app/key-workers';
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

/** Whose cover is arranged here and now. */
const isOpen = ({ cover, restricted, mayDecide }: LedCase): boolean => !cover && !restricted && mayDecide;
/** So many names stand in a cell; more are counted. */
const NAMED = 3;

/** The same words whoever it is that may not be let in, and why ever. */
function whyNot({ standIns }: LedCase, among: readonly StandIn[]): string {
  const names = among.filter(({ membershipId }) => standIns.includes(membershipId)).map(({ name }) => name);
  if (names.length === 0) return 'Not covered: nobody whom you can choose may be let in. Add the organisation of whoever stands in to their circle first';
  const more = names.length > NAMED ? [`${names.length - NAMED} more`] : [];
  return `Not covered. May be let in: ${[...names.slice(0, NAMED), ...more].join(', ')}`;
}

function coverCell(row: LedCase, among: readonly StandIn[]): Child {
  if (row.cover) return `${row.cover.name}, until ${lastDay(row.cover.until)}`;
  if (row.restricted) return orSay(null, 'Not covered in a list: agree with the person who may open their record');
  return orSay(null, row.mayDecide ? whyNot(row, among) : 'Decided by those who opened the case');
}

const columnsOf = (among: readonly StandIn[]): Column<LedCase>[] => [
  { head: 'Name', rowHeader: true, cell: (row) => <a class="nhsuk-link" href={`/people/${row.personId}`}>{row.name}</a> },
  { head: 'To tell them', cell: (row) => (row.phone ? <Phone value={row.phone} /> : orSay(null, row.ringWithCare ? 'Read first how they may be rung' : 'No phone number recorded')) },
  { head: 'Covered by', cell: (row) => coverCell(row, among) },
];

function CoverForm({ ctx, form, plan: { userId, name, cases, standIns } }: CoverPageProps): Html {
  const open = cases.filter(isOpen);
  const offered = standIns.map((who) => ({ ...who, people: open.filter((one) => one.standIns.includes(who.membershipId)).length })).filter(({ people }) => people > 0);
  if (offered.length === 0) {
    return (
      <EmptyState title="Nobody can stand in">
        <p>Whoever stands in is a trained key worker of the same employer or team, and their organisation is in the circle. Ask your administrator who is trained, or add an organisation to the circle first.</p>
      </EmptyState>
    );
  }
  return (
    <form class="os-quick" method="post" action={`/workers/${userId}/cover`} novalidate>
      <Csrf ctx={ctx} />
      <p>{name} stays the key worker. Whoever stands in can open these people’s records until the last day, and no longer. They stand in only with people whose circle their organisation is in.</p>
      <Select id="membershipId" name="membershipId" label="Who stands in?" value={form.text('membershipId')} errorMessage={errorFor(form.errors, 'membershipId')}
        items={[{ value: '', text: 'Choose somebody' }, ...offered.map((one) => ({ value: one.membershipId, text: `${one.name}, ${one.jobTitle}, ${one.organisation}${one.people < open.length ? `: with ${one.people} of ${open.length}` : ''}` }))]} />
      <DateInput id="until" namePrefix="until" values={form.date('until')} errorMessage={errorFor(form.errors, 'until')} fieldset={{ legend: { text: 'Until which day?', size: 's' } }} hint="The last day of the cover" />
      <Button text="Cover everybody" type="submit" preventDoubleClick />
    </form>
  );
}

/** Has somebody stand in with a whole caseload, in one act; then the list of whom to tell. */
export function CoverPage(props: CoverPageProps): Html {
  const { ctx, form, plan: { userId, name, cases, standIns } } = props;
  const covered = cases.filter(({ cover }) => cover).length;
  return (
    <Page ctx={ctx} title={`Cover for ${name}`} wide errors={form.errors} back={{ href: '/dashboard', text: 'Back to the team' }}>
      <h1 class="nhsuk-heading-l">Cover for {name}</h1>
      <p class="os-result">{name} leads {plural(cases.length, 'person', 'people')} whom you can list; {covered === 0 ? 'nobody is' : `${covered.toLocaleString('en-GB')} ${covered === 1 ? 'is' : 'are'}`} covered.</p>
      {cases.some(isOpen) ? <CoverForm {...props} /> : null}
      {covered > 0 ? <form method="post" action={`/workers/${userId}/cover/end`}><Csrf ctx={ctx} /><Button text={`${name} is back: end the cover`} type="submit" variant="secondary" /></form> : null}
      <p class="os-noprint"><a class="nhsuk-link os-alone" href={`/workers/${userId}/hand-on`}>{name} leaves: hand on what is theirs</a></p>
      <h2 class="nhsuk-heading-m">Whom to tell</h2>
      <DataTable caption={`People whom ${name} leads`} hideCaption columns={columnsOf(standIns)} rows={cases} />
      <PrintButton />
    </Page>
  );
}

const id = (n: number): string => `0190aaaa-0000-7000-8000-00000000e${String(n).padStart(3, '0')}`;
const one: LedCase = { personId: id(1), caseId: id(2), name: 'Margery Plumtree-Oduya', phone: '01632 960001', ringWithCare: false, restricted: false, mayDecide: true, cover: null, standIns: [id(8)] };
const until = new Date('2026-12-19T00:00:00Z');
const plan: CoverPlan = {
  userId: id(3), name: 'Jo Whitcombe',
  cases: [one, { ...one, personId: id(4), name: 'Lorna Pettifer', phone: null, ringWithCare: true, restricted: true }, { ...one, personId: id(5), name: 'Derek Hallam', mayDecide: false }, { ...one, personId: id(6), cover: { id: id(7), name: 'Adaeze Nwosu', until } }, { ...one, personId: id(9), name: 'Rasheed Miah', standIns: [] }],
  standIns: [{ membershipId: id(8), name: 'Adaeze Nwosu', jobTitle: 'Social worker', organisation: 'Marlshire County Council' }],
};

export const states: PageStates = {
  full: () => <CoverPage ctx={keyWorker} form={FormState.empty} plan={plan} />,
  bare: () => <CoverPage ctx={keyWorker} form={FormState.empty} plan={{ ...plan, cases: [{ ...one, standIns: [] }], standIns: [] }} />,
  covered: () => <CoverPage ctx={keyWorker} form={FormState.empty} plan={{ ...plan, cases: [{ ...one, cover: { id: id(7), name: 'Adaeze Nwosu', until } }] }} />,
  errors: () => <CoverPage ctx={keyWorker} form={refused({ membershipId: '' }, missing('membershipId', 'Choose who covers'), missing('until', 'Enter the last day of the cover'))} plan={plan} />,
};
