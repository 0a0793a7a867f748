import { HuddlesApi } from './huddles.api';
import { HuddlesDesk } from './huddles.desk';
import { HuddlesPages } from './huddles.pages';

export const huddleFaces = [HuddlesPages, HuddlesApi];
export const huddleDesks = [HuddlesDesk];
