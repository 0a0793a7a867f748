import { HoldsApi } from './holds.api';
import { HoldsDesk } from './holds.desk';
import { HoldsPages } from './holds.pages';
import { RetentionApi } from './retention.api';
import { RetentionPages } from './retention.pages';

export const retentionFaces = [RetentionPages, RetentionApi, HoldsPages, HoldsApi];
export const retentionDesks = [HoldsDesk];
