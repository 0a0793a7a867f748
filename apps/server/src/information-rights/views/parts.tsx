import type { AccessPart } from '@app/information-rights';
import { DataTable, EmptyState, formatDate, Hidden, Overdue, Page, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { clockWords, isLate } from './words';
import { discreet, late, part, paused, released, TODAY } from './sample';

const AT = '/information-governance/subject-access';

/** Who asks for a copy of what the reader's organisation holds, the first to be answered on top. */
export function AccessPartsPage({ ctx, parts, today }: { ctx: PageContext; parts: readonly AccessPart[]; today: string }): Html {
  const open = parts.filter(({ state }) => state === 'open');
  const done = parts.filter(({ state }) => state === 'released');
  return (
    <Page ctx={ctx} title="People who ask for a copy" wide back={{ href: '/information-governance', text: 'Back to what is to be reviewed' }}>
      <h1 class="nhsuk-heading-l">People who ask for a copy</h1>
      <Section id="open" title={open.length === 0 ? 'To be answered' : `To be answered (${open.length})`}>
        {open.length === 0 ? <EmptyState level={3} title="Nobody waits for a copy"><p>When somebody asks, write it down from <a class="nhsuk-link" href="/who-looked">who looked</a> at their record. Their key worker can, too.</p></EmptyState> : (
          <DataTable<AccessPart> caption="To be answered, the first due on top" hideCaption rows={open} isDue={(one) => isLate(one, today)} columns={[
            { head: 'Person', rowHeader: true, cell: ({ id, name, birthDate }) => <><a class="nhsuk-link" id={`part-${id}`} href={`${AT}/${id}`}>{name}</a><Sub>{birthDate ? `Born ${formatDate(birthDate)}` : 'No date of birth recorded'}</Sub></> },
            { head: 'Asked', cell: ({ askedOn, whole }) => <>{formatDate(askedOn)}<Sub>{whole ? 'Everybody who holds something' : 'Only you'}</Sub></> },
            { head: 'Stands', cell: (one) => (isLate(one, today) ? <Overdue>{clockWords(one)}</Overdue> : clockWords(one)) },
          ]} />
        )}
      </Section>
      {done.length === 0 ? null : (
        <Section id="done" title="Given out">
          <ul class="os-list">{done.map((one) => <li><a class="nhsuk-link" href={`${AT}/${one.id}`}>{one.name}<Hidden>, asked on {formatDate(one.askedOn)}</Hidden></a><Sub>{clockWords(one)} by {one.releasedBy}</Sub></li>)}</ul>
        </Section>
      )}
    </Page>
  );
}

export const states: PageStates = {
  full: () => <AccessPartsPage ctx={lead} parts={[late, part, paused, released]} today={TODAY} />,
  bare: () => <AccessPartsPage ctx={lead} parts={[discreet]} today={TODAY} />,
  empty: () => <AccessPartsPage ctx={lead} parts={[]} today={TODAY} />,
};
