export { COMPLAINT_OUTCOMES, type Complaint, type ComplaintOrganisation, type ComplaintOutcome, type ComplaintState, type MyComplaint } from './complaint';
export { AnswerComplaint, MakeComplaint, RecordComplaint } from './complaint.commands';
export { Complaints } from './complaints.service';
export { InformationRightsModule } from './information-rights.module';
export { LegalHolds } from './legal-holds.service';
export { OwnCopies } from './own-copies.service';
export {
  HOLD_KINDS, RECORD_TYPES, RETENTION_DECISIONS, STANDS, type CountsFrom, type EndedRecord, type HoldKind, type LegalHold, type PeriodStep, type RecordType, type RetentionDecision, type RetentionPeriod, type Stands,
} from './retention';
export { ApproveDisposal, DecideRetention, LiftLegalHold, PlaceLegalHold, ReviewLegalHold, SetRetentionPeriod, StopDisposal } from './retention.commands';
export { Passages } from './passages.service';
export { Retention } from './retention.service';
export { PAUSES, WITHHELD, type AccessPack, type AccessPart, type AccessStatus, type AskedOfUs, type Body, type HeldThing, type MyCopy, type Passage, type Pause, type Withheld } from './subject-access';
export { AskForCopy, DecideItems, ExtendClock, HideWords, PauseClock, RecordAccessRequest, ReleasePart, ShowWords } from './subject-access.commands';
export { sentencesOf } from './sentences';
export { seenOf, SubjectAccess } from './subject-access.service';
export { WAITING, WaitingRights, type WaitingRight } from './waiting.service';
