import type { TimelineEntry } from '@app/overviews';
import { formatDate, Hidden, type Html } from '@app/web-kit';

/** What an organisation may do with a note of its own: correct it, say that it is about someone else, or change who may see it. */
export const noteLinks = (personId: string, ownOrganisationId: string | null) => (entry: TimelineEntry): Html | null => {
  if (entry.ownerOrganisationId !== ownOrganisationId || entry.correctsId) return null;
  const at = `/people/${personId}/contact-notes/${entry.id}`;
  const which = <Hidden>: the note of {formatDate(entry.at)}</Hidden>;
  return (
    <p class="os-noprint">
      <a class="nhsuk-link" href={`${at}/correct`}>Correct this{which}</a>, <a class="nhsuk-link" href={`${at}/move`}>This is about someone else{which}</a>, <a class="nhsuk-link" href={`/people/${personId}/audience/ContactNote/${entry.id}`}>Who may see this{which}</a>
    </p>
  );
};
