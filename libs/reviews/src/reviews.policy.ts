import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { Review } from './review.entity';
import { ReviewContribution } from './review-contribution.entity';
import { ReviewInvitee } from './review-invitee.entity';

export const reviewsPolicy: Policy = {
  name: 'reviews',
  subjects: [Review, ReviewInvitee, ReviewContribution],
  rules: (actor, rules) => {
    for (const item of [Review, ReviewInvitee, ReviewContribution]) {
      itemMayBeRead(actor, item, rules);
      itemMayBeWritten(actor, item, rules);
    }
  },
};
