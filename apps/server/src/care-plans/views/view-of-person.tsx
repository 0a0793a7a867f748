import type { CarePlan } from '@app/care-plans';
import { formatDate, Section, Sub, type Html } from '@app/web-kit';
import { saidInWords, viewInWords } from './words';

/** What the person thinks of the plan, and how that is known: first what they have said since, then what stands in the version. */
export function ViewOfPerson({ plan: { version, views }, name }: { plan: CarePlan; name: string }): Html | null {
  if (!version) return null;
  const [view, ...how] = viewInWords(version, name);
  return (
    <Section id="what-they-think" title={`What ${name} thinks of the plan`}>
      {views.map((said) => {
        const [what, ...rest] = saidInWords(said, name);
        return (
          <div id={`view-${said.id}`}>
            <p class="nhsuk-u-margin-bottom-1"><strong>{what}.</strong> {rest.join('. ')}.<Sub>{formatDate(said.createdAt)}</Sub></p>
            {said.comment ? <blockquote class="os-quote"><p>“{said.comment}”</p></blockquote> : null}
          </div>
        );
      })}
      {views.length > 0 ? <h3 class="nhsuk-heading-s">When it was published</h3> : null}
      <p><strong>{view}.</strong>{how.length > 0 ? ` ${how.join('. ')}.` : null}</p>
      {version.personComment ? <blockquote class="os-quote"><p>“{version.personComment}”</p></blockquote> : null}
    </Section>
  );
}
