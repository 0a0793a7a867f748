import { Module } from '@nestjs/common';
import { IdentityModule } from '@app/identity';
import { Live } from './live.service';
import { Notices } from './notices.service';
import { NoticesQueries } from './notices.queries';

@Module({ imports: [IdentityModule], providers: [Notices, NoticesQueries, Live], exports: [Notices, Live] })
export class NotificationsModule {}
