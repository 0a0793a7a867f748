import { fullName } from '@app/persons';
import { formatDate, Hidden, PrintButton, readerOf, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { fullPlan } from '../../care-plans/views/sample';
import { withThem } from '../emergency-view.desk';
import type { FirstDay } from '../first-day.desk';
import { firstDay, type FirstDayItem } from '../first-day.parts';
import { PersonShell } from './person-shell';
import { barePage, fullPage, keyWorker, TODAY } from './sample';

interface FirstDayPageProps extends Omit<FirstDay, 'version'> {
  ctx: PageContext;
  today: string;
}

const Item = ({ item: { text, more, onPaper } }: { item: FirstDayItem }): Html => <li class={onPaper ? undefined : 'os-noprint'}>{text}{more.map((line) => <Sub>{line}</Sub>)}</li>;

/** One page for somebody who has just joined: who this is, what to watch, what they expect, who does what, what then, and what not. */
export function FirstDayPage({ ctx, identity, parts, today }: FirstDayPageProps): Html {
  const { person } = identity;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}`;
  const by = readerOf(ctx);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="First day" today={today} back={{ href: at, text: 'Whole record' }}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(person)}: </Hidden>First day with {name}</h1>
      <p><strong>Medicines and allergies are not held here.</strong></p>
      <p class="os-noprint">Printed, it has only what everybody may read who comes in. Lines for a few, and what is private, stay on the screen.</p>
      {parts.map(({ id, title, items, nothing }) => (
        <div class={items.some(({ onPaper }) => onPaper) || items.length === 0 ? undefined : 'os-noprint'}>
          <Section id={id} title={title}>{items.length > 0 ? <ul class="os-list">{items.map((item) => <Item item={item} />)}</ul> : <p>{nothing}</p>}</Section>
        </div>
      ))}
      <p class="os-noprint"><a class="nhsuk-link" href={`${at}/first-day/pdf`}>PDF</a>, <a class="nhsuk-link" href={`${at}/first-day/pdf?size=large`}>PDF in large print</a>, <a class="nhsuk-link" href={`${at}/one-page`}>one page for the practice’s own system (PDF)</a>, <a class="nhsuk-link" href={`${at}/plan`}>the plan</a>, <a class="nhsuk-link" href={`${at}/circle`}>people and services</a></p>
      <PrintButton />
      <p class="os-printed os-fridge">{fullName(person)}. Printed on {formatDate(today)} by {by}. Medicines and allergies are not held here.</p>
    </PersonShell>
  );
}

const { statements } = fullPlan.content;
const of = (section: string): typeof statements => statements.filter((row) => row.section === section);
const responsible = { who: 'Delphine Carter', organisation: 'Age Well Marlshire', what: 'Meet her at the door of the hall', when: 'Thursdays', days: [4], doesNotDo: 'The stairs', onPaper: true };
const line = { kind: 'goal' as const, itemId: '0190aaaa-0000-7000-8000-000000000010', text: 'Getting to rehearsals', responsible: [responsible], nobodyBecause: null, onPaper: true };
const full = firstDay({
  page: fullPage, plan: fullPlan, ringNow: { name: 'Marlshire County Council, out of hours', phone: '01632 960099', open: true }, ring: of('who_to_ring'), whatToDo: of('if_it_goes_wrong'), aboutMe: fullPage.aboutMe,
  withThem: withThem(fullPage.relatives, TODAY), helpers: fullPage.circle.slice(0, 1), doing: { lines: [line], gaps: [{ ...line, text: 'A dry bedroom', responsible: [] }], overlaps: [], children: [] },
});
const bare = firstDay({
  page: barePage, plan: { version: null, views: [], judgements: [], content: { statements: [], needs: [], goals: [], otherActions: [] }, organisations: new Map() }, ringNow: { name: 'NHS 111, day and night', phone: null, open: true }, ring: [], whatToDo: [],
  aboutMe: [], withThem: [], helpers: [], doing: { lines: [], gaps: [], overlaps: [], children: [] },
});

export const states: PageStates = {
  full: () => <FirstDayPage ctx={keyWorker} identity={fullPage} parts={full} today={TODAY} />,
  bare: () => <FirstDayPage ctx={keyWorker} identity={barePage} parts={bare} today={TODAY} />,
};
