import { ReviewsApi } from './reviews.api';
import { ReviewsDesk } from './reviews.desk';
import { ReviewsPages } from './reviews.pages';

export const reviewFaces = [ReviewsPages, ReviewsApi];
export const reviewDesks = [ReviewsDesk];
