import { Module } from '@nestjs/common';
import { Callers } from './callers.service';
import { SignInsQueries } from './sign-ins.queries';

/** Who somebody is now: stands apart from the rest of identity, for programs that sign nobody in. */
@Module({ providers: [SignInsQueries, Callers], exports: [SignInsQueries, Callers] })
export class CallersModule {}
