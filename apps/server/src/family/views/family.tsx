import { formatDate, Hidden, orSay, Phone, Section, Sub, type Html } from '@app/web-kit';
import type { FamilyModel, SeenRelative } from '../family.desk';

type Known = Pick<SeenRelative, 'one' | 'child'>;

/** How old they are, where that says that nobody counts on them. */
const asked = ({ name, assessmentOfferedOn }: Known['one']): string => (assessmentOfferedOn ? `A young carer’s assessment was offered on ${formatDate(assessmentOfferedOn)}` : `Ask what ${name} does at home`);
const age = ({ one, child }: Known): string | null =>
  (child === null ? `Nobody wrote down how old ${one.name} is, so nobody counts on them` : child ? `Under 18: nobody counts on ${one.name}. ${asked(one)}` : null);

/** One of the family in a list; a child has no number to ring. @param change where whoever wrote them down sets it right */
export function Relative({ seen, change }: { seen: Known; change?: string | undefined }): Html {
  const { one } = seen;
  const marks = [one.relation, one.mainCarer ? 'main carer' : null, one.emergencyContact ? 'rung in an emergency' : null, one.livesWith ? 'lives there' : null].filter(Boolean).join(', ');
  return (
    <li id={`relative-${one.id}`}>
      <strong>{one.name}</strong>, {marks}
      {seen.child ? null : <Sub>{one.phone ? <Phone value={one.phone} /> : orSay(null, 'No phone number recorded')}</Sub>}
      {age(seen) ? <Sub>{age(seen)}</Sub> : null}
      {one.mustNotBeTold ? <Sub><strong>Must not be told:</strong> {one.mustNotBeTold}</Sub> : null}
      {change ? <Sub><a class="nhsuk-link os-noprint" href={change}>Change<Hidden> what is known of {one.name}</Hidden></a></Sub> : null}
    </li>
  );
}

/** Family and friends below those who help by profession. @param offers whether the reader is offered to add somebody */
export const Family = ({ family, mayAddFamily, at, offers }: FamilyModel & { at: string; offers: boolean }): Html => (
  <Section id="family" title="Family and friends">
    {family.length === 0 ? <p>Nobody that you can see is written down. That does not say that there is nobody.</p> : <ul class="os-list">{family.map((seen) => <Relative seen={seen} change={seen.mayChange ? `${at}/${seen.one.id}` : undefined} />)}</ul>}
    {mayAddFamily && offers ? <p class="os-noprint"><a class="nhsuk-link" href={`${at}/add`}>Add somebody of the family, or a friend</a></p> : null}
  </Section>
);
