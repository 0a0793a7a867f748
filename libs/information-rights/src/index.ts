export { COMPLAINT_OUTCOMES, type Complaint, type ComplaintOrganisation, type ComplaintOutcome, type ComplaintState, type MyComplaint } from './complaint';
export { AnswerComplaint, MakeComplaint, RecordComplaint } from './complaint.commands';
export { Complaints } from './complaints.service';
export { InformationRightsModule } from './information-rights.module';
export { OwnCopies } from './own-copies.service';
export { PAUSES, WITHHELD, type AccessPack, type AccessPart, type AccessStatus, type AskedOfUs, type Body, type HeldThing, type MyCopy, type Pause, type Withheld } from './subject-access';
export { AskForCopy, DecideItems, ExtendClock, PauseClock, RecordAccessRequest, ReleasePart } from './subject-access.commands';
export { seenOf, SubjectAccess } from './subject-access.service';
export { WAITING, WaitingRights, type WaitingRight } from './waiting.service';
