import { sectorWords } from '@app/organisations';
import { CATEGORY_WORDS, fullName, TOLD_ABOUT } from '@app/persons';
import {
  Button, Checkboxes, Csrf, EmptyState, errorFor, FilterBar, Input, InsetText, Radios, Select, Sub, type Html, type PageContext, type PageStates,
} from '@app/web-kit';
import { WritingFor } from '../../contacts/views/audience-fields';
import { missing, refused } from '../../contacts/views/sample';
import { MayKnow } from '../../safe-contact/views/may-know';
import { round } from '../../safe-contact/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { identity, keyWorker, TODAY } from '../../person/views/sample';
import { SpokeAlone } from '../../sharing/views/talk-fields';
import type { AddHelperModel, ChosenHelper } from '../helper.desk';
import { PRESET, PRESETS } from '../presets';
import { ByWhat } from './by-what';
import { HelpFields } from './help-fields';
import { ageWell, chosenAgeWell, chosenByName, chosenTrust, proposed } from './sample';

interface AddHelperPageProps extends AddHelperModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

/** Adds somebody to the circle: which organisation, who of it, what they do, what they may see. */
export function AddHelperPage(props: AddHelperPageProps): Html {
  const { ctx, form, chosen, identity: { person }, today } = props;
  const at = `/people/${person.personId}/circle`;
  return (
    <PersonShell ctx={ctx} identity={props.identity} tab={null} title="Add somebody to the circle" today={today} errors={form.errors}
      back={chosen ? { href: `${at}/add`, text: 'Choose another organisation' } : { href: at, text: `Back to the circle of ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">{chosen ? `What does ${chosen.organisation.name} do?` : 'Add somebody to the circle'}</h1>
      {chosen ? <HelperForm {...props} chosen={chosen} at={at} /> : <ChooseOrganisation {...props} at={`${at}/add`} />}
    </PersonShell>
  );
}

function ChooseOrganisation({ at, search, found, proposed }: AddHelperPageProps & { at: string }): Html {
  return (
    <>
      {proposed ? <InsetText text={`${proposed.name}${proposed.organisationName ? `, ${proposed.organisationName}` : ''}, was named by an import and sees nothing. Choose the organisation that helps.`} /> : null}
      <FilterBar action={at} label="Which organisation?" submit="Find">
        {proposed ? <input type="hidden" name="proposed" value={proposed.id} /> : null}
        <Input id="search" name="search" type="search" label="Which organisation? Part of its name, or its code" value={search} />
      </FilterBar>
      {found === null ? null : found.length === 0
        ? <EmptyState title="No organisation found"><p>Try fewer letters. An organisation that has not joined cannot be added: ask your administrator.</p></EmptyState>
        : <ul class="os-list">{found.map((one) => <li><a class="nhsuk-link" href={`${at}?organisation=${one.id}${proposed ? `&proposed=${proposed.id}` : ''}`}>{one.name}</a><Sub>{sectorWords(one.sector)}</Sub></li>)}</ul>}
    </>
  );
}

const NOBODY = { value: '', text: 'Nobody in particular' };

function WhoOfThem({ form, chosen: { organisation, restricted, teams, workers } }: { form: FormState; chosen: ChosenHelper }): Html {
  const named = restricted || organisation.accessScope === 'named' || organisation.discreetByDefault;
  const hint = restricted ? 'Only named workers open this record' : named ? `${organisation.name} lets only named workers in` : 'Choose somebody to name them';
  return (
    <>
      {organisation.accessScope === 'team' && !restricted ? (
        <Select id="teamId" name="teamId" label="Which team?" value={form.text('teamId')} errorMessage={errorFor(form.errors, 'teamId')}
          items={[{ value: '', text: 'Choose a team' }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]} />
      ) : null}
      <Select id="membershipId" name="membershipId" label={named ? 'Who will it be?' : 'Who will it be? (optional)'} hint={hint} value={form.text('membershipId')} errorMessage={errorFor(form.errors, 'membershipId')}
        items={[named ? { value: '', text: 'Choose somebody' } : NOBODY, ...workers.map((one) => ({ value: one.membershipId, text: `${one.name}, ${one.jobTitle}` }))]} />
    </>
  );
}

function MaySee({ form, chosen }: { form: FormState; chosen: ChosenHelper }): Html {
  const offered = TOLD_ABOUT.filter((category) => category !== 'identity' && chosen.ownCategories.includes(category));
  return (
    <>
      <input type="hidden" name="categories" value="identity" />
      {offered.length === 0 ? <InsetText text="They will see the name and the date of birth. Your organisation has nothing else to pass on." /> : (
        <Checkboxes idPrefix="categories" name="categories" small values={form.list('categories', PRESET[chosen.preset].categories)} errorMessage={errorFor(form.errors, 'categories')}
          fieldset={{ legend: { text: 'What may they see?', size: 's' } }} hint="Name and date of birth are always shown. You can pass on what your organisation has been given."
          items={offered.map((category) => ({ value: category, text: CATEGORY_WORDS[category].charAt(0).toUpperCase() + CATEGORY_WORDS[category].slice(1) }))} />
      )}
    </>
  );
}

/** Which boxes are ticked to begin with; before anything is typed, because choosing loads the page again. */
const Presets = ({ chosen, at, proposed }: { chosen: ChosenHelper; at: string; proposed: AddHelperModel['proposed'] }): Html => (
  <p>What they may see begins with what is usual for a service that {PRESETS.map((preset, index) => (
    <>{index > 0 ? ', ' : null}{preset === chosen.preset
      ? <strong>{PRESET[preset].words}</strong>
      : <a class="nhsuk-link" href={`${at}/add?organisation=${chosen.organisation.id}&preset=${preset}${proposed ? `&proposed=${proposed.id}` : ''}`}>{PRESET[preset].words}</a>}</>
  ))}.</p>
);

/** Where the person wants to be asked each time: whether they were, and said yes. */
const SaidYes = ({ form, name }: { form: FormState; name: string }): Html => (
  <>
    <Radios idPrefix="agreed" name="agreed" small value={form.text('agreed')} errorMessage={errorFor(form.errors, 'agreed')} fieldset={{ legend: { text: `Did ${name} say yes to this one?`, size: 's' } }}
      hint={`${name} wants to be asked each time`} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No, or not asked yet' }]} />
    <SpokeAlone form={form} />
  </>
);

function HelperForm({ ctx, form, chosen, proposed, at, asks, round, identity: { person } }: AddHelperPageProps & { chosen: ChosenHelper; at: string }): Html {
  const { organisation } = chosen;
  return (
    <form class="os-quick" method="post" action={at} novalidate>
      <Csrf ctx={ctx} />
      <input type="hidden" name="organisationId" value={organisation.id} />
      {proposed ? <input type="hidden" name="proposedId" value={proposed.id} /> : null}
      {organisation.discreetByDefault ? <InsetText text={`That ${organisation.name} helps is known only to you, to the worker whom you choose and to those whom you tick below. It appears in no list of anybody else.`} /> : null}
      <p id="organisationId">{organisation.name}, {sectorWords(organisation.sector)}</p>
      {form.isFilled ? null : <Presets chosen={chosen} at={at} proposed={proposed} />}
      <WhoOfThem form={form} chosen={chosen} />
      <HelpFields form={form} stands={{ does: proposed?.role }} />
      <MaySee form={form} chosen={chosen} />
      <MayKnow form={form} round={round} legend={organisation.discreetByDefault ? 'Who else may know that they help? (optional)' : 'May only some know that they help? (optional)'}
        hint={organisation.discreetByDefault ? 'You and the worker do' : 'Tick nobody, and everybody who works with them sees that they help. Tick names, and only they, you and the worker do: choose the worker above'} />
      {asks ? <SaidYes form={form} name={person.preferred ?? person.given} /> : null}
      <ByWhat form={form} name={person.preferred ?? person.given} asks={asks} />
      <WritingFor ctx={ctx} />
      <div class="os-actions">
        <Button text="Add to the circle" type="submit" />
        {asks && !organisation.discreetByDefault ? <Button text={`Not yet: ask ${person.preferred ?? person.given}`} type="submit" variant="secondary" attributes={{ formaction: `${at}/questions` }} /> : null}
      </div>
    </form>
  );
}

const wrong = refused({ organisationId: ageWell.id, categories: ['identity'], does: '' }, missing('organisationId', 'Choose an organisation that has signed the sharing agreement'),
  missing('membershipId', 'Age Well Brackenbridge lets only named workers in. Choose who it will be'), missing('does', 'Enter what they do'), missing('categories', 'Choose what they may see'));

export const states: PageStates = {
  full: () => <AddHelperPage ctx={keyWorker} form={FormState.empty} identity={identity} search="" proposed={null} found={null} chosen={chosenAgeWell} asks={false} round={round} today={TODAY} />,
  bare: () => <AddHelperPage ctx={keyWorker} form={FormState.empty} identity={identity} search="" proposed={null} found={null} chosen={null} asks={false} round={round} today={TODAY} />,
  empty: () => <AddHelperPage ctx={keyWorker} form={FormState.empty} identity={identity} search="nobody" proposed={null} found={[]} chosen={null} asks={false} round={round} today={TODAY} />,
  found: () => <AddHelperPage ctx={keyWorker} form={FormState.empty} identity={identity} search="age" proposed={proposed} found={[ageWell]} chosen={null} asks={false} round={round} today={TODAY} />,
  proposed: () => <AddHelperPage ctx={keyWorker} form={FormState.empty} identity={identity} search="" proposed={proposed} found={null} chosen={chosenTrust} asks={false} round={round} today={TODAY} />,
  asks: () => <AddHelperPage ctx={keyWorker} form={FormState.empty} identity={identity} search="" proposed={null} found={null} chosen={chosenAgeWell} asks round={round} today={TODAY} />,
  byName: () => <AddHelperPage ctx={keyWorker} form={FormState.empty} identity={identity} search="" proposed={null} found={null} chosen={chosenByName} asks={false} round={round} today={TODAY} />,
  team: () => <AddHelperPage ctx={keyWorker} form={FormState.empty} identity={identity} search="" proposed={null} found={null} chosen={chosenTrust} asks round={round} today={TODAY} />,
  errors: () => <AddHelperPage ctx={keyWorker} form={wrong} identity={identity} search="" proposed={null} found={null} chosen={chosenAgeWell} asks={false} round={round} today={TODAY} />,
};
