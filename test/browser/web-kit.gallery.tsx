import {
  BarTable, Button, Checkboxes, Columns, Csrf, DataTable, DateInput, EmptyState, errorFor, FilterBar, IdentityBanner, Input, LineChart, NhsNumber,
  Overdue, Page, Pagination, Phone, plural, PrintButton, Radios, Section, Select, Stats, Sub, SubNav, SummaryList, summaryRow, Tag,
  Textarea, Time, Timeline, WarningCallout, type Column, type FieldError, type IdentityBannerProps, type PageStates,
} from '@app/web-kit';
import { bars, carer, chidi, ctx, errors, me, rows, unknown, type Row } from './web-kit.gallery-data';

const nameCell = (row: Row) => (
  <>
    <a class="nhsuk-link" href={`/people/${row.id}`}>{row.name}</a>
    <Sub>{plural(row.age, 'year')}, NHS <NhsNumber value={row.nhs} /></Sub>
  </>
);
const reviewCell = (row: Row) => <><Time at={row.review} short /> {row.overdue ? <Overdue /> : null}</>;
const alertCell = (row: Row) => (row.overdue ? <Tag text="Falls" colour="red" /> : 'None');

const columns: Column<Row>[] = [
  { head: 'Name', sort: { href: '/caseload?sort=name', state: 'none' }, rowHeader: true, cell: nameCell },
  { head: 'Alerts', sort: { href: '/caseload', state: 'ascending' }, cell: alertCell },
  { head: 'Next step', cell: (row) => row.next },
  { head: 'Plan review', sort: { href: '/caseload?sort=review', state: 'none' }, cell: reviewCell },
  { head: 'Last contact', cell: (row) => row.contact },
  { head: 'Goals met', numeric: true, wideOnly: true, cell: () => '1 of 3' },
  { head: 'Main need', wideOnly: true, cell: (row) => row.need },
];

const Filter = () => (
  <FilterBar action="/caseload" label="Caseload" keep={{ sort: 'name' }} clearHref="/caseload">
    <Input id="q" name="q" type="search" label="Name or NHS number" classes="nhsuk-input--width-20" />
    <Select id="need" name="need" label="Main need" items={[{ value: '', text: 'Any need' }, { value: 'frailty', text: 'Frailty' }]} />
  </FilterBar>
);

const views = [
  { href: '/caseload', text: 'Everyone', count: 160, current: true },
  { href: '/caseload?view=overdue', text: 'Review overdue', count: 4 },
  { href: '/caseload?view=quiet', text: 'No contact in the agreed time', count: 11 },
];

const personPages = ['Overview', 'Care plan', 'Timeline', 'People and services', 'Sharing'].map((text, index) => (
  { href: `/people/1/${index}`, text, current: index === 0 }
));

const Story = (props: { level: 2 | 3 }) => (
  <Timeline level={props.level} entries={[
    { id: '1', at: '2026-12-09T09:05:00Z', title: 'Phone call with Chidi', by: 'Amira Hussain, Northside Community Trust',
      tag: { text: 'Contact', colour: 'blue' },
      isNew: true, body: <p class="os-text">{'He slept badly.\nLunch club agreed for Tuesday.'}</p> },
    { id: '2', at: '2026-12-09T08:00:00Z', title: 'Goal reached: cook again', by: 'Jo Marsh, Talk Again',
      tag: { text: 'Goal', colour: 'green' }, body: <p>Cooked jollof rice for four.</p> },
    { id: '3', at: '2026-12-01T15:00:00Z', title: 'Home from hospital', by: 'Ward 7, Northside Hospital',
      tag: { text: 'Hospital', colour: 'purple' }, body: <p>Home with a frame.</p> },
  ]} />
);

