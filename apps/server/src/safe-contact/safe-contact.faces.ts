import { SafeContactApi } from './safe-contact.api';
import { SafeContactDesk } from './safe-contact.desk';
import { SafeContactPages } from './safe-contact.pages';

export const safeContactFaces = [SafeContactPages, SafeContactApi];
export const safeContactDesks = [SafeContactDesk];
