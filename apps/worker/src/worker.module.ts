import { Module, type DynamicModule } from '@nestjs/common';
import { CarePlansModule } from '@app/care-plans';
import { CareTeamsModule } from '@app/care-teams';
import { CasesModule } from '@app/cases';
import { ContactsModule } from '@app/contacts';
import { CorrectionsModule } from '@app/corrections';
import { HuddlesModule } from '@app/huddles';
import { KeyWorkersModule } from '@app/key-workers';
import { MailModule, NotificationsModule, type MailSettings } from '@app/notifications';
import { PersonsModule } from '@app/persons';
import { RecordsModule, type RecordsSettings } from '@app/records';
import { ReferralsModule } from '@app/referrals';
import { ReviewCalendarModule } from '@app/reviews';
import { SharingModule } from '@app/sharing';
import { entities } from '../../../migrations/schema';

/** Whatever news can be about, because each of its readers is asked for by the policy of its module. */
const modules = [PersonsModule, SharingModule, CasesModule, CareTeamsModule, CarePlansModule, KeyWorkersModule, ContactsModule, CorrectionsModule, ReferralsModule, ReviewCalendarModule, HuddlesModule];

/** The modules without their faces. */
@Module({})
export class WorkerModule {
  static with({ mail, ...records }: Omit<RecordsSettings, 'entities'> & { mail: MailSettings | undefined }): DynamicModule {
    return { module: WorkerModule, imports: [RecordsModule.forRoot({ ...records, entities }), MailModule.with(mail), NotificationsModule, ...modules] };
  }
}
