import { NEED_DOMAIN_WORDS, NEED_DOMAINS } from '@app/directory';
import { fullName, CATEGORY_WORDS } from '@app/persons';
import { AGREED_HOW, REFERRAL_AUTHORITIES, URGENCIES } from '@app/referrals';
import {
  Button, Checkboxes, Csrf, DateInput, Details, errorFor, InsetText, Radios, Select, Textarea, type Html, type PageContext, type PageStates,
} from '@app/web-kit';
import { ByWhatFields, isByWhatWrong } from '../../care-teams/views/by-what';
import { WritingFor } from '../../contacts/views/audience-fields';
import { missing, refused } from '../../contacts/views/sample';
import { warmHomes } from '../../directory/views/sample';
import { servicesHref, ServicesFilter, ServicesList } from '../../directory/views/services-list';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { identity, keyWorker, TODAY } from '../../person/views/sample';
import type { ChosenService, NewReferralModel } from '../new-referral.desk';
import { opensFor } from '../opens';
import { chosen, need } from './sample';
import { AGREED_WORDS, URGENCY_WORDS } from './words';

interface NewReferralPageProps extends NewReferralModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const startCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What is kept while one looks for a service. */
const onTheWay = ({ forNeed, redirectedFrom }: NewReferralModel['query']): Record<string, string> => ({ ...(forNeed && { forNeed }), ...(redirectedFrom && { redirectedFrom }) });

