import { MergeDecisionsApi, MergingApi } from './merging.api';
import { MergingDesk } from './merging.desk';
import { MergeDecisionsPages, MergingPages } from './merging.pages';

export const mergingFaces = [MergingPages, MergeDecisionsPages, MergingApi, MergeDecisionsApi];
export const mergingDesks = [MergingDesk];
