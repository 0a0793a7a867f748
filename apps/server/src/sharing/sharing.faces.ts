import { SharingApi } from './sharing.api';
import { SharingDesk } from './sharing.desk';
import { SharingPages } from './sharing.pages';

export const sharingFaces = [SharingPages, SharingApi];
export const sharingDesks = [SharingDesk];
