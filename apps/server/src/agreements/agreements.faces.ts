import { AgreementsApi } from './agreements.api';
import { AgreementsPages } from './agreements.pages';

export const agreementFaces = [AgreementsPages, AgreementsApi];
