import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { correctionsPolicy } from './corrections.policy';
import { CorrectionsQueries } from './corrections.queries';
import { Corrections } from './corrections.service';

policies.state(correctionsPolicy);

@Module({ providers: [Corrections, CorrectionsQueries], exports: [Corrections] })
export class CorrectionsModule {}
