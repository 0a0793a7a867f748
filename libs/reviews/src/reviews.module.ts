import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { CarePlansModule } from '@app/care-plans';
import { CareTeamsModule } from '@app/care-teams';
import { CasesModule } from '@app/cases';
import { PersonsModule } from '@app/persons';
import { SharingModule } from '@app/sharing';
import { Agenda } from './agenda.service';
import { Closing } from './closing.service';
import { ContributionsQueries } from './contributions.queries';
import { Contributions } from './contributions.service';
import { IntoThePlan } from './into-the-plan.service';
import { Invitations } from './invitations.service';
import { OwnWords } from './own-words.service';
import { reviewsPolicy } from './reviews.policy';
import { ReviewsQueries } from './reviews.queries';
import { ReviewsService } from './reviews.service';

policies.state(reviewsPolicy);

const OPEN = [ReviewsService, ReviewsQueries, Invitations, Contributions, ContributionsQueries, OwnWords, Agenda, Closing, IntoThePlan];

@Module({ imports: [CarePlansModule, CareTeamsModule, CasesModule, PersonsModule, SharingModule], providers: OPEN, exports: OPEN })
export class ReviewsModule {}