function Person(props: { banner: IdentityBannerProps; flash?: string }) {
  return (
    <Page
      ctx={{ ...ctx, nav: 'people', flash: props.flash }} title={props.banner.name} wide
      back={{ href: '/caseload?sort=name', text: 'Back to caseload' }} beforeMain={<IdentityBanner {...props.banner} />}
    >
      <h1 class="nhsuk-heading-l">Overview</h1>
      <SubNav label="Pages of this person" items={personPages} />
      <Columns
        first={{
          main: (
            <Section id="next" title="What happens next">
              <ul class="os-list">
                <li><strong>Plan review</strong> <Time at="2026-11-14" /> <Overdue /><Sub>Amira Hussain prepares it</Sub></li>
                <li><strong>Try the frame in the bathroom</strong><Sub>Jo Marsh, by <Time at="2026-12-12" /></Sub></li>
              </ul>
            </Section>
          ),
          side: <Section id="about" title="About me"><p>I ran a bakery for thirty years. Do not rush me in the morning.</p></Section>,
        }}
        main={<>
          <Section id="note" title="Add a note">
            <form class="os-quick" method="post" action="/people/1/notes"><Csrf ctx={ctx} />
              <Radios name="kind" small inline fieldset={{ legend: { text: 'Type', size: 's' } }}
                items={[{ value: 'call', text: 'Phone call', checked: true }, { value: 'visit', text: 'Visit' }]} />
              <Textarea id="text" name="text" label={{ text: 'What happened' }} rows="3" />
              <Button text="Save note" />
            </form>
          </Section>
          <Section id="story" title="Latest on the timeline"><Story level={3} /></Section>
        </>}
        side={<>
          <Section id="circle" title="Care circle">
            <ul class="os-list">
              <li><strong>Jo Marsh</strong><Sub>Talk Again, befriender</Sub><Phone value="01632 960 007" /></li>
              <li><strong>Dr Patel</strong><Sub>Riverside Practice</Sub></li>
            </ul>
          </Section>
          <Section id="sharing" title="Sharing">
            <p>Shared for direct care. Chidi was told on <Time at="2026-10-02" />.</p>
            <PrintButton text="Print this page" />
          </Section>
        </>}
      />
    </Page>
  );
}

function Form(props: { errors?: readonly FieldError[] }) {
  return (
    <Page
      ctx={ctx} title="Add a goal" errors={props.errors}
      back={{ href: '/people/1', text: 'Back to overview' }} beforeMain={<IdentityBanner {...chidi} />}
    >
      <h1 class="nhsuk-heading-l">Add a goal</h1>
      <WarningCallout heading="Important" headingLevel={2} text="Chidi can read this goal and its steps." />
      <form method="post" action="/people/1/goals" novalidate><Csrf ctx={ctx} />
        <Textarea id="goal" name="goal" label="What does Chidi want? Use his own words" errorMessage={errorFor(props.errors, 'goal')} />
        <DateInput
          id="due" namePrefix="due" fieldset={{ legend: 'By when?' }} hint="For example, 15 3 2027"
          errorMessage={errorFor(props.errors, 'due')} values={{ day: '31', month: '2', year: '2027' }}
        />
        <Checkboxes name="who" fieldset={{ legend: 'Who helps?' }}
          items={[{ value: 'a', text: 'Amira Hussain' }, { value: 'j', text: 'Jo Marsh' }]} />
        <Button text="Save goal" />
      </form>
    </Page>
  );
}

