import { Module, type DynamicModule } from '@nestjs/common';
import { CarePlansModule } from '@app/care-plans';
import { CareTeamsModule } from '@app/care-teams';
import { CasesModule } from '@app/cases';
import { ContactsModule } from '@app/contacts';
import { CorrectionsModule } from '@app/corrections';
import { DirectoryModule } from '@app/directory';
import { HuddlesModule } from '@app/huddles';
import { IdentityModule } from '@app/identity';
import { InformationRightsModule } from '@app/information-rights';
import { KeyWorkersModule } from '@app/key-workers';
import { MeasuresModule } from '@app/measures';
import { NotificationsModule } from '@app/notifications';
import { OrganisationsModule } from '@app/organisations';
import { OversightModule } from '@app/oversight';
import { OverviewsModule } from '@app/overviews';
import { PersonsModule } from '@app/persons';
import { RecordsModule } from '@app/records';
import { ReferralsModule } from '@app/referrals';
import { ReviewCalendarModule, ReviewsModule } from '@app/reviews';
import { SharingModule } from '@app/sharing';
import { entities } from '../../../migrations/schema';
import { AboutPages } from './about/about.pages';
import { agreementFaces } from './agreements/agreements.faces';
import { accessLogDesks, accessLogFaces } from './access-log/access-log.faces';
import { audienceDesks, audienceFaces } from './audience/audience.faces';
import { carePlanDesks, carePlanFaces } from './care-plans/care-plans.faces';
import { circleDesks, circleFaces } from './care-teams/circle.faces';
import { contactDesks, contactFaces } from './contacts/contacts.faces';
import { correctionDesks, correctionFaces } from './corrections/corrections.faces';
import { directoryDesks, directoryFaces } from './directory/directory.faces';
import { emergencyFaces } from './emergency/emergency.faces';
import { familyDesks, familyFaces } from './family/family.faces';
import { governanceDesks, governanceFaces } from './information-governance/governance.faces';
import { rightsDesks, rightsFaces } from './information-rights/rights.faces';
import { HealthApi } from './health/health.api';
import { dashboardDesks, dashboardFaces } from './dashboard/dashboard.faces';
import { DescriptionFaces } from './http/description.faces';
import { HttpModule } from './http/http.module';
import type { Settings } from './http/settings';
import { huddleDesks, huddleFaces } from './huddles/huddles.faces';
import { identityDesks, identityFaces } from './identity/identity.faces';
import { keyWorkerDesks, keyWorkerFaces } from './key-workers/key-workers.faces';
import { meDesks, meFaces } from './me/me.faces';
import { liveDesks, liveFaces } from './live/live.faces';
import { typingFaces } from './typing/typing.faces';
import { noticeFaces } from './notices/notices.faces';
import { mergingDesks, mergingFaces } from './merging/merging.faces';
import { OrganisationsApi } from './organisations/organisations.api';
import { oversightDesks, oversightFaces } from './oversight/oversight.faces';
import { personDesks, personFaces } from './person/person.faces';
import { protectionDesks, protectionFaces } from './protection/protection.faces';
import { referralDesks, referralFaces } from './referrals/referrals.faces';
import { restrictionDesks, restrictionFaces } from './restrictions/restrictions.faces';
import { retentionDesks, retentionFaces } from './retention/retention.faces';
import { reviewDesks, reviewFaces } from './reviews/reviews.faces';
import { safeContactDesks, safeContactFaces } from './safe-contact/safe-contact.faces';
import { sharingDesks, sharingFaces } from './sharing/sharing.faces';
import { whoHasWhatFaces } from './who-has-what/who-has-what.faces';
import { wouldSeeDesks, wouldSeeFaces } from './would-see/would-see.faces';

const modules = [
  OrganisationsModule, IdentityModule, PersonsModule, SharingModule, CasesModule, CareTeamsModule, CarePlansModule, ReviewsModule, HuddlesModule, ReviewCalendarModule, KeyWorkersModule, ContactsModule, CorrectionsModule, DirectoryModule, ReferralsModule, NotificationsModule, OversightModule, InformationRightsModule, OverviewsModule, MeasuresModule,
];
const faces = [...identityFaces, OrganisationsApi, ...agreementFaces, AboutPages, HealthApi, DescriptionFaces, ...personFaces, ...contactFaces, ...correctionFaces, ...circleFaces, ...familyFaces, ...sharingFaces, ...wouldSeeFaces, ...audienceFaces, ...safeContactFaces, ...protectionFaces, ...restrictionFaces, ...mergingFaces, ...emergencyFaces, ...governanceFaces, ...rightsFaces, ...retentionFaces, ...carePlanFaces, ...reviewFaces, ...huddleFaces, ...keyWorkerFaces, ...dashboardFaces, ...accessLogFaces, ...whoHasWhatFaces, ...oversightFaces, ...meFaces, ...directoryFaces, ...referralFaces, ...noticeFaces, ...liveFaces, ...typingFaces];

/** The modules and their faces, nothing else. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    const { appUrl, contextKey, poolSize, waitMs } = settings;
    return {
      module: AppModule,
      imports: [
        RecordsModule.forRoot({ appUrl, contextKey, entities, ...(poolSize === undefined ? {} : { poolSize }), ...(waitMs === undefined ? {} : { waitMs }) }),
        HttpModule.forRoot(settings),
        ...modules,
      ],
      controllers: faces,
      providers: [...identityDesks, ...personDesks, ...contactDesks, ...correctionDesks, ...circleDesks, ...familyDesks, ...sharingDesks, ...wouldSeeDesks, ...audienceDesks, ...safeContactDesks, ...protectionDesks, ...restrictionDesks, ...mergingDesks, ...governanceDesks, ...rightsDesks, ...retentionDesks, ...carePlanDesks, ...reviewDesks, ...huddleDesks, ...keyWorkerDesks, ...dashboardDesks, ...accessLogDesks, ...oversightDesks, ...meDesks, ...liveDesks, ...directoryDesks, ...referralDesks],
    };
  }
}
