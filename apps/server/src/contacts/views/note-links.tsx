import type { TimelineEntry } from '@app/overviews';
import { formatDate, Hidden, type Html } from '@app/web-kit';

/** What one may do with a note: take it along into one's own record; with one's organisation's own also correct it, say that it is about someone else, or change who may see it. */
export const noteLinks = (personId: string, ownOrganisationId: string | null) => (entry: TimelineEntry): Html | null => {
  if (entry.type !== 'note' || entry.correctsId) return null;
  const at = `/people/${personId}/contact-notes/${entry.id}`;
  const which = <Hidden>: the note of {formatDate(entry.at)}</Hidden>;
  // What is for people who are named alone goes into no other record.
  const copy = entry.onlyPeople ? null : <a class="nhsuk-link" href={`${at}/copy`}>Copy for my own record{which}</a>;
  if (entry.ownerOrganisationId !== ownOrganisationId) return copy ? <p class="os-noprint">{copy}</p> : null;
  return (
    <p class="os-noprint">
      {copy}{copy ? ', ' : null}<a class="nhsuk-link" href={`${at}/correct`}>Correct this{which}</a>, <a class="nhsuk-link" href={`${at}/move`}>This is about someone else{which}</a>, <a class="nhsuk-link" href={`/people/${personId}/audience/ContactNote/${entry.id}`}>Who may see this{which}</a>
    </p>
  );
};
