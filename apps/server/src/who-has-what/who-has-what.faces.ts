import { WhoHasWhatApi } from './who-has-what.api';
import { WhoHasWhatPages } from './who-has-what.pages';

export const whoHasWhatFaces = [WhoHasWhatPages, WhoHasWhatApi];
