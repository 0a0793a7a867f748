import { ROLE_WORDS, type ColleagueRole } from '@app/identity';
import { DataTable, Details, orSay, SummaryList, type Html } from '@app/web-kit';
import type { Sight } from '../what-each-sees';

const listed = (things: readonly string[]): string => things.join('; ');
const wordsOf = ({ roles, volunteer }: Sight): string => `${roles.map((role) => ROLE_WORDS[role as ColleagueRole]?.text ?? role).join(', ')}${volunteer ? ', as a volunteer' : ''}`;
const BY_NAME = 'A volunteer sees only people to whom they are assigned by name. No role and no team opens more to them, and nobody can change that.';
const assigned = (one: Sight): string => (one.assigned.length === 0 ? 'Nothing' : `${listed(one.assigned)}. ${one.writes ? 'Writes in the record' : 'Writes nothing'}`);

/** What each role would let somebody see of a person who does not exist, closed until it is asked for. */
export const WhatEachSees = ({ sights }: { sights: readonly Sight[] }): Html => (
  <Details summaryText="What each of these lets them see" html={
    <>
      <p>Of somebody who does not exist, by the rules that hold for real people. Whoever has several of them sees what each lets them see.</p>
      <DataTable<Sight> caption="What each role lets somebody see" hideCaption rows={sights} columns={[
        { head: 'May', rowHeader: true, cell: wordsOf },
        { head: 'Of somebody whom they help', cell: assigned },
        { head: 'Of somebody whom only colleagues help', cell: (one) => orSay(listed(one.colleagues), 'Nothing') },
        { head: 'Of anybody else', cell: (one) => orSay(listed(one.strangers), 'Nothing') },
        { head: 'Pages that they have', cell: (one) => orSay(one.menu.join(', '), 'Help only') },
      ]} />
      <p>{BY_NAME}</p>
      <p>Opening a record in an emergency is apart from this: it is for hours, with a reason, and somebody else reviews it.</p>
    </>
  } />
);

/** What somebody's roles let them see as they stand now. */
export const WhatTheySee = ({ sight }: { sight: Sight }): Html => (
  <>
    <h2 class="nhsuk-heading-s">What this lets them see, of somebody who does not exist</h2>
    {sight.volunteer ? <p>{BY_NAME}</p> : null}
    <SummaryList rows={[
      { key: { text: 'Of somebody whom they help' }, value: { text: assigned(sight) } },
      { key: { text: 'Of somebody whom only colleagues help' }, value: { text: listed(sight.colleagues) || 'Nothing' } },
      { key: { text: 'Of anybody else' }, value: { text: listed(sight.strangers) || 'Nothing' } },
      { key: { text: 'Pages that they have' }, value: { text: sight.menu.join(', ') || 'Help only' } },
    ]} />
  </>
);
