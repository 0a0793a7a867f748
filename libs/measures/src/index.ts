export { CHANGES_OF_CASES, FlowQueries, type CaseChange, type ChangeOfCases, type Week } from './flow.queries';
export { MeasuresModule } from './measures.module';
export { Panels } from './panels';
export { TakenAway } from './taken-away';
export { WaitingQueries, type Waiting } from './waiting.queries';
