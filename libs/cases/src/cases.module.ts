import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { SharingModule } from '@app/sharing';
import { PersonsModule } from '@app/persons';
import { casesPolicy } from './cases.policy';
import { CasesQueries } from './cases.queries';
import { CasesService } from './cases.service';
import { CloseQuestions } from './close-questions';
import { LeavingLetters } from './leaving-letters';
import { UnderlyingNeeds } from './underlying-needs';

policies.state(casesPolicy);

@Module({ imports: [PersonsModule, SharingModule], providers: [CasesService, CasesQueries, CloseQuestions, LeavingLetters, UnderlyingNeeds], exports: [CasesService, CasesQueries, CloseQuestions, LeavingLetters, UnderlyingNeeds] })
export class CasesModule {}
