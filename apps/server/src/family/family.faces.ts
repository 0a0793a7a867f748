import { FamilyApi } from './family.api';
import { FamilyDesk } from './family.desk';
import { FamilyPages } from './family.pages';

export const familyFaces = [FamilyPages, FamilyApi];
export const familyDesks = [FamilyDesk];
