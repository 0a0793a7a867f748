import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { CasesModule } from '@app/cases';
import { PersonsModule } from '@app/persons';
import { SharingModule } from '@app/sharing';
import { careTeamsPolicy } from './care-teams.policy';
import { CareTeamsQueries } from './care-teams.queries';
import { CareTeamsService } from './care-teams.service';
import { JoiningQuestionsQueries } from './joining-questions.queries';
import { JoiningQuestions } from './joining-questions.service';
import { ProposedMembers } from './proposed-members.service';

policies.state(careTeamsPolicy);

@Module({
  imports: [CasesModule, PersonsModule, SharingModule],
  providers: [CareTeamsService, CareTeamsQueries, ProposedMembers, JoiningQuestions, JoiningQuestionsQueries],
  exports: [CareTeamsService, CareTeamsQueries, ProposedMembers, JoiningQuestions],
})
export class CareTeamsModule {}
