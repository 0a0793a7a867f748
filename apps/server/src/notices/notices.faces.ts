import { NoticesApi } from './notices.api';
import { NoticesPages } from './notices.pages';

export const noticeFaces = [NoticesPages, NoticesApi];
