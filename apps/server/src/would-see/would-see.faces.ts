import { WouldSeeApi } from './would-see.api';
import { WouldSeeDesk } from './would-see.desk';
import { WouldSeePages } from './would-see.pages';

export const wouldSeeFaces = [WouldSeePages, WouldSeeApi];
export const wouldSeeDesks = [WouldSeeDesk];
