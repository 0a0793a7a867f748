import { LEFT_OUT_BECAUSE, type Proposal } from '@app/reviews';
import { Button, Csrf, EmptyState, errorFor, Input, Radios, Section, Select, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { InviteModel } from '../reviews.desk';
import { aReview, model, proposals } from './sample';
import { LEFT_OUT_WORDS } from './words';

interface InvitePageProps extends InviteModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** One who is proposed: asked unless it is said why not. */
function Line({ form, proposal, n, invitees, name }: InvitePageProps & { proposal: Proposal; n: number; name: string }): Html {
  const at = `who-${n}`;
  const typed = form.rows('who')[n] ?? new FormState();
  const before = invitees.find((one) => one.key === proposal.key);
  const error = (field: string): string | undefined => errorFor(form.errors, `${at}-${field}`);
  const who = proposal.does ? `${proposal.name}, ${proposal.does}` : proposal.name;
  return (
    <div class="os-section">
      <input type="hidden" name={`who[${n}][key]`} value={proposal.key} />
      <Radios idPrefix={`${at}-invite`} name={`who[${n}][invite]`} small inline value={typed.text('invite', before?.state === 'left_out' ? 'no' : 'yes')} errorMessage={error('invite')}
        fieldset={{ legend: { text: who, size: 's' } }} hint={proposal.kind === 'carer' ? `Does ${name} want them there?` : proposal.sealedTo ? 'Only a few may know that they help: the others are not told that they are asked' : undefined}
        items={[{ value: 'yes', text: 'Asked' }, { value: 'no', text: 'Left out' }]} />
      <Select id={`${at}-because`} name={`who[${n}][because]`} label={`If ${proposal.name} is left out: why?`} value={typed.text('because', before?.because ?? '')} errorMessage={error('because')}
        items={[{ value: '', text: 'Choose' }, ...LEFT_OUT_BECAUSE.map((value) => ({ value, text: LEFT_OUT_WORDS[value] }))]} />
      <Input id={`${at}-words`} name={`who[${n}][words]`} label="In a few words (optional)" value={typed.text('words', before?.state === 'left_out' ? (before.words ?? '') : '')} errorMessage={error('words')} />
    </div>
  );
}

/** Who is asked to a review: everybody who helps is proposed, and leaving somebody out is what takes a reason. */
export function InvitePage(props: InvitePageProps): Html {
  const { ctx, form, identity, review, proposals: all, mayHold, invitees, today } = props;
  const at = `/people/${identity.person.personId}/reviews/${review.id}`;
  const name = identity.person.preferred ?? identity.person.given ?? 'the person';
  const supporter = invitees.find((one) => one.key === 'person' && one.state === 'invited')?.words ?? '';
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Who is asked to the review" today={today} errors={form.errors} back={{ href: at, text: 'Back to the review' }}>
      <h1 class="nhsuk-heading-l">Who is asked?</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody was first" headingLevel={2} text="The review has changed meanwhile. Look at it again; what you chose is not saved." />}
      {!mayHold || !review.takesContributions ? <EmptyState title="Nobody can be asked now"><p><a class="nhsuk-link" href={at}>Look at how the review stands</a>.</p></EmptyState> : (
        <form method="post" action={`${at}/invite`} novalidate>
          <Csrf ctx={ctx} />
          <input type="hidden" name="_version" value={form.versionOf(review.rowVersion)} />
          <input type="hidden" name="send" value="yes" />
          <p>{name} and everybody who helps are asked. Whoever is left out reads why, and so does {name}, unless you choose “confidential”: then only you and whoever chairs see a line.{review.state === 'scheduled' || review.state === 'rescheduled' ? null : ' Who was asked before and is left out in confidence now is sent nothing, and still has the day that they were told: think of moving it.'}</p>
          {all.map((proposal, n) => <Line {...props} proposal={proposal} n={n} name={name} />)}
          <Section id="part" title={`What ${name} needs to take part`}>
            <Radios idPrefix="fullPart" name="fullPart" small value={form.text('fullPart', supporter ? 'with_support' : '')} errorMessage={errorFor(form.errors, 'fullPart')} fieldset={{ legend: { text: `Could ${name} take a full part?`, size: 's' } }}
              items={[{ value: 'yes', text: 'Yes' }, { value: 'with_support', text: 'Yes, with somebody’s support' }, { value: 'no', text: 'No' }]} />
            <Input id="supporter" name="supporter" label="Who could support them, who is not paid to help? (optional)" hint="Where there is nobody an advocate has to be found: that is put down for you to do" value={form.text('supporter', supporter)} errorMessage={errorFor(form.errors, 'supporter')} />
            <Input id="interpreter" name="interpreter" label="An interpreter, or another format? (optional)" hint="For example Igbo interpreter, large print, British Sign Language. Family do not interpret" value={form.text('interpreter')} errorMessage={errorFor(form.errors, 'interpreter')} />
          </Section>
          <Button text="Ask them" type="submit" preventDoubleClick />
        </form>
      )}
    </PersonShell>
  );
}

const page = (traits: Partial<InvitePageProps>): Html => <InvitePage ctx={keyWorker} form={FormState.empty} {...model} proposals={proposals} today={TODAY} {...traits} />;
const wrong = refused({ who: [{ key: 'person', invite: 'yes' }, { key: 'carer:1', invite: 'no', because: '' }] }, { pointer: '/who/1/because', code: 'required', message: 'Choose why Tunde Oduya is left out' }, missing('fullPart', 'Choose whether they can take a full part'));

export const states: PageStates = {
  full: () => page({}),
  bare: () => page({ identity: bareIdentity, invitees: [], proposals: proposals.map((one) => ({ ...one, sealedTo: [] })) }),
  over: () => page({ review: aReview({ state: 'closed' }) }),
  errors: () => page({ form: wrong }),
};
