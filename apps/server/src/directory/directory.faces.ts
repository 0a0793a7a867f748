import { ServicesList } from './directory.list';
import { KeepingApi } from './keeping.api';
import { KeepingDesk } from './keeping.desk';
import { KeepingPages } from './keeping.pages';
import { ServicesApi } from './services.api';
import { ServicesPages } from './services.pages';

// Those with words of their own in the address before those with an id there.
export const directoryFaces = [KeepingPages, KeepingApi, ServicesPages, ServicesApi];
export const directoryDesks = [ServicesList, KeepingDesk];
