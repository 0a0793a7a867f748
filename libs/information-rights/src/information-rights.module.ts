import { Module } from '@nestjs/common';
import { Complaints } from './complaints.service';
import { LegalHolds } from './legal-holds.service';
import { OwnCopies } from './own-copies.service';
import { Passages } from './passages.service';
import { Retention } from './retention.service';
import { SubjectAccess } from './subject-access.service';
import { WaitingRights } from './waiting.service';

@Module({ providers: [SubjectAccess, OwnCopies, WaitingRights, Complaints, Retention, LegalHolds, Passages], exports: [SubjectAccess, OwnCopies, WaitingRights, Complaints, Retention, LegalHolds, Passages] })
export class InformationRightsModule {}
