export { Huddle } from './huddle.entity';
export { HUDDLE_OUTCOMES, HuddleLine, type HuddleOutcome } from './huddle-line.entity';
export { BeginHuddle, EndHuddle, PutOnList, RecordOutcome } from './huddles.commands';
export { HuddlesModule } from './huddles.module';
export { HuddlesQueries, type Colleague, type Listed, type PutDown, type SeenHuddle } from './huddles.queries';
export { Huddles } from './huddles.service';
export { MakingReviews } from './making-reviews';
export { stillPut } from './put-down';
