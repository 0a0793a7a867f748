import type { CarePlan, StatementSection } from '@app/care-plans';
import { ABOUT_ME_HEADINGS, type AboutMe } from '@app/persons';
import { formatDate, Section, Sub, type Html } from '@app/web-kit';
import { ABOUT_ME_WORDS } from '../../person/views/words';
import { GoalPart, NeedLine, paragraphs, Statement, Step, type PlanContentProps } from './plan-lines';
import { VoiceMark } from './voice';
import { noContingencyWords, SECTION_WORDS } from './words';

export const FIRST: readonly StatementSection[] = ['what_matters', 'strengths'];
/** What is done when it goes wrong, in the order in which one needs it; then what else there is to know. */
export const CONTINGENCY: readonly StatementSection[] = ['who_to_ring', 'at_night', 'triggers', 'early_signs', 'if_it_goes_wrong', 'what_helps', 'no_reply', 'carer_cannot'];
export const LAST: readonly StatementSection[] = ['additional_plans', 'home', 'money', 'conditions', 'reviewer'];

/** What the person wants everyone to know, by the headings of the standard (PRSB About Me). */
function AboutMeParts({ aboutMe }: { aboutMe: readonly AboutMe[] }): Html | null {
  if (aboutMe.length === 0) return null;
  const said = [...aboutMe].sort((a, b) => ABOUT_ME_HEADINGS.indexOf(a.heading) - ABOUT_ME_HEADINGS.indexOf(b.heading));
  return (
    <Section id="part-about-me" title="About me">
      {said.map((entry) => <><h3 class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{ABOUT_ME_WORDS[entry.heading]}</h3>{paragraphs(entry.text)}<Sub><VoiceMark voice={entry.voice} /> {formatDate(entry.lastConfirmedOn)}</Sub></>)}
    </Section>
  );
}

function Sections({ sections, plan: { content }, beside, suggestAt }: PlanContentProps & { sections: readonly StatementSection[] }): Html {
  return (
    <>
      {sections.flatMap((section) => {
        const rows = content.statements.filter((row) => row.section === section);
        return rows.length === 0 ? [] : [<Section id={`part-${section.replaceAll('_', '-')}`} title={SECTION_WORDS[section]}>{rows.map((row) => <Statement row={row} beside={beside} suggestAt={suggestAt} />)}</Section>];
      })}
    </>
  );
}

const A_FEW_LINES = 140;

/** What matters most to them, as far as a few lines hold. */
export function mattersMost({ content }: CarePlan): string | null {
  const [first] = content.statements.filter(({ section }) => section === 'what_matters');
  if (!first) return null;
  return first.text.length > A_FEW_LINES ? `${first.text.slice(0, A_FEW_LINES).replace(/\s+\S*$/, '')} …` : first.text;
}

/** What comes before all else, for every reader: what matters, and what is strong. */
export const PlanFirst = (props: PlanContentProps): Html => <div class="os-first"><Sections {...props} sections={FIRST} /></div>;

/** The rest of the plan in the order of the standard (PRSB). A part that the reader sees nothing of is not there. */
export function PlanRest(props: PlanContentProps): Html {
  const { content } = props.plan;
  const noContingency = noContingencyWords(props.plan);
  return (
    <>
      <AboutMeParts aboutMe={props.aboutMe ?? []} />
      {content.needs.length > 0 ? <Section id="needs" title="Needs"><ul class="os-list">{content.needs.map((need) => <NeedLine need={need} asks={props.asks} beside={props.beside} suggestAt={props.suggestAt} />)}</ul></Section> : null}
      {content.goals.length > 0 ? <Section id="goals" title="Goals and steps">{content.goals.map((goal) => <GoalPart {...props} goal={goal} level={3} />)}</Section> : null}
      {content.otherActions.length > 0 ? <Section id="steps" title="Steps"><ul class="os-list">{content.otherActions.map((action) => <Step {...props} action={action} />)}</ul></Section> : null}
      <Sections {...props} sections={CONTINGENCY} />
      {noContingency ? <Section id="part-if-it-goes-wrong" title={SECTION_WORDS.if_it_goes_wrong}><p>{noContingency}</p></Section> : null}
      <Sections {...props} sections={LAST} />
    </>
  );
}

export const PlanParts = (props: PlanContentProps): Html => <><PlanFirst {...props} /><PlanRest {...props} /></>;

export const isBare = ({ content }: CarePlan): boolean => content.statements.length + content.needs.length + content.goals.length + content.otherActions.length === 0;
