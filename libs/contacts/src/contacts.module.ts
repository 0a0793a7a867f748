import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { CareTeamsModule } from '@app/care-teams';
import { CasesModule } from '@app/cases';
import { PersonsModule } from '@app/persons';
import { SharingModule } from '@app/sharing';
import { BroughtContacts } from './brought.service';
import { ContactsQueries } from './contacts.queries';
import { LeavingLetterOnTheTimeline } from './leaving-letter';
import { AlertsBeforeClosing } from './alerts-before-closing';
import { contactsPolicy } from './contacts.policy';
import { ContactsService } from './contacts.service';

policies.state(contactsPolicy);

@Module({
  imports: [CareTeamsModule, CasesModule, PersonsModule, SharingModule],
  providers: [ContactsService, ContactsQueries, BroughtContacts, AlertsBeforeClosing, LeavingLetterOnTheTimeline],
  exports: [ContactsService, ContactsQueries, BroughtContacts],
})
export class ContactsModule {}
