import { MeDesk } from './me.desk';
import { MePages } from './me.pages';
import { MyPageApi } from './my-page.api';

export const meFaces = [MePages, MyPageApi];
export const meDesks = [MeDesk];
