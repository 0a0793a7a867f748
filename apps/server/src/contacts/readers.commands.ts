import { Flag, Ids, OneOf } from '@app/kernel';
import type { Draft } from '@app/overviews';
import { TOLD_ABOUT, type Category } from '@app/persons';
import { CHOSEN_AUDIENCES, type ChosenAudience } from '@app/sharing';
import type { FormState } from '../http';


/** What is about to be written, as far as it decides who reads it. */
export class WhoWillSeeIt {
  @OneOf(CHOSEN_AUDIENCES, { required: true, label: 'who may see it' }) audience: ChosenAudience;
  @OneOf(TOLD_ABOUT, { label: 'what it tells about' }) category?: Category;
  @Ids({ label: 'the organisations' }) namedOrganisationIds?: string[];
  @Flag() visibleToPerson?: boolean;
  /** users, where only those named may know of it */
  @Ids({ label: 'the people' }) knownTo?: string[];
}

export const draftOf = ({ audience, category, namedOrganisationIds, visibleToPerson, knownTo }: WhoWillSeeIt, usual: Category): Draft =>
  ({ audience, category: category ?? usual, namedOrganisationIds: namedOrganisationIds ?? [], visibleToPerson: visibleToPerson ?? false, knownTo: knownTo ?? [] });

/** What stands in a form that is not yet sent; null while nobody was chosen to see it. */
export function draftIn(form: FormState, usual: Category): Draft | null {
  const audience = CHOSEN_AUDIENCES.find((one) => one === form.text('audience'));
  if (!audience) return null;
  return { audience, category: form.text('category') || usual, namedOrganisationIds: form.list('namedOrganisationIds'), visibleToPerson: form.list('visibleToPerson').length > 0, knownTo: form.list('knownTo') };
}
