import { AnswersApi } from './answers.api';
import { AnswersDesk } from './answers.desk';
import { AnswersPages } from './answers.pages';
import { ReviewsApi } from './reviews.api';
import { ReviewsDesk } from './reviews.desk';
import { ReviewsPages } from './reviews.pages';

export const reviewFaces = [ReviewsPages, ReviewsApi, AnswersPages, AnswersApi];
export const reviewDesks = [ReviewsDesk, AnswersDesk];
