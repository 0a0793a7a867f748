import { COMPLEXITIES, type Complexity } from '@app/cases';
import type { Candidate } from '@app/key-workers';
import { fullName } from '@app/persons';
import { Button, Checkboxes, Csrf, DateInput, EmptyState, errorFor, Input, Radios, Select, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { FormState } from '../../http/form-state';
import type { CaseChoices } from '../person.desk';
import { PersonShell } from './person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from './sample';

interface CasePageProps extends CaseChoices {
  ctx: PageContext;
  form: FormState;
  /** the local calendar day */
  today: string;
}

const COMPLEXITY_WORDS: Record<Complexity, string> = { light: 'Little: a call now and then', usual: 'As much as most', complex: 'A lot: many services, or things change every week' };
const FEW = 8;
const LATER = { value: '', text: 'Nobody yet: the case waits for a key worker' };

/** Few to choose from are shown; of many one picks from a list. */
function KeyWorkerChoice({ form, candidates }: Pick<CasePageProps, 'form' | 'candidates'>): Html {
  const value = form.text('keyWorkerMembershipId');
  const errorMessage = errorFor(form.errors, 'keyWorkerMembershipId');
  const hint = 'Trained workers of the circle. A volunteer cannot be a key worker.';
  const words = (one: Candidate): string => `${one.name}, ${one.jobTitle}, ${one.organisation}`;
  if (candidates.length === 0) return <p>Nobody of the circle is trained as a key worker yet. The case will wait until one is named.</p>;
  if (candidates.length > FEW) {
    return <Select id="keyWorkerMembershipId" name="keyWorkerMembershipId" label="Key worker" hint={hint} value={value} errorMessage={errorMessage}
      items={[LATER, ...candidates.map((one) => ({ value: one.membershipId, text: words(one) }))]} />;
  }
  return <Radios idPrefix="keyWorkerMembershipId" name="keyWorkerMembershipId" value={value} hint={hint} errorMessage={errorMessage} fieldset={{ legend: { text: 'Key worker', size: 's' } }}
    items={[...candidates.map((one) => ({ value: one.membershipId, text: one.name, hint: `${one.jobTitle}, ${one.organisation}` })), { ...LATER, checked: value === '' }]} />;
}

/** A case may belong to a team of several employers: to the reader's own unless they say otherwise. */
function TeamChoice({ form, teams }: Pick<CasePageProps, 'form' | 'teams'>): Html | null {
  if (teams.length === 0) return null;
  const own = teams.filter(({ mine }) => mine);
  return <Select id="integratedTeamId" name="integratedTeamId" label="Team" hint="Its manager sees the case and shares the work out, as far as the circle lets them in" value={form.text('integratedTeamId', own.length === 1 ? own[0]?.id : '')}
    errorMessage={errorFor(form.errors, 'integratedTeamId')} items={[{ value: '', text: 'No team of several organisations' }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]} />;
}

function CaseForm({ ctx, form, identity: { person: { personId, preferred, given } }, candidates, teams }: CasePageProps): Html {
  return (
    <form method="post" action={`/people/${personId}/case/new`} novalidate>
      <Csrf ctx={ctx} />
      <p>Everybody in the circle sees that the case is open, why, and who the key worker is.</p>
      <Textarea id="reason" name="reason" label="Why is the case opened?" rows="3" value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} classes="nhsuk-u-width-two-thirds" />
      <Checkboxes idPrefix="visibleToPerson" name="visibleToPerson" small values={form.list('visibleToPerson')}
        items={[{ value: 'on', text: `${preferred ?? given} may read this too`, hint: { text: 'And with them a family carer who may. Leave it empty where that is not safe' } }]} />
      <KeyWorkerChoice form={form} candidates={candidates} />
      <TeamChoice form={form} teams={teams} />
      <Select id="complexity" name="complexity" label="How much will the case ask of the key worker?" value={form.text('complexity', 'usual')} errorMessage={errorFor(form.errors, 'complexity')}
        items={COMPLEXITIES.map((one) => ({ value: one, text: COMPLEXITY_WORDS[one] }))} />
      <DateInput id="nextReviewOn" namePrefix="nextReviewOn" values={form.date('nextReviewOn')} errorMessage={errorFor(form.errors, 'nextReviewOn')}
        fieldset={{ legend: { text: 'First review (optional)', size: 's' } }} hint="For example, 15 3 2027" />
      <Input id="contactEveryDays" name="contactEveryDays" label="At most how many days between conversations with the person?" hint="28 days is usual" inputmode="numeric" classes="nhsuk-input--width-3"
        value={form.text('contactEveryDays', '28')} errorMessage={errorFor(form.errors, 'contactEveryDays')} />
      <Button text="Open the case" type="submit" preventDoubleClick />
    </form>
  );
}

/** Opens the one case of a person, with its key worker where one is chosen. */
export function CasePage(props: CasePageProps): Html {
  const { ctx, form, identity, isOpen, today } = props;
  const back = { href: `/people/${identity.person.personId}`, text: `Back to ${fullName(identity.person)}` };
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Open a case" today={today} errors={form.errors} back={back}>
      <h1 class="nhsuk-heading-l">Open a case</h1>
      {isOpen && form.errors.length === 0
        ? <EmptyState title="A case is open already"><p>One case is open at a time. <a class="nhsuk-link" href={back.href}>Work in that one</a>.</p></EmptyState>
        : <CaseForm {...props} />}
    </PersonShell>
  );
}

const candidate = (n: number): Candidate => ({
  membershipId: `0190aaaa-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`, userId: `0190aaaa-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`, name: `Worker ${n}`,
  jobTitle: 'Social worker', organisationId: '0190aaaa-0000-7000-8000-0000000000a1', organisation: 'Marlshire County Council',
  cases: n, points: 2 * n, capacity: 40, before: false, lastAllocatedAt: null,
});
const teams = [{ id: candidate(1).organisationId, name: 'Northgate and Weirside Integrated Neighbourhood Team', mine: true }, { id: candidate(1).userId, name: 'Riverbank Team', mine: false }];
const wrong = FormState.again({
  status: 422, message: '', values: { reason: '', contactEveryDays: '28' }, faults: [{ pointer: '/reason', code: 'required', message: 'Enter why the case is opened' }],
});

export const states: PageStates = {
  full: () => <CasePage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} candidates={[1, 2, 3].map(candidate)} teams={teams} isOpen={false} today={TODAY} />,
  many: () => <CasePage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} candidates={[1, 2, 3, 4, 5, 6, 7, 8, 9].map(candidate)} teams={teams.slice(1)} isOpen={false} today={TODAY} />,
  empty: () => <CasePage ctx={keyWorker} form={FormState.empty} identity={bareIdentity} candidates={[]} teams={[]} isOpen={false} today={TODAY} />,
  open: () => <CasePage ctx={keyWorker} form={FormState.empty} identity={sampleIdentity} candidates={[candidate(1)]} teams={[]} isOpen={true} today={TODAY} />,
  errors: () => <CasePage ctx={keyWorker} form={wrong} identity={sampleIdentity} candidates={[candidate(1)]} teams={[]} isOpen={false} today={TODAY} />,
};
