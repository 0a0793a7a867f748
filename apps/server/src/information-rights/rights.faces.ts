import { AccessDesk } from './access.desk';
import { AskingPages } from './asking.pages';
import { ComplaintsApi } from './complaints.api';
import { ComplaintsDesk } from './complaints.desk';
import { ComplaintsPages } from './complaints.pages';
import { OwnCopyApi } from './own-copy.api';
import { OwnCopyPages } from './own-copy.pages';
import { PassagesApi } from './passages.api';
import { PassagesPages } from './passages.pages';
import { SubjectAccessApi } from './subject-access.api';
import { SubjectAccessPages } from './subject-access.pages';
import { WaitingApi } from './waiting.api';
import { WaitingPages } from './waiting.pages';

export const rightsFaces = [AskingPages, SubjectAccessPages, SubjectAccessApi, PassagesPages, PassagesApi, OwnCopyPages, OwnCopyApi, WaitingPages, WaitingApi, ComplaintsPages, ComplaintsApi];
export const rightsDesks = [AccessDesk, ComplaintsDesk];
