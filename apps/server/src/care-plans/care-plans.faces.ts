import { ActionDesk } from './action.desk';
import { CarePlanApi } from './care-plan.api';
import { DraftDesk } from './draft.desk';
import { BesideThePlan, PlanDesk } from './plan.desk';
import { PlanDraftPages } from './plan-draft.pages';
import { PlanPages } from './plan.pages';
import { PlanViewsApi } from './plan-views.api';

export const carePlanFaces = [PlanPages, PlanDraftPages, CarePlanApi, PlanViewsApi];
export const carePlanDesks = [ActionDesk, BesideThePlan, DraftDesk, PlanDesk];
