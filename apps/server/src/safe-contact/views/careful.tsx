import type { Identity } from '@app/overviews';
import type { Channel } from '@app/sharing';
import { WarningCallout, type Html } from '@app/web-kit';
import { asksForCare, ruleWords } from './words';

/** Stands before whatever is about to ring, write or visit; not in print, because paper is left in the home. */
export function Careful({ identity: { person, safeContact }, channels, level = 2 }: { identity: Pick<Identity, 'person' | 'safeContact'>; channels: readonly Channel[]; level?: 2 | 3 }): Html | null {
  const rules = safeContact.filter((rule) => channels.includes(rule.channel) && asksForCare(rule));
  if (rules.length === 0) return null;
  return (
    <div class="os-noprint">
      <WarningCallout heading={`Before you reach ${person.preferred ?? person.given}`} headingLevel={level} html={<>
        <ul class="nhsuk-list nhsuk-list--bullet">{rules.map((rule) => <li>{ruleWords(rule)}</li>)}</ul>
        <p><a class="nhsuk-link" href={`/people/${person.personId}/safe-contact`}>How to reach them safely</a></p>
      </>} />
    </div>
  );
}
