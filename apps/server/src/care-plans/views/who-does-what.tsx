import type { Responsible, SeenTo } from '@app/care-plans';
import { fullName } from '@app/persons';
import { EmptyState, formatDate, Hidden, Phone, PrintButton, readerOf, Section, Sub, Tag, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { delphine } from '../../care-teams/views/sample';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { WhoDoesWhatModel } from '../who-does-what.desk';
import { PaperLinks } from './paper-links';

interface WhoDoesWhatPageProps extends WhoDoesWhatModel {
  ctx: PageContext;
  today: string;
}

const DAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const paper = (onPaper: boolean): string | undefined => (onPaper ? undefined : 'os-noprint');

const Who = ({ one, name }: { one: Responsible; name: string }): Html => (
  <li class={paper(one.onPaper)}>
    <strong>{one.who ?? name}</strong>{one.organisation && one.organisation !== one.who ? `, ${one.organisation}` : null}: {one.what}{one.when ? `. ${one.when}` : null}
    {one.doesNotDo ? <Sub>Does not do: {one.doesNotDo}</Sub> : null}
  </li>
);

/** What nobody does helps nobody on the fridge, and can be what is talked about in confidence: it is for the screen. */
const Line = ({ line, name }: { line: SeenTo; name: string }): Html => (
  <div class={['os-goal', paper(line.onPaper && line.responsible.some(({ onPaper }) => onPaper))].filter(Boolean).join(' ')} id={`${line.kind}-${line.itemId}`}>
    <h3 class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{line.text}</h3>
    {line.responsible.length > 0 ? <ul class="os-list">{line.responsible.map((one) => <Who one={one} name={name} />)}</ul>
      : <p class="os-noprint"><Tag text="Nobody that you can see" colour="yellow" />{line.nobodyBecause ? ` ${line.nobodyBecause}` : null}</p>}
  </div>
);

/** What nobody does, what two do at once, and whether a child does it unnoticed: for those who coordinate, on no paper. */
function ToLookAt({ doing: { gaps, overlaps, children }, together, identity: { person } }: WhoDoesWhatPageProps): Html | null {
  if (gaps.length + overlaps.length + together.length + children.length === 0) return null;
  return (
    <div class="os-noprint">
      <Section id="look-at" title="To look at">
        <ul class="os-list">
          {gaps.map(({ text }) => <li>Nobody that you can see does anything for: {text}</li>)}
          {overlaps.map(({ text, day, who }) => <li>{DAYS[day - 1]}: {who.join(' and ')} both come for the same: {text}</li>)}
          {together.map(({ days, who }) => <li>{days.map((day) => DAYS[day - 1]).join(', ')}: {who.join('; ')} {who.length > 2 ? 'all' : 'both'} come. Would fewer visits do?</li>)}
          {children.map(({ name, relation, isAgeKnown, assessmentOfferedOn }) => (
            <li>{isAgeKnown ? `${name} (${relation}) is under 18. No child is counted on.` : `Nobody wrote down how old ${name} (${relation}) is, so ${name} is not counted on.`} {assessmentOfferedOn ? `A young carer’s assessment was offered on ${formatDate(assessmentOfferedOn)}.`
              : `Ask whether ${name} helps with more than other children do: a young carer has a right to an assessment of their own.`} <a class="nhsuk-link" href={`/people/${person.personId}/circle`}>Family and services</a></li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** Need or goal, who sees to it, on which days, and what they do not do: for the fridge. */
export function WhoDoesWhatPage(props: WhoDoesWhatPageProps): Html {
  const { ctx, identity, doing, helpers, today } = props;
  const { person } = identity;
  const name = person.preferred ?? person.given;
  const by = readerOf(ctx);
  const list = (kind: SeenTo['kind']): readonly SeenTo[] => doing.lines.filter((line) => line.kind === kind);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Who does what" today={today} back={{ href: `/people/${person.personId}/plan`, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(person)}: </Hidden>Who does what</h1>
      {doing.lines.length + helpers.length === 0 ? <EmptyState title="Nothing that you can see"><p>Goals, needs and those who see to them stand in the <a class="nhsuk-link" href={`/people/${person.personId}/plan`}>plan</a>.</p></EmptyState> : (
        <>
          <p class="os-noprint">Printed, it has only what everybody may read who comes in. Lines for a few, and what is private, stay on the screen.</p>
          <PrintButton />
          <PaperLinks at={`/people/${person.personId}/plan/who-does-what/pdf`} />
          <ToLookAt {...props} />
          {list('need').length > 0 ? <Section id="needs" title="Needs">{list('need').map((line) => <Line line={line} name={name} />)}</Section> : null}
          {list('goal').length > 0 ? <Section id="goals" title="Goals">{list('goal').map((line) => <Line line={line} name={name} />)}</Section> : null}
          {helpers.length > 0 ? (
            <Section id="helpers" title="Who comes">
              <ul class="os-list">
                {helpers.map((member) => (
                  <li>
                    <strong>{member.worker ?? member.team ?? member.organisation}</strong>{member.worker ?? member.team ? `, ${member.organisation}` : null}{member.daysTimes ? `. ${member.daysTimes}` : null}
                    <Sub>{member.does}</Sub>
                    {member.doesNotDo ? <Sub>Does not do: {member.doesNotDo}</Sub> : null}
                    {member.phone ? <Sub><Phone value={member.phone} /></Sub> : null}
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <p class="os-printed os-fridge">{fullName(person)}. Printed on {formatDate(today)} by {by}. Medicines and allergies are not held here.</p>
        </>
      )}
    </PersonShell>
  );
}

const one: Responsible = { who: 'Delphine Carter', organisation: 'Age Well Brackenbridge', what: 'Meet her at the door of the hall', when: 'Thursdays', days: [4], doesNotDo: 'The stairs', onPaper: true };
const line: SeenTo = { kind: 'need', itemId: '0190aaaa-0000-7000-8000-000000000010', text: 'Getting to rehearsals', nobodyBecause: null, onPaper: true, responsible: [one, { ...one, who: null, organisation: null, what: 'Practise', doesNotDo: null, when: null, days: [] }] };
const nobody: SeenTo = { ...line, kind: 'goal', itemId: '0190aaaa-0000-7000-8000-000000000011', text: 'A dry bedroom', nobodyBecause: 'The grant is not decided', responsible: [], onPaper: false };
const doing: WhoDoesWhatModel['doing'] = {
  lines: [line, nobody], gaps: [nobody], overlaps: [{ text: 'Getting to rehearsals', day: 4, who: ['Delphine Carter, Age Well', 'Sheila Dunn, Tandem'] }],
  children: [{ name: 'Ellie', relation: 'daughter', isAgeKnown: true, assessmentOfferedOn: null }, { name: 'Finn', relation: 'son', isAgeKnown: false, assessmentOfferedOn: null }, { name: 'Sam', relation: 'son', isAgeKnown: true, assessmentOfferedOn: '2026-11-02' }],
};

export const states: PageStates = {
  full: () => <WhoDoesWhatPage ctx={keyWorker} identity={sampleIdentity} doing={doing} helpers={[delphine]} together={[{ days: [1, 4], who: ['Delphine Carter, Age Well Brackenbridge', 'District nursing, Marl Valley Community Health Trust'] }]} today={TODAY} />,
  empty: () => <WhoDoesWhatPage ctx={keyWorker} identity={bareIdentity} doing={{ lines: [], gaps: [], overlaps: [], children: [] }} helpers={[]} together={[]} today={TODAY} />,
};
