import { AccessLogApi } from './access-log.api';
import { AccessLogDesk } from './access-log.desk';
import { AccessLogPages } from './access-log.pages';

export const accessLogFaces = [AccessLogPages, AccessLogApi];
export const accessLogDesks = [AccessLogDesk];