export const states: PageStates = {
  list: () => (
    <Page ctx={ctx} title="Caseload" wide skipTo={{ href: '#list', text: 'Skip to list of people' }}>
      <h1 class="nhsuk-heading-l">Your caseload</h1>
      <Filter />
      <SubNav label="Caseload views" items={views} />
      <p class="os-result">Showing 1 to 7 of 160 people</p>
      <div id="list">
        <DataTable caption="Everyone, sorted by priority" hideCaption columns={columns} rows={rows} isDue={(row) => row.overdue} />
      </div>
      <Pagination
        ariaLabel="Caseload pages" next={{ href: '/caseload?page=2' }}
        items={[{ number: '1', href: '/caseload', current: true }, { number: '2', href: '/caseload?page=2' }]}
      />
    </Page>
  ),
  empty: () => (
    <Page ctx={{ ...ctx, notice: 'Northside Community Trust moves to its new office on Friday.' }} title="Caseload" wide>
      <h1 class="nhsuk-heading-l">Your caseload</h1>
      <Filter />
      <EmptyState title="No one is assigned to you yet">
        <p>Your team lead is Priya Nair. <a class="nhsuk-link" href="/people">Find a person</a>.</p>
      </EmptyState>
    </Page>
  ),
  person: () => <Person banner={chidi} flash="Note saved" />,
  unknown: () => <Person banner={unknown} />,
  died: () => <Person banner={{ ...chidi, birthDateEstimated: true, deceasedOn: '2026-12-01', phone: undefined, alerts: [] }} />,
  form: () => <Form />,
  errors: () => <Form errors={errors} />,
  figures: () => (
    <Page ctx={{ ...ctx, nav: 'team' }} title="Team" wide>
      <h1 class="nhsuk-heading-l">North team</h1>
      <Stats items={[
        { value: 160, label: 'open cases', href: '/team/cases' },
        { value: 4, label: 'reviews overdue', href: '/team/overdue', warn: true },
        { value: 0, label: 'concerns to review', href: '/team/concerns', warn: true },
        { value: null, label: 'no contact in the agreed time', href: '/team/quiet' },
      ]} />
      <Section id="workers" title="Open cases by key worker">
        <p>Amira Hussain has 3 more people than agreed.</p>
        <BarTable
          caption="Open cases by key worker" first="Key worker" series={['Concerns', 'Other']} total="All"
          markLabel="Agreed" rows={bars}
        />
      </Section>
      <Section id="weeks" title="Cases opened and closed each week">
        <p>Seven cases were opened and three closed in three weeks.</p>
        <LineChart id="flow" title="Cases opened and closed each week" description="Seven cases were opened and three closed in three weeks." first="Week of"
          points={['9 Nov', '16 Nov', '23 Nov']} lines={[{ name: 'Opened', values: [3, 0, 4], hrefs: ['/caseload', undefined, '/caseload'] }, { name: 'Closed', values: [1, 2, 0] }]} />
      </Section>
    </Page>
  ),
  details: () => (
    <Page ctx={ctx} title="Check your answers">
      <h1 class="nhsuk-heading-l">Check your answers</h1>
      <SummaryList rows={[
        summaryRow('Name', 'Chidi Okafor', 'No name recorded', { href: '/change/name', what: 'name' }),
        summaryRow('Phone', null, 'No phone number recorded', { href: '/change/phone', what: 'phone number' }),
      ]} />
      <Button text="Send" />
    </Page>
  ),
  me: () => (
    <Page ctx={me} title="My plan">
      <h1 class="nhsuk-heading-l">My plan</h1>
      <Section id="next" title="What happens next"><p>Amira rings you on <Time at="2026-12-12" />.</p></Section>
      <Section id="goals" title="What I want"><ul class="os-list"><li>Cook for my family again<Sub>Going well</Sub></li></ul></Section>
    </Page>
  ),
  carer: () => (
    <Page ctx={carer} title="Plan">
      <h1 class="nhsuk-heading-l">Chidi’s plan</h1>
      <Story level={2} />
    </Page>
  ),
  'signed out': () => (
    <Page ctx={{ ...ctx, user: null, nav: null, navItems: [], notice: 'You were signed out. What you typed has been kept.' }} title="Sign in">
      <h1 class="nhsuk-heading-l">Sign in</h1>
      <form method="post" action="/sign-in">
        <Input id="email" name="email" type="email" label="Email address" autocomplete="username" />
        <Button text="Sign in" />
      </form>
    </Page>
  ),
};
