import type { Identity } from '@app/overviews';
import { AUTHORITIES, type AuthorityChange, type StandingGround } from '@app/sharing';
import { Button, Csrf, DataTable, errorFor, formatDateTime, Section, Sub, SummaryList, summaryRow, Textarea, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { ByWhatFields, ToldOn } from '../../care-teams/views/by-what';
import { missing, refused } from '../../contacts/views/sample';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { AUTHORITY_WORDS, givenWords } from './words';

interface ChangeAuthorityPageProps extends StandingGround {
  ctx: PageContext;
  form: FormState;
  identity: Identity;
  organisation: string;
  today: string;
}

/** By what another organisation may be told, changed on a decision that stands; and what it rested on before. */
export function ChangeAuthorityPage({ ctx, form, identity, organisation, given, changes, today }: ChangeAuthorityPageProps): Html {
  const name = identity.person.preferred ?? identity.person.given;
  const at = `/people/${identity.person.personId}/sharing`;
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="By what they may be told" today={today} errors={form.errors} back={{ href: at, text: `Back to what ${name} agreed` }}>
      <h1 class="nhsuk-heading-l">By what may {organisation} be told?</h1>
      {form.current === undefined ? null : <WarningCallout heading="Somebody changed this meanwhile" headingLevel={2} text="What stands now is below. What you wrote is kept and is not saved yet." />}
      <SummaryList rows={[summaryRow('Now', givenWords(given), ''), summaryRow('Which it is', given.note, 'Nothing is said')]} />
      <p>What they may see, and until when, stays as it is. If {name} has said no, record that instead.</p>
      <form class="os-quick" method="post" action={`${at}/authority/${given.organisationId}`} novalidate>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(given.version)} />
        <ByWhatFields form={form} choices={AUTHORITIES} usual={given.authority} stands={given} legend={`By what may they be told about ${name} from now on?`} hint="Except for the first two, say which it is" />
        <ToldOn form={form} name={name} toldOn={given.toldOn} />
        <Textarea id="because" name="because" label={{ text: 'Why do you change it?', size: 's' }} hint="Kept with what stood before" rows="2" value={form.text('because')} errorMessage={errorFor(form.errors, 'because')} />
        <Button text="Save" type="submit" />
      </form>
      <Section id="changes" title="What it rested on before">
        {changes.length === 0 ? <p>It has not been changed.</p> : (
          <DataTable<AuthorityChange> caption="What it rested on before, the last first" hideCaption rows={changes} columns={[
            { head: 'Changed', rowHeader: true, cell: ({ at: when, by, organisation: of }) => <>{formatDateTime(when)}<Sub>{by}, {of}</Sub></> },
            { head: 'Before', cell: ({ from, note, toldOn }) => <>{givenWords({ authority: from, toldOn })}{note ? <Sub>{note}</Sub> : null}</> },
            { head: 'Then', cell: ({ to }) => AUTHORITY_WORDS[to] ?? to },
            { head: 'Why', cell: ({ because }) => because },
          ]} />
        )}
      </Section>
    </PersonShell>
  );
}

const given: StandingGround['given'] = { id: '0190aaaa-0000-7000-8000-0000000000d1', version: 2, ours: true, organisationId: '0190aaaa-0000-7000-8000-0000000000a1', authority: 'public_interest', toldOn: null, note: 'She has been found in the road at night', reviewOn: null };
const change: AuthorityChange = { from: 'implied_direct_care', note: null, toldOn: '2026-11-02', to: 'public_interest', because: 'She no longer wants them told, and the road is dangerous', at: new Date('2026-12-01T10:00:00Z'), by: 'Jo Whitcombe', organisation: 'Marlshire County Council' };
const base = { ctx: keyWorker, form: FormState.empty, identity: sampleIdentity, organisation: 'Age Well Brackenbridge', today: TODAY };

export const states: PageStates = {
  full: () => <ChangeAuthorityPage {...base} given={given} changes={[change]} />,
  bare: () => <ChangeAuthorityPage {...base} identity={bareIdentity} given={{ ...given, authority: 'implied_direct_care', note: null }} changes={[]} />,
  errors: () => <ChangeAuthorityPage {...base} given={given} changes={[]} form={refused({ authority: 'best_interests' }, missing('authorityNote', 'Enter who decided in their best interests, and about what they cannot decide'), missing('lookAgainOn', 'Enter when it is looked at again: somebody can become able to decide'), missing('because', 'Enter why you change it'))} />,
};
