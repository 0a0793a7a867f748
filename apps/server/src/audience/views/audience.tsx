import type { AudiencedKind, ReadBefore } from '@app/sharing';
import { Button, Checkboxes, Csrf, errorFor, formatDateTime, orSay, Section, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { AudienceFields } from '../../contacts/views/audience-fields';
import { organisations, people, preview, refused } from '../../contacts/views/sample';
import { Lines, WhoWillSee } from '../../contacts/views/who-will-see';
import { readersInWords } from '../../contacts/views/words';
import { FormState } from '../../http';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { AudienceModel } from '../audience.desk';

interface AudiencePageProps extends AudienceModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const BACK: Record<AudiencedKind, { path: string; text: string }> = {
  ContactNote: { path: '/timeline', text: 'Back to the timeline' }, Alert: { path: '/alerts', text: 'Back to the alerts' }, ContactPoint: { path: '', text: 'Back to the overview' },
};

/** Who may see what is already written: who does now, who would, and who had read it. */
export function AudiencePage(props: AudiencePageProps): Html {
  const { ctx, form, identity: about, kind, id, version, text, draft, now, then, today } = props;
  const { person } = about;
  const at = `/people/${person.personId}`;
  const here = `${at}/audience/${kind}/${id}`;
  const [clash, filled] = [form.current !== undefined, form.isFilled ? form : new FormState({ audience: draft.audience, namedOrganisationIds: draft.namedOrganisationIds, knownTo: draft.knownTo ?? [], visibleToPerson: draft.visibleToPerson ? 'on' : '' }, form.errors)];
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Who may see this" today={today} errors={clash ? [{ field: 'audience', text: 'Someone changed who may see this while you were choosing. Look at what stands now, then save yours if it is still meant' }] : form.errors}
      back={{ href: `${at}${BACK[kind].path}`, text: BACK[kind].text }}>
      <h1 class="nhsuk-heading-l">Who may see this</h1>
      <div class="nhsuk-inset-text">{text.split('\n').filter(Boolean).map((line) => <p>{line}</p>)}</div>
      <Section id="now" title="As it stands"><Lines title="These see it" lines={readersInWords(now).sees} /><Lines title="These do not" lines={readersInWords(now).doesNot} /></Section>
      <Section id="read-before" title="Who has read it"><Before lines={props.readBefore} exactly={kind === 'ContactNote'} /></Section>
      {clash ? <WarningCallout heading="Somebody else changed it" headingLevel={2} text="What stands now is above. What you chose is below and is not saved yet." /> : null}
      <form class="os-quick" method="post" action={here} novalidate data-readers={`/api${at}/readers?category=${draft.category}`}>
        <Csrf ctx={ctx} />
        <input type="hidden" name="_version" value={form.versionOf(version)} />
        <AudienceFields ctx={ctx} form={filled} name={person.preferred ?? person.given} organisations={props.organisations} people={props.people} />
        <WhoWillSee preview={then} />
        <Checkboxes idPrefix="widens" name="widens" small values={filled.list('widens')} errorMessage={errorFor(form.errors, 'widens')}
          items={[{ value: 'on', text: 'More may read it than until now, and that is meant', hint: { text: 'Only where you open it to somebody. Whoever has read it keeps what they know' } }]} />
        <div class="os-actions">
          <Button text="Save who may see it" type="submit" />
          <Button text="Check who will see this" type="submit" variant="secondary" attributes={{ formaction: `${here}/check`, 'data-readers-check': true }} />
        </div>
      </form>
    </PersonShell>
  );
}

const Before = ({ lines, exactly }: { lines: readonly ReadBefore[]; exactly: boolean }): Html => (lines.length === 0 ? <p>Nobody else that you can see.</p> : (
  <>
    <p>{exactly ? 'Keeping it from them now does not take away what they know.' : 'These opened the record since it was written, and may have read it. Keeping it from them now does not take away what they know.'}</p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      {lines.map(({ name, organisation, at }) => <li>{name ?? 'Somebody on their own page'}{organisation ? `, ${organisation}` : null}, last on {orSay(formatDateTime(at), 'a day that is not recorded')}</li>)}
    </ul>
  </>
));

const read: ReadBefore[] = [
  { name: 'Delphine Carter', organisation: 'Age Well Brackenbridge', at: new Date('2026-12-08T16:00:00Z') },
  { name: null, organisation: null, at: new Date('2026-12-08T18:30:00Z') },
];
const full: AudienceModel = {
  identity, kind: 'ContactNote', id: '0190aaaa-0000-7000-8000-0000000000d1', version: 2, text: 'She walked to the gate and back.\nShe would like to go to the lunch club again.', draft: { audience: 'circle', category: 'contacts', namedOrganisationIds: [], visibleToPerson: true },
  now: preview, then: null, readBefore: read, organisations, people,
};
const page = (model: AudienceModel, form = FormState.empty): Html => <AudiencePage ctx={keyWorker} form={form} today={TODAY} {...model} />;
const inside = { readers: preview.readers.map((reader) => ({ ...reader, sees: reader.who === 'Adult care' })), person: false, carers: false };

export const states: PageStates = {
  full: () => page({ ...full, then: inside }, new FormState({ audience: 'internal' })),
  bare: () => page({ ...full, identity: bareIdentity, kind: 'Alert', readBefore: [], organisations: [], people: [], draft: { ...full.draft, audience: 'internal', visibleToPerson: false }, now: inside }),
  errors: () => page({ ...full, kind: 'ContactPoint', now: inside, then: preview }, refused({ audience: 'circle' }, { pointer: '/widens', code: 'audience.wider', message: 'Somebody could read it who cannot now. Say that this is meant' })),
  named: () => page({ ...full, draft: { audience: 'people', namedOrganisationIds: [], category: 'contacts', visibleToPerson: false, knownTo: [people[0]?.userId ?? ''] }, now: { ...inside, onlyThese: true } }),
  clash: () => page(full, FormState.again({ status: 412, message: 'Someone changed this while you were writing', values: { audience: 'named' }, faults: [], current: {} })),
};
