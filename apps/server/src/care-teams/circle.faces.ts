import { CircleApi } from './circle.api';
import { CircleDesk } from './circle.desk';
import { CirclePages } from './circle.pages';
import { HelperChoices, HelperDesk } from './helper.desk';
import { JoiningApi } from './joining.api';
import { JoiningDesk } from './joining.desk';
import { JoiningPages } from './joining.pages';

export const circleFaces = [JoiningPages, JoiningApi, CirclePages, CircleApi];
export const circleDesks = [CircleDesk, HelperDesk, HelperChoices, JoiningDesk];
