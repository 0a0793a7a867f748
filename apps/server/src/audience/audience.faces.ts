import { AudienceApi } from './audience.api';
import { AudienceDesk } from './audience.desk';
import { AudiencePages } from './audience.pages';

export const audienceFaces = [AudiencePages, AudienceApi];
export const audienceDesks = [AudienceDesk];
