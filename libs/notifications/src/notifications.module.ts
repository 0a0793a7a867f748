import { Module } from '@nestjs/common';
import { IdentityModule } from '@app/identity';
import { Digests } from './digests.service';
import { Live } from './live.service';
import { Messages } from './messages.service';
import { Notices } from './notices.service';
import { NoticesQueries } from './notices.queries';

/** Needs a `Mail` from whoever knows how letters go out. */
@Module({ imports: [IdentityModule], providers: [Notices, NoticesQueries, Live, Digests, Messages], exports: [Notices, Live, Digests, Messages] })
export class NotificationsModule {}
