import { ServicesList } from './directory.list';
import { ServicesApi } from './services.api';
import { ServicesPages } from './services.pages';

export const directoryFaces = [ServicesPages, ServicesApi];
export const directoryDesks = [ServicesList];
