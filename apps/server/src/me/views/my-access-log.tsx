import { Page, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { LogTable } from '../../access-log/views/log-table';
import { toldLog } from '../../access-log/views/sample';
import type { MyLogModel } from '../me.desk';
import { carer, themself } from './sample';

interface MyAccessLogPageProps {
  ctx: PageContext;
  log: MyLogModel;
}

/** Who looked, in plain words: which organisation, what, and why. */
export function MyAccessLogPage({ ctx, log: { person, personId, items, next, counts, shown } }: MyAccessLogPageProps): Html {
  const isOwn = person.as === 'own';
  const title = isOwn ? 'Who looked at my record' : `Who looked at the record of ${person.name}`;
  const whose = `?person=${personId}`;
  return (
    <Page ctx={ctx} title={title} back={{ href: `/me${whose}`, text: isOwn ? 'Back to my page' : 'Back to the page' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>Opened means that somebody read something of the record. Shown in a list means that they saw the name among others. Ask the key worker about anything that you do not expect.</p>
      <LogTable at={`/me/access-log${whose}`} items={items} next={next} counts={counts} shown={shown} looks={['opened', 'listed']} withNames={false} />
    </Page>
  );
}

const log: MyLogModel = {
  person: { personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', as: 'own' }, personId: '0190aaaa-0000-7000-8000-000000000001', items: toldLog, next: 'cursor',
  counts: { opened: 210, listed: 1440, refused: 0 }, shown: null,
};

export const states: PageStates = {
  full: () => <MyAccessLogPage ctx={themself} log={log} />,
  bare: () => <MyAccessLogPage ctx={carer} log={{ ...log, person: { ...log.person, as: 'carer' }, items: toldLog.slice(0, 1), next: null, shown: 'opened' }} />,
  empty: () => <MyAccessLogPage ctx={themself} log={{ ...log, items: [], next: null, counts: { opened: 0, listed: 0, refused: 0 } }} />,
};
