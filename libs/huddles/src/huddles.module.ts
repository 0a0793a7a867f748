import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { CasesModule } from '@app/cases';
import { PersonsModule } from '@app/persons';
import { ReviewsModule } from '@app/reviews';
import { huddlesPolicy } from './huddles.policy';
import { HuddlesQueries } from './huddles.queries';
import { Huddles } from './huddles.service';
import { MakingReviews } from './making-reviews';

policies.state(huddlesPolicy);

const OPEN = [Huddles, HuddlesQueries, MakingReviews];

@Module({ imports: [CasesModule, PersonsModule, ReviewsModule], providers: OPEN, exports: OPEN })
export class HuddlesModule {}
