import { StaleVersion, VersionRequired } from '@app/kernel';
import type { ReviewContribution } from './review-contribution.entity';

type Said = Partial<Pick<ReviewContribution, 'answer' | 'text' | 'onDate'>>;

/**
 * What an organisation says anew takes the place of what its writer has read, and of nothing that a colleague has written since (I13).
 * @param version of what was said before, as the writer read it; null when they name none
 * @returns whether anything is different: a request may come twice
 * @throws VersionRequired, StaleVersion
 */
export function isSaidAnew(before: ReviewContribution, said: Said, version: number | null): boolean {
  if ((Object.keys(said) as (keyof Said)[]).every((name) => before[name] === said[name])) return false;
  if (version === null) throw new VersionRequired();
  if (version !== before.rowVersion) throw new StaleVersion(before);
  return true;
}
