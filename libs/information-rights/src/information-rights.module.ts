import { Module } from '@nestjs/common';
import { OwnCopies } from './own-copies.service';
import { SubjectAccess } from './subject-access.service';
import { WaitingRights } from './waiting.service';

@Module({ providers: [SubjectAccess, OwnCopies, WaitingRights], exports: [SubjectAccess, OwnCopies, WaitingRights] })
export class InformationRightsModule {}
