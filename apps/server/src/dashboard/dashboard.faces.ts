import { AllocateApi } from './allocate.api';
import { AllocateDesk } from './allocate.desk';
import { AllocatePages } from './allocate.pages';
import { DashboardApi } from './dashboard.api';
import { DashboardDesk } from './dashboard.desk';
import { DashboardFiles } from './dashboard.files';
import { DashboardPages } from './dashboard.pages';
import { CoursePanels, WorkPanels } from './dashboard.panels';

export const dashboardFaces = [DashboardPages, DashboardApi, AllocatePages, AllocateApi];
export const dashboardDesks = [AllocateDesk, DashboardDesk, DashboardFiles, CoursePanels, WorkPanels];
