import { CorrectionsApi } from './corrections.api';
import { CorrectionsDesk } from './corrections.desk';
import { CorrectionsPages } from './corrections.pages';

export const correctionFaces = [CorrectionsPages, CorrectionsApi];
export const correctionDesks = [CorrectionsDesk];
