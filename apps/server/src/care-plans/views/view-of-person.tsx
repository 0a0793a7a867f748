import type { PlanVersion } from '@app/care-plans';
import { Section, type Html } from '@app/web-kit';
import { viewInWords } from './words';

/** What the person thinks of the plan, and how that is known. */
export function ViewOfPerson({ version, name }: { version: PlanVersion; name: string }): Html {
  const [view, ...how] = viewInWords(version, name);
  return (
    <Section id="view" title={`What ${name} thinks of the plan`}>
      <p><strong>{view}.</strong>{how.length > 0 ? ` ${how.join('. ')}.` : null}</p>
      {version.personComment ? <blockquote class="os-quote"><p>“{version.personComment}”</p></blockquote> : null}
    </Section>
  );
}
