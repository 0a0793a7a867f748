import { AgendaApi } from './agenda.api';
import { AgendaDesk } from './agenda.desk';
import { AgendaPages } from './agenda.pages';
import { AnswersApi } from './answers.api';
import { AnswersDesk } from './answers.desk';
import { AnswersPages } from './answers.pages';
import { PreReadApi } from './pre-read.api';
import { PreReadDesk } from './pre-read.desk';
import { PreReadPages } from './pre-read.pages';
import { ReviewCopyDesk } from './review-copy.desk';
import { ReviewCopyPages } from './review-copy.pages';
import { ReviewLetterDesk } from './review-letter.desk';
import { ReviewLetterPages } from './review-letter.pages';
import { ReviewsApi } from './reviews.api';
import { ReviewsDesk } from './reviews.desk';
import { ReviewsPages } from './reviews.pages';

export const reviewFaces = [ReviewsPages, ReviewsApi, AnswersPages, AnswersApi, AgendaPages, AgendaApi, PreReadPages, PreReadApi, ReviewCopyPages, ReviewLetterPages];
export const reviewDesks = [ReviewsDesk, AnswersDesk, AgendaDesk, PreReadDesk, ReviewCopyDesk, ReviewLetterDesk];
