import { HeldLooksApi } from './held-looks.api';
import { HeldLooksDesk } from './held-looks.desk';
import { HeldLooksPages } from './held-looks.pages';
import { IncidentsApi } from './incidents.api';
import { IncidentsPages } from './incidents.pages';
import { KnowingApi } from './knowing.api';
import { KnowingPages } from './knowing.pages';
import { UnusualAccessApi } from './unusual-access.api';
import { UnusualAccessPages } from './unusual-access.pages';

export const oversightFaces = [KnowingPages, KnowingApi, HeldLooksPages, HeldLooksApi, UnusualAccessPages, UnusualAccessApi, IncidentsPages, IncidentsApi];
export const oversightDesks = [HeldLooksDesk];
