import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { Review } from './review.entity';
import { ReviewInvitee } from './review-invitee.entity';

export const reviewsPolicy: Policy = {
  name: 'reviews',
  subjects: [Review, ReviewInvitee],
  rules: (actor, rules) => {
    for (const item of [Review, ReviewInvitee]) {
      itemMayBeRead(actor, item, rules);
      itemMayBeWritten(actor, item, rules);
    }
  },
};
