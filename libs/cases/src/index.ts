export { Case, COMPLEXITIES, WEIGHTS, type CaseState, type Complexity } from './case.entity';
export { OpenCase } from './cases.commands';
export { CasesModule } from './cases.module';
export { casesPolicy } from './cases.policy';
export { CasesQueries, type IntegratedTeamChoice } from './cases.queries';
export { CasesService, type CaseDetails } from './cases.service';
export { CLOSE_REASONS, CloseQuestion, CloseQuestions, REFUSALS, type CloseReason } from './close-questions';
export { NEED_ENDINGS, UnderlyingNeed, UnderlyingNeeds, type NeedEnding, type SettledNeed, type UnmetNeed } from './underlying-needs';
export { LeavingLetter, LeavingLetters, TOLD_HOW, type ToldHow } from './leaving-letters';
