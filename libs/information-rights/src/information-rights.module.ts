import { Module } from '@nestjs/common';
import { Complaints } from './complaints.service';
import { OwnCopies } from './own-copies.service';
import { SubjectAccess } from './subject-access.service';
import { WaitingRights } from './waiting.service';

@Module({ providers: [SubjectAccess, OwnCopies, WaitingRights, Complaints], exports: [SubjectAccess, OwnCopies, WaitingRights, Complaints] })
export class InformationRightsModule {}
