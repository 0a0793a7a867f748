import { Invalid } from '@app/kernel';
import { groundOf } from '@app/sharing';
import type { MakeReferral } from './referral.commands';
import type { Referral } from './referral.entity';

/**
 * By what a referral may go, in the words of a decision about sharing: their yes, with how they gave it, or what holds without one, with which it is.
 * @throws Invalid `required` for how they agreed, or for what the chosen authority asks for besides
 */
export function authorityOf({ authority, authorityNote, lookAgainOn, agreedHow }: MakeReferral): Pick<Referral, 'authority' | 'authorityNote' | 'authorityReviewOn' | 'agreedHow'> {
  if ((authority ?? 'explicit') === 'explicit') {
    if (!agreedHow) throw Invalid.field('/agreedHow', 'required', 'Choose how the person agreed');
    return { authority: 'explicit', authorityNote: null, authorityReviewOn: null, agreedHow };
  }
  const ground = groundOf({ authority: authority ?? null, authorityNote: authorityNote ?? null, lookAgainOn: lookAgainOn ?? null });
  return { authority: authority ?? 'explicit', authorityNote: ground?.note ?? null, authorityReviewOn: ground?.reviewOn ?? null, agreedHow: null };
}
