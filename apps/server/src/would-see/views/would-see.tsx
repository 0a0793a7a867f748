import { SEEN_KINDS, type Helper, type SeenKind, type WouldSee } from '@app/overviews';
import { categoriesInWords, fullName } from '@app/persons';
import { DataTable, EmptyState, FilterBar, formatShortDate, InsetText, Section, Select, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { WouldSeeModel } from '../would-see.desk';
import { carer, helpers, nothing, seen } from './sample';

interface WouldSeePageProps extends WouldSeeModel {
  ctx: PageContext;
  today: string;
}

type Item = WouldSee['items'][number];

const KIND_WORDS: Record<SeenKind, string> = {
  identity: 'How to reach them, and family', about_me: 'About me', alert: 'Alerts', plan: 'The plan', note: 'Notes', help: 'Who helps', referral: 'Referrals', agreed: 'What was agreed',
};
const PART_OF: Record<Helper['kind'], (helper: Helper, name: string) => string> = {
  person: (_, name) => `${name}, on their own page`,
  carer: (helper) => `${helper.name ?? 'A family carer'}, on their own page`,
  worker: (helper) => [helper.name, helper.organisation].filter(Boolean).join(', '),
  team: (helper) => `Anyone of ${[helper.name, helper.organisation].filter(Boolean).join(', ')}`,
  organisation: (helper) => `Anyone of ${helper.name ?? ''} who works with people`,
};
const nameOf = (helper: Helper, name: string): string => PART_OF[helper.kind](helper, name);

/** The record from another's side: of what the reader may see, what a helper would; never what the reader may not see themselves. */
export function WouldSeePage({ ctx, identity: about, helpers: choices, seen: shown, today }: WouldSeePageProps): Html {
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="What would they see?" today={today} back={{ href: `${at}/circle`, text: `Back to people and services of ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">What would they see?</h1>
      <p>Of what you see yourself, what another would see. What they hold and you do not see is not here. That you looked is written down.</p>
      {choices.length === 0 ? <EmptyState title="There is nobody to choose yet"><p><a class="nhsuk-link" href={`${at}/circle`}>See people and services</a></p></EmptyState> : (
        <FilterBar action={`${at}/would-see`} label="Who" submit="Show what they see">
          <Select id="helper" name="helper" label="Who" value={shown?.helper.id ?? ''} items={choices.map((one) => ({ value: one.id, text: nameOf(one, name) }))} />
        </FilterBar>
      )}
      {shown ? <Shown shown={shown} name={name} /> : null}
    </PersonShell>
  );
}

function Shown({ shown, name }: { shown: WouldSee; name: string }): Html {
  const who = nameOf(shown.helper, name);
  const kinds = SEEN_KINDS.map((kind) => ({ kind, items: shown.items.filter((item) => item.kind === kind) })).filter(({ items }) => items.length > 0);
  const open = categoriesInWords(shown.categories);
  return (
    <Section id="shown" title={who}>
      <InsetText text={shown.opens ? `They can open the record. ${open ? `Open to them: ${open}.` : 'No kind of information is open to them beyond their own.'}` : 'They cannot open the record now.'} />
      {kinds.length === 0 ? <EmptyState title="You see nothing here yourself" level={3} /> : kinds.map(({ kind, items }) => (
        <Section id={kind} title={KIND_WORDS[kind]} level={3}><Items caption={`${KIND_WORDS[kind]}: what ${who} would see`} items={items} /></Section>
      ))}
    </Section>
  );
}

const Items = ({ caption, items }: { caption: string; items: readonly Item[] }): Html => (
  <DataTable<Item> caption={caption} hideCaption rows={items} columns={[
    { head: 'What', rowHeader: true, cell: ({ id, text }) => <span id={`seen-${id}`}>{text}</span> },
    { head: 'Since', cell: ({ at }) => formatShortDate(at) },
    { head: 'Would they see it?', cell: ({ sees }) => (sees ? 'Yes' : <strong>No</strong>) },
  ]} />
);

const page = (shown: WouldSee | null, choices: readonly Helper[] = helpers, whole = true): Html =>
  <WouldSeePage ctx={keyWorker} identity={whole ? identity : bareIdentity} helpers={choices} seen={shown} today={TODAY} />;

export const states: PageStates = {
  full: () => page(seen),
  bare: () => page({ ...nothing, helper: carer }, [carer], false),
  closed: () => page({ ...seen, opens: false, categories: [], items: seen.items.map((item) => ({ ...item, sees: false })) }),
  chosen: () => page(null),
  empty: () => page(null, [], false),
};
