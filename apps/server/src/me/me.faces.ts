import { MeDesk } from './me.desk';
import { MePages } from './me.pages';
import { MyPageApi } from './my-page.api';
import { OwnActsApi } from './own-acts.api';
import { OwnActsPages } from './own-acts.pages';
import { OwnDraftDesk } from './own-draft.desk';
import { OwnDraftApi, OwnDraftPages } from './own-draft.pages';
import { OwnReviewsApi } from './own-reviews.api';
import { OwnReviewsDesk } from './own-reviews.desk';
import { OwnReviewsPages } from './own-reviews.pages';
import { OwnPaperDesk } from './own-paper.desk';
import { OwnPaperPages } from './own-paper.pages';
import { OwnDesk } from './own.desk';
import { OwnWord } from './own-word';

export const meFaces = [MePages, MyPageApi, OwnDraftPages, OwnDraftApi, OwnActsPages, OwnActsApi, OwnReviewsPages, OwnReviewsApi, OwnPaperPages];
export const meDesks = [MeDesk, OwnDesk, OwnDraftDesk, OwnWord, OwnReviewsDesk, OwnPaperDesk];
