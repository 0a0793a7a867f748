import { CircleApi } from './circle.api';
import { CircleDesk } from './circle.desk';
import { CirclePages } from './circle.pages';
import { HelperChoices, HelperDesk } from './helper.desk';

export const circleFaces = [CirclePages, CircleApi];
export const circleDesks = [CircleDesk, HelperDesk, HelperChoices];
