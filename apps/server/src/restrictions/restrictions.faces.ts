import { RestrictionDesk } from './restriction.desk';
import { RestrictionsApi } from './restrictions.api';
import { RestrictionsPages } from './restrictions.pages';

export const restrictionFaces = [RestrictionsPages, RestrictionsApi];
export const restrictionDesks = [RestrictionDesk];
