import { AuthorityApi } from './authority.api';
import { AuthorityDesk } from './authority.desk';
import { AuthorityPages } from './authority.pages';
import { ObjectionDesk } from './objection.desk';
import { ObjectionsApi } from './objections.api';
import { ObjectionsPages } from './objections.pages';
import { SharingApi } from './sharing.api';
import { SharingDesk } from './sharing.desk';
import { SharingPages } from './sharing.pages';

export const sharingFaces = [SharingPages, SharingApi, ObjectionsPages, ObjectionsApi, AuthorityPages, AuthorityApi];
export const sharingDesks = [SharingDesk, ObjectionDesk, AuthorityDesk];
