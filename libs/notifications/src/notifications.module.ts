import { Module } from '@nestjs/common';
import { IdentityModule } from '@app/identity';
import { Notices } from './notices.service';
import { NoticesQueries } from './notices.queries';

@Module({ imports: [IdentityModule], providers: [Notices, NoticesQueries], exports: [Notices] })
export class NotificationsModule {}
