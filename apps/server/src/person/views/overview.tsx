import type { Preview } from '@app/overviews';
import { fullName } from '@app/persons';
import { Columns, Hidden, PrintButton, Section, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { NoteForm } from '../../contacts/views/note-form';
import { FormState } from '../../http/form-state';
import { joined } from '../../merging/views/sample';
import { Entries } from '../../timeline/views/entries';
import type { PersonOverview } from '../person.desk';
import { NextSteps } from './next-steps';
import { AboutMePanel, CirclePanel, KnowsPanel, ReachPanel, SharingPanel } from './overview-side';
import { Joined } from './joined';
import { PersonShell } from './person-shell';
import { barePage, closing, fullPage, keyWorker, opened, TODAY } from './sample';
import { YouSee } from './you-see';

export interface OverviewPageProps extends PersonOverview {
  ctx: PageContext;
  /** the note that is being written */
  form: FormState;
  /** who would see it; null while that is not asked */
  preview: Preview | null;
  /** the local calendar day */
  today: string;
}

function Latest({ ctx, form, preview, page, organisations, people }: OverviewPageProps): Html {
  const { personId, preferred, given } = page.person;
  return (
    <Section id="latest" title="Latest on the timeline">
      <h3 class="nhsuk-heading-xs os-noprint" id="add-note">{page.windDownUntil ? 'Write the closing note' : 'Add a note'}</h3>
      <NoteForm ctx={ctx} form={form} personId={personId} name={preferred ?? given} organisations={organisations} people={people} preview={preview} />
      {page.timeline.length === 0 ? <p>Nothing recorded yet.</p> : <Entries entries={page.timeline} level={3} />}
      <p><a class="nhsuk-link" href={`/people/${personId}/timeline`}>See the whole timeline</a></p>
    </Section>
  );
}

/** One page that holds what is next, the story and the circle. */
export function OverviewPage(props: OverviewPageProps): Html {
  const { ctx, form, page, today } = props;
  return (
    <PersonShell ctx={ctx} identity={page} tab="overview" title="Overview" today={today} errors={form.errors}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(page.person)}: </Hidden>Overview</h1>
      <p class="os-noprint"><a class="nhsuk-link" href={`/people/${page.person.personId}/emergency`}>Emergency view: whom to ring, what to do</a></p>
      <Joined joined={page.joined} />
      {props.isNew ? <p class="os-noprint"><a class="nhsuk-link" href={`/people/${page.person.personId}/first-day`}>New here? What to know on the first day</a></p> : null}
      <YouSee categories={page.yourCategories} keyWorker={page.keyWorker} />
      <Columns first={{ main: <NextSteps page={page} today={today} />, side: <AboutMePanel page={page} today={today} /> }}
        main={<Latest {...props} />} side={<><CirclePanel page={page} today={props.today} /><SharingPanel page={page} /><ReachPanel page={page} /><KnowsPanel page={page} /><PrintButton /></>} />
    </PersonShell>
  );
}

const empty = FormState.again({
  status: 422, message: '', values: { text: '', about: 'person', audience: 'circle' }, faults: [{ pointer: '/text', code: 'required', message: 'Enter what happened' }],
});
const organisations = [{ id: '0190aaaa-0000-7000-8000-0000000000a2', name: 'Age Well Marlshire' }];

export const states: PageStates = {
  full: () => <OverviewPage ctx={keyWorker} form={FormState.empty} preview={null} page={fullPage} organisations={organisations} people={[]} isNew today={TODAY} />,
  bare: () => <OverviewPage ctx={keyWorker} form={FormState.empty} preview={null} page={barePage} organisations={[]} people={[]} isNew={false} today={TODAY} />,
  empty: () => <OverviewPage ctx={keyWorker} form={FormState.empty} preview={null} page={{ ...barePage, person: { ...barePage.person, deceasedOn: '2026-12-01' } }} organisations={[]} people={[]} isNew={false} today={TODAY} />,
  joined: () => <OverviewPage ctx={keyWorker} form={FormState.empty} preview={null} page={{ ...fullPage, joined: [joined] }} organisations={organisations} people={[]} isNew={false} today={TODAY} />,
  earlier: () => <OverviewPage ctx={keyWorker} form={FormState.empty} preview={null} page={{ ...barePage, joined: [{ ...joined, isKept: false }] }} organisations={[]} people={[]} isNew={false} today={TODAY} />,
  closing: () => <OverviewPage ctx={keyWorker} form={FormState.empty} preview={null} page={{ ...barePage, ...closing, timeline: fullPage.timeline.slice(1, 2) }} organisations={organisations} people={[]} isNew={false} today={TODAY} />,
  emergency: () => <OverviewPage ctx={keyWorker} form={FormState.empty} preview={null} page={{ ...fullPage, ...opened }} organisations={organisations} people={[]} isNew={false} today={TODAY} />,
  errors: () => <OverviewPage ctx={keyWorker} form={empty} preview={null} page={fullPage} organisations={organisations} people={[]} isNew={false} today={TODAY} />,
};
