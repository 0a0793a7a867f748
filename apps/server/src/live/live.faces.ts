import { LiveApi } from './live.api';
import { LiveDesk } from './live.desk';

export const liveFaces = [LiveApi];
export const liveDesks = [LiveDesk];
