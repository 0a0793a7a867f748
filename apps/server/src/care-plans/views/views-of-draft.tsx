import type { CarePlan } from '@app/care-plans';
import { formatDate, Section, Sub, type Html } from '@app/web-kit';
import { saidInWords, viewInWords } from './words';

/** What the person said of a draft, the last first. What they said before it was taken back was about other words, and says so. */
export function ViewsOfDraft({ plan: { version, views }, name }: { plan: CarePlan; name: string }): Html | null {
  if (!version || (views.length === 0 && version.state !== 'agreed')) return null;
  const { readiedAt } = version;
  const [view, ...how] = viewInWords(version, name);
  return (
    <Section id="what-they-think" title={`What ${name} says of the draft`}>
      {views.map((said) => {
        const [what, ...rest] = saidInWords(said, name);
        const isEarlier = readiedAt === null || said.createdAt < readiedAt;
        return (
          <div id={`view-${said.id}`}>
            <p class="nhsuk-u-margin-bottom-1"><strong>{what}.</strong> {rest.join('. ')}.<Sub>{formatDate(said.createdAt)}{isEarlier ? ', before the draft was changed' : null}</Sub></p>
            {said.comment ? <blockquote class="os-quote"><p>“{said.comment}”</p></blockquote> : null}
          </div>
        );
      })}
      {views.length === 0 ? <p><strong>{view}.</strong>{how.length > 0 ? ` ${how.join('. ')}.` : null}</p> : null}
    </Section>
  );
}
