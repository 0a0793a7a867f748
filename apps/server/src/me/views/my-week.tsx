import { Details, Section, Sub, type Html } from '@app/web-kit';
import type { Coming, MyWeek } from '../week';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** @param me what the person is called on this page, for what they do themselves */
const List = ({ items, me }: { items: readonly Coming[]; me: string }): Html => (
  <ul class="os-list">
    {items.map(({ who, organisation, what, when, need }) => (
      <li>
        <strong>{who ?? me}</strong>: {what}{when ? <Sub>{when}</Sub> : null}
        {need ? <Sub>For: {need}</Sub> : null}
        {organisation && organisation !== who ? <Details summary="From which organisation" html={<p>{organisation}</p>} /> : null}
      </li>
    ))}
  </ul>
);

/** Who comes on which day; from which organisation is one tap deeper. */
export const MyWeekPart = ({ week, title, me }: { week: MyWeek; title: string; me: string }): Html | null => (
  week.days.length + week.other.length === 0 ? null : (
    <Section id="week" title={title}>
      {week.days.map(({ day, items }) => <><h3 class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{DAYS[day - 1]}</h3><List items={items} me={me} /></>)}
      {week.other.length > 0 ? <><h3 class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">At other times</h3><List items={week.other} me={me} /></> : null}
    </Section>
  )
);
