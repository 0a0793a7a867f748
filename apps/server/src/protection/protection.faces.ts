import { ProtectionApi } from './protection.api';
import { ProtectionDesk } from './protection.desk';
import { ProtectionPages } from './protection.pages';

export const protectionFaces = [ProtectionPages, ProtectionApi];
export const protectionDesks = [ProtectionDesk];
