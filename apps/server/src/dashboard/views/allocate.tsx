import { Case } from '@app/cases';
import { fullName, Person } from '@app/persons';
import { Button, Csrf, formatDate, InsetText, Page, plural, Section, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import type { KeyWorkerModel } from '../../key-workers/key-worker.desk';
import { ChooseWorker } from '../../key-workers/views/choose-worker';
import { askedOfOther, full, led, over } from '../../key-workers/views/sample';
import { manager, TODAY } from './sample';
import { daysWaiting } from './waiting-table';

interface AllocatePageProps {
  ctx: PageContext;
  form: FormState;
  /** the local calendar day */
  today: string;
  /** those whose key worker was just asked */
  asked: readonly KeyWorkerModel[];
  /** those about whom is still to be decided */
  chosen: readonly KeyWorkerModel[];
  /** how many more were ticked than are shown at once */
  more: number;
}

const LIST = 'allocations';

/** Why nobody can be asked about this case here; null when somebody can. */
function whyNot({ mayDecide, asked, lapsed, choices, identity: { keyWorker } }: KeyWorkerModel): string | null {
  if (keyWorker) return `${keyWorker.name} is the key worker already`;
  if (asked && !lapsed) return `${asked.name} is asked already`;
  if (!mayDecide) return 'whoever opened the case, or the manager of its team, decides';
  return choices.length === 0 ? 'nobody of the circle can be the key worker yet' : null;
}

function One({ form, typed, at, model, today }: { form: FormState; typed: FormState; at: number; model: KeyWorkerModel; today: string }): Html {
  const { case: { id, reason, complexity }, identity: { person }, waitingSince, choices } = model;
  const waits = waitingSince ? `Waits since ${formatDate(waitingSince)}, ${plural(daysWaiting(waitingSince, today), 'day')}. ` : '';
  return (
    <Section id={`case-${id}`} title={`${fullName(person)}, ${person.birthDate ? `born ${formatDate(person.birthDate)}` : 'date of birth not recorded'}`}>
      <input type="hidden" name={`${LIST}[${at}][caseId]`} value={id} />
      <p>{waits}{complexity === 'usual' ? '' : `A ${complexity} case. `}{reason}</p>
      <ChooseWorker form={typed} errors={form.errors} choices={choices} legend={`Who will be the key worker of ${fullName(person)}?`} row={{ list: LIST, at }} />
    </Section>
  );
}

/** Asks key workers for several people in one act: what could not be done stays in the form, with why. */
export function AllocatePage({ ctx, form, today, asked, chosen, more }: AllocatePageProps): Html {
  const open = chosen.filter((model) => whyNot(model) === null || form.isFilled);
  const out = chosen.filter((model) => !open.includes(model));
  const rows = form.rows(LIST);
  return (
    <Page ctx={ctx} title="Ask key workers" wide back={{ href: '/dashboard/waiting', text: 'Back to those who wait' }} errors={form.errors}>
      <h1 class="nhsuk-heading-l">Ask key workers for {plural(open.length, 'person', 'people')}</h1>
      {asked.length > 0 ? (
        <InsetText html={<><p>These are done:</p><ul>{asked.map(({ identity: { person, keyWorker }, asked: question }) => (
          <li>{fullName(person)}: {keyWorker ? `${keyWorker.name} is the key worker` : `${question?.name ?? 'somebody'} is asked`}</li>))}</ul></>} />
      ) : null}
      {out.length > 0 ? (
        <WarningCallout heading="Left out" headingLevel={2} html={<ul>{out.map((model) => (
          <li><a class="nhsuk-link" href={`/cases/${model.case.id}/key-worker`}>{fullName(model.identity.person)}</a>: {whyNot(model)}</li>))}</ul>} />
      ) : null}
      {more > 0 ? <p>{plural(more, 'more person was', 'more people were')} ticked than fit on one page. Ask for these first.</p> : null}
      {open.length > 0 ? (
        <form method="post" action="/dashboard/allocate" novalidate>
          <Csrf ctx={ctx} />
          <p>Whoever is recommended is chosen for each: change it where you know better. Each is asked by themselves, and one no does not stop the others.</p>
          {open.map((model, at) => <One form={form} typed={rows[at] ?? FormState.empty} at={at} model={model} today={today} />)}
          <Button text={open.length === 1 ? 'Ask them' : `Ask all ${open.length}`} type="submit" preventDoubleClick />
        </form>
      ) : <p><a class="nhsuk-link" href="/dashboard/waiting">Choose somebody else</a> who waits.</p>}
    </Page>
  );
}

const another = (model: KeyWorkerModel, caseId: string, given: string): KeyWorkerModel =>
  ({ ...model, case: Object.assign(new Case(), model.case, { id: caseId, complexity: 'complex' }), identity: { ...model.identity, person: Object.assign(new Person(), model.identity.person, { given, birthDate: null }) } });
const second = another(over, '0190aaaa-0000-7000-8000-00000000f900', 'Derek');
const third = another(askedOfOther, '0190aaaa-0000-7000-8000-00000000f901', 'Pat');
const draw = (props: Partial<AllocatePageProps>): Html => <AllocatePage ctx={manager} form={FormState.empty} today={TODAY} asked={[]} chosen={[full, second]} more={0} {...props} />;
const refused = FormState.again({
  status: 422, message: '', values: { allocations: [{ caseId: full.case.id, membershipId: full.choices[1]?.membershipId, words: 'She knows the street' }] },
  faults: [{ pointer: '/allocations/0/because', code: 'required', message: 'Idris Vaughan is not first on the list. Choose why you ask them' }],
});

export const states: PageStates = {
  full: () => draw({}),
  one: () => draw({ chosen: [full] }),
  out: () => draw({ chosen: [full, third, { ...second, choices: [] }], more: 3 }),
  empty: () => draw({ chosen: [{ ...led, case: third.case, identity: { ...third.identity, keyWorker: led.identity.keyWorker } }] }),
  errors: () => draw({ form: refused, chosen: [full], asked: [third] }),
};
