import { KeyWorkerApi } from './key-worker.api';
import { KeyWorkerDesk } from './key-worker.desk';
import { KeyWorkerPages } from './key-worker.pages';

export const keyWorkerFaces = [KeyWorkerPages, KeyWorkerApi];
export const keyWorkerDesks = [KeyWorkerDesk];
