import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { CareTeamsModule } from '@app/care-teams';
import { CasesModule } from '@app/cases';
import { PersonsModule } from '@app/persons';
import { ReferralsModule } from '@app/referrals';
import { ActionsService } from './actions.service';
import { carePlansPolicy } from './care-plans.policy';
import { CarePlansQueries } from './care-plans.queries';
import { CatchingUp } from './catching-up';
import { DecidedSteps } from './decided-steps.service';
import { DoersQueries } from './doers.queries';
import { DraftWriter } from './draft-writer';
import { DraftsService } from './drafts.service';
import { GoalJudgements } from './goal-judgements.service';
import { ImportedPlans } from './imported-plans.service';
import { NeedsBeforeClosing } from './needs-before-closing';
import { PlanContentQueries } from './plan-content.queries';
import { PlanNeeds } from './plan-needs';
import { PlanViews } from './plan-views.service';
import { ProposalsQueries } from './proposals.queries';
import { ProposalsService } from './proposals.service';
import { PublicationService } from './publication.service';
import { SmallUpdates } from './small-updates';
import { SuggestionsQueries } from './suggestions.queries';
import { SuggestionsService } from './suggestions.service';
import { TakingIn } from './taking-in';
import { WhoDoesWhatQueries } from './who-does-what.queries';

policies.state(carePlansPolicy);

const OPEN = [CarePlansQueries, DecidedSteps, DoersQueries, DraftsService, PublicationService, ActionsService, GoalJudgements, ImportedPlans, PlanViews, ProposalsQueries, ProposalsService, SuggestionsQueries, SuggestionsService, WhoDoesWhatQueries];

@Module({ imports: [CareTeamsModule, CasesModule, PersonsModule, ReferralsModule], providers: [...OPEN, CatchingUp, DraftWriter, NeedsBeforeClosing, PlanContentQueries, PlanNeeds, SmallUpdates, TakingIn], exports: OPEN })
export class CarePlansModule {}
