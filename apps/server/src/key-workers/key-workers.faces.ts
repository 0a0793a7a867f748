import { CaseCourseApi } from './case-course.api';
import { CaseCoursePages } from './case-course.pages';
import { CoverApi } from './cover.api';
import { CoverPages } from './cover.pages';
import { HandOnApi } from './hand-on.api';
import { HandOnPages } from './hand-on.pages';
import { HandOverAllApi } from './hand-over-all.api';
import { HandOverAllDesk } from './hand-over-all.desk';
import { HandOverAllPages } from './hand-over-all.pages';
import { KeyWorkerApi } from './key-worker.api';
import { KeyWorkerDesk } from './key-worker.desk';
import { KeyWorkerPages } from './key-worker.pages';

export const keyWorkerFaces = [KeyWorkerPages, KeyWorkerApi, CoverPages, CoverApi, HandOnPages, HandOnApi, HandOverAllPages, HandOverAllApi, CaseCoursePages, CaseCourseApi];
export const keyWorkerDesks = [KeyWorkerDesk, HandOverAllDesk];
