export { Invitations } from './invitations.service';
export { OCCASIONS, Review, REVIEW_KINDS, REVIEW_MODES, REVIEW_STATES, type Occasion, type ReviewKind, type ReviewMode, type ReviewState } from './review.entity';
export { ATTENDED, INVITEE_KINDS, LEFT_OUT_BECAUSE, ReviewInvitee, type Attended, type InviteeKind, type LeftOutBecause } from './review-invitee.entity';
export { BookReview, FoundSomebody, InviteLine, InviteToReview, MoveReview, ScheduleReview } from './reviews.commands';
export { ReviewsModule } from './reviews.module';
export { reviewsPolicy } from './reviews.policy';
export { dayOf, ReviewsQueries, type Proposal, type SeenReview } from './reviews.queries';
export { ReviewsService } from './reviews.service';