/** Asks a service for help: which one, what for, what goes along. */
export function NewReferralPage(props: NewReferralPageProps): Html {
  const { ctx, form, chosen: service, identity: { person }, query, need, found, today } = props;
  const also = onTheWay(query);
  const at = `/people/${person.personId}/referrals`;
  return (
    <PersonShell ctx={ctx} identity={props.identity} tab={null} title="Refer to a service" today={today} errors={form.errors}
      back={service ? { href: servicesHref(`${at}/new`, { need: need?.domain }, null, also), text: 'Choose another service' } : { href: at, text: `Referrals of ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">{service ? `Refer to ${service.service.name}` : 'Which service could help?'}</h1>
      {service ? <ReferralForm {...props} chosen={service} at={at} /> : null}
      {found ? (
        <>
          {need ? <InsetText html={<p>For the need: {need.text}</p>} /> : null}
          <ServicesFilter at={`${at}/new`} query={query} also={also} />
          <ServicesList at={`${at}/new`} query={query} found={found} today={today} also={also}
            hrefOf={({ id, takesReferrals }) => (takesReferrals ? `${at}/new?${new URLSearchParams({ service: id, ...also }).toString()}` : `/services/${id}`)} />
        </>
      ) : null}
    </PersonShell>
  );
}

function Existing({ chosen: { existing } }: { chosen: ChosenService }): Html | null {
  if (!existing) return null;
  return <InsetText html={<p>A referral to this service is open already. <a class="nhsuk-link" href={`/referrals/${existing}`}>Open it</a> instead of sending another.</p>} />;
}

/** Who of the service receives it: asked where only those named may know, offered otherwise. */
function Worker({ form, chosen: { service, workers, summary } }: { form: FormState; chosen: ChosenService }): Html {
  const named = service.discreetByDefault || summary.person.restricted;
  return (
    <Select id="membershipId" name="membershipId" label={named ? 'Who receives it?' : 'Who receives it? (optional)'} value={form.text('membershipId')} errorMessage={errorFor(form.errors, 'membershipId')}
      hint={named ? 'Only you and the person you choose will know of this referral' : undefined}
      items={[{ value: '', text: named ? 'Choose somebody' : 'Whoever answers referrals there' }, ...workers.map((one) => ({ value: one.membershipId, text: `${one.name}, ${one.jobTitle}` }))]} />
  );
}

function WhatGoes({ form, chosen: { service, summary } }: { form: FormState; chosen: ChosenService }): Html {
  return (
    <>
      <Checkboxes idPrefix="facts" name="facts" small values={form.list('facts', summary.facts.filter(({ key }) => ['age', 'communication', 'language'].includes(key)).map(({ key }) => key))}
        errorMessage={errorFor(form.errors, 'facts')} fieldset={{ legend: { text: 'What did they agree may go along before anybody says yes?', size: 's' } }}
        hint="Without a name, phone or address they know nothing by which to find the person" items={summary.facts.map(({ key, label, text }) => ({ value: key, text: label, hint: { text } }))} />
      {summary.phoneWithheld ? <p>No phone number goes along: nobody may ring this person.</p> : null}
      <Checkboxes idPrefix="opens" name="opens" small values={form.list('opens', opensFor(service))} errorMessage={errorFor(form.errors, 'opens')}
        fieldset={{ legend: { text: 'What did they agree may be seen once the service accepts?', size: 's' } }} hint="Nothing more is opened by accepting. You can pass on what your organisation has been given"
        items={summary.mayOpen.map((value) => ({ value, text: startCase(CATEGORY_WORDS[value]) }))} />
    </>
  );
}

/** Their yes, unless what stands with the service's organisation, or what is chosen, holds without one. */
function ByWhatItGoes({ form, chosen: { standing } }: { form: FormState; chosen: ChosenService }): Html {
  const usual = REFERRAL_AUTHORITIES.find((one) => one === standing?.authority) ?? 'explicit';
  return (
    <Details id="by-what" summary="By what it may be sent (they said yes)" open={isByWhatWrong(form) || (form.text('authority') || usual) !== 'explicit'} html={
      <ByWhatFields form={form} choices={REFERRAL_AUTHORITIES} usual={usual} stands={usual === 'explicit' ? undefined : standing ?? undefined} legend="By what may it be sent?" hint="Without their yes, say which it is. The service reads of what kind it is and not which" />
    } />
  );
}

function ReferralForm({ ctx, form, chosen: asked, query, need, at }: NewReferralPageProps & { chosen: ChosenService; at: string }): Html {
  const redirectedFrom = form.text('redirectedFromId', query.redirectedFrom ?? '');
  return (
    <form class="os-quick" method="post" action={`${at}/check`} novalidate>
      <Csrf ctx={ctx} />
      <input type="hidden" name="serviceId" value={asked.service.id} />
      {need ? <input type="hidden" name="needId" value={need.id} /> : null}
      {redirectedFrom ? <input type="hidden" name="redirectedFromId" value={redirectedFrom} /> : null}
      <p id="serviceId">{asked.service.organisation}. {asked.service.wait ? `Wait: ${asked.service.wait}` : 'The wait is not known'}.</p>
      <Existing chosen={asked} />
      <Select id="needDomain" name="needDomain" label="What is it about?" value={form.text('needDomain', need?.domain ?? asked.service.needs[0] ?? '')} errorMessage={errorFor(form.errors, 'needDomain')}
        items={[{ value: '', text: 'Choose' }, ...NEED_DOMAINS.map((value) => ({ value, text: startCase(NEED_DOMAIN_WORDS[value]) }))]} />
      <Textarea id="needText" name="needText" label={{ text: 'What is needed?', size: 's' }} hint="Write no name unless they agreed that it goes along" rows="3" value={form.text('needText', need?.text ?? '')} errorMessage={errorFor(form.errors, 'needText')} />
      <Textarea id="whyNow" name="whyNow" label={{ text: 'Why now?', size: 's' }} rows="2" value={form.text('whyNow')} errorMessage={errorFor(form.errors, 'whyNow')} />
      <Radios idPrefix="urgency" name="urgency" small value={form.text('urgency', 'routine')} errorMessage={errorFor(form.errors, 'urgency')} fieldset={{ legend: { text: 'When do you want an answer?', size: 's' } }}
        items={URGENCIES.map((value) => ({ value, text: URGENCY_WORDS[value] }))} />
      <WhatGoes form={form} chosen={asked} />
      <Worker form={form} chosen={asked} />
      <ByWhatItGoes form={form} chosen={asked} />
      <Radios idPrefix="agreedHow" name="agreedHow" small value={form.text('agreedHow')} errorMessage={errorFor(form.errors, 'agreedHow')} fieldset={{ legend: { text: 'How did they agree to this referral?', size: 's' } }} hint="Choose none only where it goes without their yes"
        items={AGREED_HOW.map((value) => ({ value, text: AGREED_WORDS[value] }))} />
      <DateInput id="agreedOn" namePrefix="agreedOn" values={form.date('agreedOn')} errorMessage={errorFor(form.errors, 'agreedOn')} hint="Leave empty for today" fieldset={{ legend: { text: 'When?', size: 's' } }} />
      <Checkboxes idPrefix="spokeAlone" name="spokeAlone" small values={form.list('spokeAlone')} items={[{ value: 'on', text: 'They spoke alone, with nobody else there' }]} />
      <Radios idPrefix="audience" name="audience" small value={form.text('audience', 'circle')} errorMessage={errorFor(form.errors, 'audience')} fieldset={{ legend: { text: 'Who else may know of this referral?', size: 's' } }}
        items={[{ value: 'circle', text: 'The circle', hint: { text: 'Whoever helps and may see this kind of information' } }, { value: 'internal', text: 'Only my organisation and the service' }]} />
      <WritingFor ctx={ctx} />
      <Button text="Check before you send" type="submit" />
    </form>
  );
}

const query = { limit: 20 };
const standing: ChosenService['standing'] = { id: '0190aaaa-0000-7000-8000-0000000000d1', version: 1, ours: true, organisationId: warmHomes.organisationId, authority: 'best_interests', toldOn: null, note: 'Dr Osei, about repairs', reviewOn: '2027-02-01' };
const wrong = refused({ serviceId: warmHomes.id, facts: 'phone', needText: 'Madge is cold' }, missing('needText', 'Take the name out, or say that the person agreed that it goes along'), missing('whyNow', 'Enter why now'),
  missing('agreedHow', 'Choose how the person agreed'), missing('membershipId', 'Choose who receives it at Warm Hearth'));

export const states: PageStates = {
  full: () => <NewReferralPage ctx={keyWorker} form={FormState.empty} identity={identity} query={query} need={null} found={null} chosen={{ ...chosen, existing: '0190aaaa-0000-7000-8000-0000000000f1' }} today={TODAY} />,
  bare: () => <NewReferralPage ctx={keyWorker} form={FormState.empty} identity={identity} query={query} need={null} found={null} chosen={{ ...chosen, summary: { ...chosen.summary, facts: [], phoneWithheld: true }, workers: [] }} today={TODAY} />,
  search: () => <NewReferralPage ctx={keyWorker} form={FormState.empty} identity={identity} query={query} need={null} found={{ rows: [warmHomes], next: null }} chosen={null} today={TODAY} />,
  need: () => <NewReferralPage ctx={keyWorker} form={FormState.empty} identity={identity} query={{ ...query, forNeed: need.id }} need={need} found={null} chosen={chosen} today={TODAY} />,
  searchForNeed: () => <NewReferralPage ctx={keyWorker} form={FormState.empty} identity={identity} query={{ ...query, need: need.domain, forNeed: need.id }} need={need} found={{ rows: [warmHomes], next: 'next' }} chosen={null} today={TODAY} />,
  empty: () => <NewReferralPage ctx={keyWorker} form={FormState.empty} identity={identity} query={{ ...query, search: 'zeppelin' }} need={null} found={{ rows: [], next: null }} chosen={null} today={TODAY} />,
  standing: () => <NewReferralPage ctx={keyWorker} form={FormState.empty} identity={identity} query={query} need={null} found={null} chosen={{ ...chosen, standing }} today={TODAY} />,
  discreet: () => <NewReferralPage ctx={keyWorker} form={FormState.empty} identity={identity} query={query} need={null} found={null} chosen={{ ...chosen, service: { ...warmHomes, discreetByDefault: true } }} today={TODAY} />,
  errors: () => <NewReferralPage ctx={keyWorker} form={wrong} identity={identity} query={query} need={null} found={null} chosen={chosen} today={TODAY} />,
};
