import { SAID_OF_DRAFT } from '@app/care-plans';
import { Button, Csrf, errorFor, londonDay, Page, Radios, Section, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { DifferenceLine } from '../../care-plans/views/changes';
import { isBare, PlanParts } from '../../care-plans/views/plan-content';
import { agreedProposal, bareProposal, openProposal, readyProposal } from '../../care-plans/views/proposal-sample';
import { inForceWords, MY_CHOICES } from '../../care-plans/views/proposal-words';
import { ViewsOfDraft } from '../../care-plans/views/views-of-draft';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import type { MyDraftModel } from '../own-draft.desk';
import { Alone } from './alone';
import { carer, myPage, themself } from './sample';

interface MyDraftPageProps extends MyDraftModel {
  ctx: PageContext;
  form: FormState;
}

/** How far the draft is, to whom it is about. */
const STANDS: Record<string, string> = {
  in_contribution: 'It is still being written. Those who help you are asked what they would change, and so are you.', ready_for_agreement: 'It is ready. Nobody changes it while you are asked what you think.',
  agreed: 'You were asked what you think of it. It will be your plan when it is published.',
};

function SayForm({ ctx, form, person, proposal: { version } }: MyDraftPageProps): Html {
  const row = form.current === undefined ? (form.version ?? String(version.rowVersion)) : String(version.rowVersion);
  return (
    <Section id="say" title="What do you think of it?">
      <p>What you say is kept with the draft. Your key worker is told, and everybody who reads the plan reads it. You need not agree.</p>
      <form class="os-quick" method="post" action={`/me/${person.personId}/draft`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={row} />
        <Radios idPrefix="view" name="view" value={form.text('view')} errorMessage={errorFor(form.errors, 'view')} fieldset={{ legend: { text: 'Do you agree with it?', size: 's' } }} items={SAID_OF_DRAFT.map((value) => ({ value, text: MY_CHOICES[value] }))} />
        <Textarea id="comment" name="comment" label={{ text: 'In your own words (optional)', size: 's' }} hint="For example what should be different" rows="3" value={form.text('comment')} errorMessage={errorFor(form.errors, 'comment')} />
        <Alone form={form} />
        <Button text="Send what I think" type="submit" preventDoubleClick />
      </form>
    </Section>
  );
}

/** The draft of one's own plan: never in force, and said so; with what would be different, and the way to say what one thinks of it. */
export function MyDraftPage(props: MyDraftPageProps): Html {
  const { ctx, form, person, proposal: { version, plan, stands, differences } } = props;
  const isOwn = person.as === 'own';
  const at = `/me?person=${person.personId}`;
  const title = isOwn ? 'A draft of my plan' : `A draft of the plan of ${person.name}`;
  return (
    <Page ctx={ctx} title={title} errors={form.errors} back={{ href: at, text: isOwn ? 'Back to my page' : 'Back to the page' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <WarningCallout heading="A draft, not in force" headingLevel={2} html={<><p>{inForceWords(stands)}.{stands ? <> <a class="nhsuk-link" href={`${at}#plan`}>Read the plan in force</a></> : null}</p>{isOwn ? <p>{STANDS[version.state]}</p> : null}</>} />
      {form.current === undefined ? null : <WarningCallout heading="The draft has changed" headingLevel={2} text="It was changed since you read it, and what you chose is not sent yet. Read it again, then say what you think." />}
      {stands && differences.length > 0 ? <Section id="differences" title="What would be different"><ul class="os-list">{differences.map((one) => <DifferenceLine difference={one} name={isOwn ? 'Me' : person.name} />)}</ul></Section> : null}
      {isBare(plan) ? <p>Nothing in it is for you to read yet.</p> : (
        <PlanParts plan={plan} name={isOwn ? 'Me' : person.name} today={londonDay(new Date())} toThePerson
          suggestAt={isOwn && version.state === 'in_contribution' ? `/me/suggestions?person=${person.personId}&version=${version.id}&item=` : undefined} />
      )}
      {isOwn ? <ViewsOfDraft plan={plan} name={person.name} /> : null}
      {isOwn && version.state === 'ready_for_agreement' ? <SayForm {...props} /> : null}
    </Page>
  );
}

const mine = { personId: myPage.person.personId, name: 'Margery Plumtree-Oduya', as: 'own' } as const;
const base = { ctx: themself, form: FormState.empty, person: mine, proposal: readyProposal };

export const states: PageStates = {
  full: () => <MyDraftPage {...base} />,
  asked: () => <MyDraftPage {...base} proposal={openProposal} />,
  agreed: () => <MyDraftPage {...base} proposal={agreedProposal} />,
  bare: () => <MyDraftPage {...base} proposal={bareProposal} />,
  carer: () => <MyDraftPage {...base} ctx={carer} person={{ ...mine, as: 'carer' }} />,
  errors: () => <MyDraftPage {...base} form={refused({ comment: 'Not on Thursdays' }, missing('view', 'Choose what you think of it'), missing('spokeAlone', 'Choose whether you are alone'))} />,
  clash: () => <MyDraftPage {...base} form={FormState.again({ status: 409, message: 'Someone changed this while you were writing', values: { view: 'agrees' }, faults: [], current: {} })} />,
};
