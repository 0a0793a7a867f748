import { Module } from '@nestjs/common';
import { Complaints } from './complaints.service';
import { LegalHolds } from './legal-holds.service';
import { OwnCopies } from './own-copies.service';
import { Retention } from './retention.service';
import { SubjectAccess } from './subject-access.service';
import { WaitingRights } from './waiting.service';

@Module({ providers: [SubjectAccess, OwnCopies, WaitingRights, Complaints, Retention, LegalHolds], exports: [SubjectAccess, OwnCopies, WaitingRights, Complaints, Retention, LegalHolds] })
export class InformationRightsModule {}
