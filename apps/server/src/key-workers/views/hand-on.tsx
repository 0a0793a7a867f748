import { HANDED_KINDS, type Handed, type HandedKind } from '@app/overviews';
import { EmptyState, Page, plural, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { keyWorker } from '../../person/views/sample';

interface HandOnPageProps {
  ctx: PageContext;
  userId: string;
  name: string;
  items: readonly Handed[];
}

const KINDS: Record<HandedKind, { title: string; act: (one: Handed) => { href: string; text: string } }> = {
  lead: { title: 'Key worker', act: ({ caseId }) => ({ href: `/cases/${caseId ?? ''}/key-worker/handover`, text: 'Hand over' }) },
  asked: { title: 'Asked to be key worker', act: ({ caseId }) => ({ href: `/cases/${caseId ?? ''}/key-worker`, text: 'Ask somebody else' }) },
  cover: { title: 'Stands in for the key worker', act: ({ caseId }) => ({ href: `/cases/${caseId ?? ''}/key-worker`, text: 'See the key worker' }) },
  step: { title: 'Steps to do', act: ({ personId }) => ({ href: `/people/${personId}/plan/small-update`, text: 'Change who does it' }) },
  draft: { title: 'Plans being written', act: ({ personId }) => ({ href: `/people/${personId}/plan/draft`, text: 'Publish or drop it' }) },
};

/** What a colleague would leave behind, for their manager: each with the page on which it is handed on. */
export function HandOnPage({ ctx, userId, name, items }: HandOnPageProps): Html {
  return (
    <Page ctx={ctx} title={`Hand on what is theirs: ${name}`} back={{ href: '/dashboard', text: 'Back to the team' }}>
      <h1 class="nhsuk-heading-l">Hand on what is theirs: {name}</h1>
      {items.length === 0 ? (
        <EmptyState title="Nothing that you can see">
          <p>Your administrator can end the access of {name}. If they cannot, something of theirs is with people whom you may not open: whoever coordinates there hands it on.</p>
        </EmptyState>
      ) : <p>{plural(items.length, 'thing', 'things')} that you can see. When nothing is left, your administrator can end their access. They stay key worker until somebody else says yes.</p>}
      {HANDED_KINDS.map((kind) => ({ kind, rows: items.filter((one) => one.kind === kind) })).filter(({ rows }) => rows.length > 0).map(({ kind, rows }) => (
        <Section id={kind} title={KINDS[kind].title}>
          <ul class="os-list">{rows.map((one) => <Row one={one} />)}</ul>
          {kind === 'lead' && rows.length > 1 ? <p><a class="nhsuk-link" href={`/workers/${userId}/hand-over`}>Hand over several in one act</a>.</p> : null}
          {kind === 'lead' ? <p>Away first, and gone later? <a class="nhsuk-link" href={`/workers/${userId}/cover`}>Have somebody stand in with all of them</a>.</p> : null}
        </Section>
      ))}
    </Page>
  );
}

const Row = ({ one }: { one: Handed }): Html => {
  const { href, text } = KINDS[one.kind].act(one);
  return <li><a class="nhsuk-link" href={`/people/${one.personId}`}>{one.name}</a>{one.what ? `: ${one.what}` : null}<Sub><a class="nhsuk-link" href={href}>{text}<span class="nhsuk-u-visually-hidden"> ({one.name})</span></a></Sub></li>;
};

const id = (n: number): string => `0190aaaa-0000-7000-8000-00000000f${String(n).padStart(3, '0')}`;
const one: Handed = { kind: 'lead', personId: id(1), name: 'Margery Plumtree-Oduya', caseId: id(2), what: null };
const items: Handed[] = [one, { ...one, name: 'Pat Ferncliffe' }, { ...one, kind: 'asked' }, { ...one, kind: 'cover', name: 'Derek Hallam' }, { ...one, kind: 'step', caseId: null, what: 'Look at the boiler' }, { ...one, kind: 'draft', caseId: null }];

export const states: PageStates = {
  full: () => <HandOnPage ctx={keyWorker} userId={id(9)} name="Jo Whitcombe" items={items} />,
  bare: () => <HandOnPage ctx={keyWorker} userId={id(9)} name="Jo Whitcombe" items={[one]} />,
  empty: () => <HandOnPage ctx={keyWorker} userId={id(9)} name="Jo Whitcombe" items={[]} />,
};
