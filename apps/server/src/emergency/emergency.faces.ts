import { EmergencyApi } from './emergency.api';
import { EmergencyPages } from './emergency.pages';

export const emergencyFaces = [EmergencyPages, EmergencyApi];
