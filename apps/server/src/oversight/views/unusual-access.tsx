import type { UnusualAccess } from '@app/oversight';
import { DataTable, EmptyState, formatDate, orSay, Page, Sub, SubNav, Time, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { bareFinding, finding as sample, settled } from './sample';
import { OUTCOME_WORDS, WHY_HERE } from './unusual-words';

interface UnusualAccessPageProps {
  ctx: PageContext;
  shown: 'open' | 'decided';
  open: readonly UnusualAccess[];
  decided: readonly UnusualAccess[];
}

const AT = '/information-governance/unusual-access';

/** Looks of one's own colleagues that stand out. None of them is a verdict: each is opened, asked about, and decided. */
export function UnusualAccessPage({ ctx, shown, open, decided }: UnusualAccessPageProps): Html {
  const rows = shown === 'open' ? open : decided;
  return (
    <Page ctx={ctx} title="Unusual access" wide back={{ href: '/information-governance', text: 'Back to what is to be reviewed' }}>
      <h1 class="nhsuk-heading-l">Unusual access</h1>
      <p>Looks of people of your own organisation that stand out. Most have a good reason: ask before you judge. What concerns you yourself is decided by another lead and is not here.</p>
      <SubNav label="What to show" items={[
        { href: AT, text: 'To look into', count: open.length, current: shown === 'open' }, { href: `${AT}?shown=decided`, text: 'Decided', count: decided.length, current: shown === 'decided' },
      ]} />
      {rows.length === 0 ? <EmptyState title={shown === 'open' ? 'Nothing to look into' : 'Nothing decided yet'}><p>What stands out is found once an hour. Whether somebody had a part in it is asked a day later.</p></EmptyState> : (
        <DataTable<UnusualAccess> caption="Unusual access, the latest first" hideCaption rows={rows} isDue={({ outcome }) => outcome === 'breach'} columns={[
          { head: 'When', rowHeader: true, cell: ({ id, lastAt }) => <span id={`finding-${id}`}><Time at={lastAt} short withTime /></span> },
          { head: 'Who', cell: ({ colleague, role }) => <>{colleague}{role ? <Sub>{role}</Sub> : null}</> },
          { head: 'Whose record', cell: ({ person, birthDate }) => <>{orSay(person, 'Several, or nobody whom you know')}{person ? <Sub>{birthDate ? `Born ${formatDate(birthDate)}` : 'No date of birth recorded'}</Sub> : null}</> },
          { head: 'Why it is here', cell: ({ rule }) => WHY_HERE[rule] },
          ...(shown === 'decided' ? [{ head: 'What it was', cell: ({ outcome }: UnusualAccess) => (outcome ? OUTCOME_WORDS[outcome] : 'Not decided') }] : []),
          { head: 'Open', cell: ({ id, colleague }) => <a class="nhsuk-link" href={`${AT}/${id}`}>{shown === 'open' ? 'Look into it' : 'Read it'}<span class="nhsuk-u-visually-hidden">: {colleague}</span></a> },
        ]} />
      )}
    </Page>
  );
}

export const states: PageStates = {
  full: () => <UnusualAccessPage ctx={lead} shown="open" open={[sample, bareFinding]} decided={[settled]} />,
  bare: () => <UnusualAccessPage ctx={lead} shown="decided" open={[]} decided={[settled]} />,
  empty: () => <UnusualAccessPage ctx={lead} shown="open" open={[]} decided={[]} />,
};
