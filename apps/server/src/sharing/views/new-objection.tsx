import { fullName } from '@app/persons';
import { EXCEPTIONS } from '@app/sharing';
import { Button, Csrf, EmptyState, errorFor, FilterBar, Input, Radios, Section, Sub, Textarea, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { sectorWords } from '@app/organisations';
import { ageWell, delphine } from '../../care-teams/views/sample';
import { WritingFor } from '../../contacts/views/audience-fields';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { SharingFormModel } from '../sharing.desk';
import { agreed, untold } from './sample';
import { EXCEPTION_WORDS } from './words';

interface NewObjectionPageProps extends SharingFormModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** What somebody does not want, as they said it: it holds as soon as it is saved. */
export function NewObjectionPage({ ctx, form, identity: about, lines, search, found, today }: NewObjectionPageProps): Html {
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}/sharing`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Record an objection" today={today} errors={form.errors} back={{ href: at, text: `Back to what ${name} agreed` }}>
      <h1 class="nhsuk-heading-l">What does {name} object to?</h1>
      <p>For when an organisation helps {fullName(person)} and they do not want it to see something. It holds as soon as you save it, and is decided afterwards. The organisation keeps what it wrote itself.</p>
      <p>Only your organisation and the key worker’s read it. Tell nobody else, and do not tell the organisation itself.</p>
      {lines.length === 0 ? <EmptyState level={2} title="No other organisation helps yet"><p>Find one below.</p></EmptyState> : (
        <form class="os-quick" method="post" action={`${at}/objections/new`} novalidate>
          <Csrf ctx={ctx} />
          <Radios idPrefix="organisationId" name="organisationId" small value={form.text('organisationId')} errorMessage={errorFor(form.errors, 'organisationId')} fieldset={{ legend: { text: 'Which organisation?', size: 's' } }}
            items={lines.map(({ organisationId, organisation }) => ({ value: organisationId, text: organisation }))} />
          <Radios idPrefix="level" name="level" small value={form.text('level')} errorMessage={errorFor(form.errors, 'level')} fieldset={{ legend: { text: 'What may they see?', size: 's' } }} items={EXCEPTIONS.map((value) => ({ value, text: EXCEPTION_WORDS[value] }))} />
          <Textarea id="said" name="said" label={{ text: 'In their own words', size: 's' }} rows="3" value={form.text('said')} errorMessage={errorFor(form.errors, 'said')} />
          <WritingFor ctx={ctx} />
          <Button text="Save the objection" type="submit" />
        </form>
      )}
      {form.isFilled ? null : (
        <Section id="another" title="Another organisation">
          <FilterBar action={`${at}/objections/new`} label="Find an organisation" submit="Find">
            <Input id="search" name="search" type="search" label="Part of its name, or its code" value={search} />
          </FilterBar>
          {found === null ? null : found.length === 0
            ? <EmptyState level={3} title="No organisation found"><p>Try fewer letters.</p></EmptyState>
            : <ul class="os-list">{found.map((one) => <li><a class="nhsuk-link" href={`${at}/objections/new?organisation=${one.id}`}>{one.name}</a><Sub>{sectorWords(one.sector)}</Sub></li>)}</ul>}
        </Section>
      )}
    </PersonShell>
  );
}

const model: SharingFormModel = { identity, members: [delphine], others: [], agreed, grounds: [], objections: [], talkAsked: null, lines: [{ organisationId: ageWell.id, organisation: ageWell.name, level: 'usual' }], search: '', found: null };
const wrong = refused({ said: 'no' }, missing('organisationId', 'Choose the organisation'), missing('level', 'Choose what they may not see'), missing('said', 'What they said must be said in a few words that somebody else can follow'));

export const states: PageStates = {
  full: () => <NewObjectionPage ctx={keyWorker} form={FormState.empty} {...model} search="age" found={[ageWell]} today={TODAY} />,
  bare: () => <NewObjectionPage ctx={keyWorker} form={FormState.empty} {...model} identity={bareIdentity} agreed={untold} lines={[]} today={TODAY} />,
  empty: () => <NewObjectionPage ctx={keyWorker} form={FormState.empty} {...model} lines={[]} search="nobody" found={[]} today={TODAY} />,
  errors: () => <NewObjectionPage ctx={keyWorker} form={wrong} {...model} today={TODAY} />,
};
