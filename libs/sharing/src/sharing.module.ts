import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { PersonsModule } from '@app/persons';
import { ConversationsQueries } from './conversations.queries';
import { SharingConversations } from './conversations.service';
import { sharingPolicy } from './sharing.policy';
import { SharingQueries } from './sharing.queries';
import { SharingService } from './sharing.service';

policies.state(sharingPolicy);

@Module({ imports: [PersonsModule], providers: [SharingService, SharingQueries, SharingConversations, ConversationsQueries], exports: [SharingService, SharingQueries, SharingConversations] })
export class SharingModule {}
