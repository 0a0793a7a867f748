import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { Review } from './review.entity';
import { ReviewContribution } from './review-contribution.entity';
import { ReviewItem } from './review-item.entity';
import { ReviewInvitee } from './review-invitee.entity';

export const reviewsPolicy: Policy = {
  name: 'reviews',
  subjects: [Review, ReviewInvitee, ReviewContribution, ReviewItem],
  rules: (actor, rules) => {
    for (const item of [Review, ReviewInvitee, ReviewContribution, ReviewItem]) {
      itemMayBeRead(actor, item, rules);
      itemMayBeWritten(actor, item, rules);
    }
  },
};
