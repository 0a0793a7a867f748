import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { PersonsModule } from '@app/persons';
import { Audiences } from './audiences.service';
import { Authorities } from './authorities.service';
import { EmergencyQueries } from './emergency.queries';
import { EmergencyOpenings } from './emergency.service';
import { ConversationsQueries } from './conversations.queries';
import { Objections } from './objections.service';
import { OwnSharing } from './own-sharing.service';
import { SharingConversations } from './conversations.service';
import { KeptOutPeople } from './kept-out.service';
import { PeopleRound } from './people-round';
import { Protection } from './protection.service';
import { Restrictions } from './restrictions.service';
import { SafeContacts } from './safe-contacts.service';
import { sharingPolicy } from './sharing.policy';
import { SharingQueries } from './sharing.queries';
import { SharingService } from './sharing.service';

policies.state(sharingPolicy);

@Module({
  imports: [PersonsModule],
  providers: [SharingService, SharingQueries, SharingConversations, ConversationsQueries, SafeContacts, PeopleRound, Protection, KeptOutPeople, EmergencyOpenings, EmergencyQueries, OwnSharing, Audiences, Objections, Restrictions, Authorities],
  exports: [SharingService, SharingQueries, SharingConversations, SafeContacts, PeopleRound, Protection, KeptOutPeople, EmergencyOpenings, OwnSharing, Audiences, Objections, Restrictions, Authorities],
})
export class SharingModule {}
