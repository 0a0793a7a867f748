import { Case } from '@app/cases';
import { fullName } from '@app/persons';
import { ago, Button, Csrf, EmptyState, errorFor, formatDate, orSay, Overdue, Phone, Section, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http/form-state';
import { PersonShell } from '../../person/views/person-shell';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { KeyWorkerModel } from '../key-worker.desk';
import { ChooseWorker } from './choose-worker';
import { askedOfMe, askedOfOther, closed, full, led, over, unknown } from './sample';

interface KeyWorkerPageProps {
  ctx: PageContext;
  form: FormState;
  /** the local calendar day */
  today: string;
  data: KeyWorkerModel;
}

/** A form of one button: an act that asks nothing. */
const Act = ({ ctx, action, text, variant }: { ctx: PageContext; action: string; text: string; variant?: 'secondary' }): Html => (
  <form class="os-quick" method="post" action={action}><Csrf ctx={ctx} /><Button text={text} type="submit" variant={variant} preventDoubleClick /></form>
);

function Lead({ data: { identity: { keyWorker: lead }, waitingSince }, today }: KeyWorkerPageProps): Html {
  if (!lead) {
    return <p>{waitingSince ? <>Nobody leads since {formatDate(waitingSince)}, {ago(waitingSince, new Date(`${today}T12:00:00Z`))}.</> : 'The case is closed: nobody leads it.'}</p>;
  }
  return (
    <SummaryList rows={[
      summaryRow('Key worker', `${lead.name}, ${lead.jobTitle}, ${lead.organisation}`, ''),
      summaryRow('Phone', lead.phone && <Phone value={lead.phone} />, 'No phone number recorded'),
      summaryRow('Since', formatDate(lead.since), ''),
      ...(lead.cover ? [summaryRow('Away, covered by', <>{lead.cover.name}, {lead.cover.phone ? <Phone value={lead.cover.phone} /> : orSay(null, 'no phone number recorded')}, until {formatDate(new Date(lead.cover.until.getTime() - 1))}</>, '')] : []),
    ]} />
  );
}

function AskedOfMe({ ctx, data }: KeyWorkerPageProps): Html {
  const { asked, case: { id }, lapsed } = data;
  if (!asked) return <></>;
  if (lapsed) return <p>{asked.askedBy ?? 'Somebody'} asked you on {formatDate(asked.askedAt)}. The time to answer is over: ask them to ask you again.</p>;
  return (
    <>
      <p>{asked.askedBy ?? 'Somebody'} asks you to {asked.handoverOf ? 'take over as' : 'be'} key worker. Answer by {formatDate(asked.answerBy ?? '')}.</p>
      <Act ctx={ctx} action={`/cases/${id}/key-worker/accept`} text="Yes, I will be the key worker" />
      <Button href={`/cases/${id}/key-worker/decline`} text="Say no, with a reason" variant="secondary" />
    </>
  );
}

function AskedOfOther({ ctx, data }: KeyWorkerPageProps): Html {
  const { asked, case: { id }, lapsed, mayDecide } = data;
  if (!asked) return <></>;
  return (
    <>
      <p>
        {asked.name}, {asked.organisation}, was asked by {asked.askedBy ?? 'somebody'} on {formatDate(asked.askedAt)}. {lapsed
          ? <Overdue>No answer by {formatDate(asked.answerBy ?? '')}</Overdue>
          : <>They have until {formatDate(asked.answerBy ?? '')} to answer.</>}
      </p>
      {mayDecide ? <Act ctx={ctx} action={`/cases/${id}/key-worker/withdraw`} text="Take the question back" variant="secondary" /> : null}
    </>
  );
}

function Ask({ ctx, form, data: { case: { id }, choices, identity: { person } } }: KeyWorkerPageProps): Html {
  if (choices.length === 0) {
    return (
      <EmptyState title="Nobody of the circle can be the key worker">
        <p>A key worker is trained, employed and part of the circle. <a class="nhsuk-link" href={`/people/${person.personId}/circle/add`}>Add their team to the circle</a> first.</p>
      </EmptyState>
    );
  }
  return (
    <form method="post" action={`/cases/${id}/key-worker`} novalidate>
      <Csrf ctx={ctx} />
      <p>Cases and points count the people whom you can list. A usual case is 2 points, a light one 1, a complex one 3.</p>
      <ChooseWorker form={form} errors={form.errors} choices={choices} legend="Who will be the key worker?" />
      <Button text="Ask them" type="submit" preventDoubleClick />
    </form>
  );
}

/** On hold, back again, closed, opened again: for those who decide, below the key worker. */
function Course({ ctx, form, data: { case: { id, state }, mayDecide, identity } }: KeyWorkerPageProps): Html | null {
  if (!mayDecide) return null;
  if (state === 'closed') {
    return (
      <form class="os-quick" method="post" action={`/cases/${id}/reopen`} novalidate>
        <Csrf ctx={ctx} />
        <Textarea id="reason" name="reason" label="Why is the case opened again?" hint="It then waits for a key worker. Add those who help to the circle again: their help has ended." rows="2" value={form.text('reason')} errorMessage={errorFor(form.errors, 'reason')} />
        <Button text="Open the case again" type="submit" preventDoubleClick />
      </form>
    );
  }
  return (
    <Section id="course" title="The case">
      {state === 'on_hold' ? <p>The case is on hold.</p> : null}
      <ul class="os-list">
        {['active', 'monitoring'].includes(state) && identity.keyWorker ? <li><a class="nhsuk-link" href={`/cases/${id}/hold`}>Put the case on hold</a></li> : null}
        <li><a class="nhsuk-link" href={`/cases/${id}/close`}>Close the case</a></li>
      </ul>
      {state === 'on_hold' ? <Act ctx={ctx} action={`/cases/${id}/resume`} text="Go on with the case" variant="secondary" /> : null}
    </Section>
  );
}

function WhatCanBeDone(props: KeyWorkerPageProps): Html | null {
  const { data } = props;
  if (data.case.state === 'closed') return null;
  if (data.asked?.mine) return <AskedOfMe {...props} />;
  if (data.asked && !data.lapsed) return <AskedOfOther {...props} />;
  if (!data.mayDecide) return <p>{data.identity.keyWorker ? 'The key worker or their team manager can hand the case over.' : 'Whoever opened the case, or the manager of its team, asks a key worker.'}</p>;
  if (data.identity.keyWorker) return <p><a class="nhsuk-link" href={`/cases/${data.case.id}/key-worker/handover`}>Hand over to another key worker</a></p>;
  return <>{data.asked ? <AskedOfOther {...props} /> : null}<Ask {...props} /></>;
}

/** Who leads a case, who is asked to, and the next step about it. */
export function KeyWorkerPage(props: KeyWorkerPageProps): Html {
  const { ctx, form, today, data: { identity } } = props;
  const back = { href: `/people/${identity.person.personId}`, text: `Back to ${fullName(identity.person)}` };
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Key worker" today={today} errors={form.errors} back={back}>
      <h1 class="nhsuk-heading-l">Key worker</h1>
      {form.code?.startsWith('keyWorker.') ? <WarningCallout heading="Nothing was changed" headingLevel={2} text={form.errors[0]?.text ?? ''} /> : null}
      <Lead {...props} />
      <WhatCanBeDone {...props} />
      <Course {...props} />
    </PersonShell>
  );
}

const page = (data: KeyWorkerModel, form = FormState.empty): Html => <KeyWorkerPage ctx={keyWorker} form={form} today={TODAY} data={data} />;
const taken = FormState.again({ status: 409, message: 'Priya Nair is asked already. Wait for the answer, or take the question back', code: 'keyWorker.exists', values: {}, faults: [] });

export const states: PageStates = {
  full: () => page(full),
  bare: () => page(unknown),
  empty: () => page({ ...full, choices: [] }),
  led: () => page(led),
  mine: () => page(askedOfMe),
  asked: () => page(askedOfOther),
  lapsed: () => page({ ...askedOfOther, lapsed: true }),
  late: () => page({ ...askedOfMe, lapsed: true }),
  over: () => page(over),
  closed: () => page(closed),
  held: () => page({ ...led, case: Object.assign(new Case(), led.case, { state: 'on_hold' }) }),
  reopen: () => page({ ...closed, mayDecide: true }, refused({ reason: '' }, missing('reason', 'Enter why the case is opened again'))),
  errors: () => page(full, refused({ membershipId: full.choices[1]?.membershipId }, missing('because', 'Idris Vaughan is not first on the list. Choose why you ask them'))),
  taken: () => page(askedOfOther, taken),
};
