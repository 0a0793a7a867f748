import { DashboardApi } from './dashboard.api';
import { DashboardDesk } from './dashboard.desk';
import { DashboardPages } from './dashboard.pages';

export const dashboardFaces = [DashboardPages, DashboardApi];
export const dashboardDesks = [DashboardDesk];
