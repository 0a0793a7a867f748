import { ActionDesk } from './action.desk';
import { CarePlanApi } from './care-plan.api';
import { BesideTheDraft, DraftDesk } from './draft.desk';
import { MySuggestionsDesk } from './my-suggestions.desk';
import { MySuggestionsPages } from './my-suggestions.pages';
import { BesideThePlan, PlanDesk } from './plan.desk';
import { PlanCopyDesk } from './plan-copy.desk';
import { PlanCopyPages } from './plan-copy.pages';
import { PlanDraftPages } from './plan-draft.pages';
import { PlanPages } from './plan.pages';
import { PlanViewsApi } from './plan-views.api';
import { SuggestionsApi } from './suggestions.api';
import { SuggestionsDesk } from './suggestions.desk';
import { SuggestionsPages } from './suggestions.pages';
import { WhoDoesWhatDesk } from './who-does-what.desk';
import { WhoDoesWhatApi, WhoDoesWhatPages } from './who-does-what.pages';

export const carePlanFaces = [PlanPages, PlanCopyPages, PlanDraftPages, CarePlanApi, PlanViewsApi, SuggestionsPages, SuggestionsApi, MySuggestionsPages, WhoDoesWhatPages, WhoDoesWhatApi];
export const carePlanDesks = [ActionDesk, BesideTheDraft, BesideThePlan, DraftDesk, MySuggestionsDesk, PlanCopyDesk, PlanDesk, SuggestionsDesk, WhoDoesWhatDesk];
