import 'reflect-metadata';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ActionsService, CarePlansModule, CarePlansQueries, DoersQueries, DraftsService, ImportedPlans, PublicationService, SuggestionsService } from '@app/care-plans';
import { CareTeamsModule, CareTeamsService, ProposedMembers } from '@app/care-teams';
import { CasesModule, CasesQueries, CasesService } from '@app/cases';
import { BroughtContacts, ContactsModule, ContactsService } from '@app/contacts';
import { DirectoryFeed, DirectoryModule, DirectoryService } from '@app/directory';
import { Huddles, HuddlesModule, HuddlesQueries } from '@app/huddles';
import { InformationRightsModule, SubjectAccess } from '@app/information-rights';
import { Fault, newId, runInContext, type Actor, type RequestContext } from '@app/kernel';
import { AllocationService, CoverService, KeyWorkersModule, KeyWorkersService } from '@app/key-workers';
import { Organisations, OrganisationsModule } from '@app/organisations';
import { AboutMeEntries, PersonsModule, PersonsQueries, PersonsService } from '@app/persons';
import { ReceivingService, ReferralsModule, ReferralsService, SendingService, Summaries } from '@app/referrals';
import { RecordsModule, Refusals, Transactions } from '@app/records';
import { Contributions, Invitations, ReviewsModule, ReviewsService } from '@app/reviews';
import { Restrictions, SharingConversations, SharingModule, SharingService } from '@app/sharing';
import { entities } from '../../../migrations/schema';

@Module({})
class CommandsModule {
  static with(settings: VerbsSettings): DynamicModule {
    return {
      module: CommandsModule,
      imports: [
        RecordsModule.forRoot({ ...settings, entities }), OrganisationsModule, PersonsModule, SharingModule, CasesModule, CareTeamsModule, CarePlansModule, KeyWorkersModule, ContactsModule, DirectoryModule, ReferralsModule,
        InformationRightsModule, ReviewsModule, HuddlesModule,
      ],
    };
  }
}

export interface VerbsSettings {
  readonly appUrl: string;
  readonly contextKey: Buffer;
  readonly poolSize: number;
}

/** What staff can do to a record: the same verbs that the pages and the API call, without a server. */
export class Verbs {
  readonly organisations = this.app.get(Organisations, { strict: false });
  readonly persons = this.app.get(PersonsService, { strict: false });
  readonly aboutMe = this.app.get(AboutMeEntries, { strict: false });
  readonly knownPersons = this.app.get(PersonsQueries, { strict: false });
  readonly sharing = this.app.get(SharingService, { strict: false });
  readonly conversations = this.app.get(SharingConversations, { strict: false });
  readonly restrictions = this.app.get(Restrictions, { strict: false });
  readonly cases = this.app.get(CasesService, { strict: false });
  readonly openCases = this.app.get(CasesQueries, { strict: false });
  readonly careTeams = this.app.get(CareTeamsService, { strict: false });
  readonly proposed = this.app.get(ProposedMembers, { strict: false });
  readonly importedPlans = this.app.get(ImportedPlans, { strict: false });
  readonly plans = this.app.get(CarePlansQueries, { strict: false });
  readonly doers = this.app.get(DoersQueries, { strict: false });
  readonly drafts = this.app.get(DraftsService, { strict: false });
  readonly publication = this.app.get(PublicationService, { strict: false });
  readonly actions = this.app.get(ActionsService, { strict: false });
  readonly suggestions = this.app.get(SuggestionsService, { strict: false });
  readonly keyWorkers = this.app.get(KeyWorkersService, { strict: false });
  readonly allocation = this.app.get(AllocationService, { strict: false });
  readonly cover = this.app.get(CoverService, { strict: false });
  readonly contacts = this.app.get(ContactsService, { strict: false });
  readonly brought = this.app.get(BroughtContacts, { strict: false });
  readonly directory = this.app.get(DirectoryService, { strict: false });
  readonly feed = this.app.get(DirectoryFeed, { strict: false });
  readonly referrals = this.app.get(ReferralsService, { strict: false });
  readonly sending = this.app.get(SendingService, { strict: false });
  readonly receiving = this.app.get(ReceivingService, { strict: false });
  readonly summaries = this.app.get(Summaries, { strict: false });
  readonly subjectAccess = this.app.get(SubjectAccess, { strict: false });
  readonly reviews = this.app.get(ReviewsService, { strict: false });
  readonly invitations = this.app.get(Invitations, { strict: false });
  readonly contributions = this.app.get(Contributions, { strict: false });
  readonly huddles = this.app.get(Huddles, { strict: false });
  readonly huddleLists = this.app.get(HuddlesQueries, { strict: false });
  private readonly transactions = this.app.get(Transactions, { strict: false });
  private readonly refusals = this.app.get(Refusals, { strict: false });

  private constructor(
    private readonly app: INestApplicationContext,
    private readonly why: Pick<RequestContext, 'purpose' | 'source'>,
  ) {}

  /** @param why is written on everything that is done with them */
  static async over(settings: VerbsSettings, why: Pick<RequestContext, 'purpose' | 'source'>): Promise<Verbs> {
    return new Verbs(await NestFactory.createApplicationContext(CommandsModule.with(settings), { logger: ['error', 'warn', 'fatal'], abortOnError: false }), why);
  }

  /** One transaction in somebody's name. What is refused is audited, as on a page. */
  as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return runInContext({ requestId: newId(), actor, ...this.why }, async () => {
      try {
        return await this.transactions.run(work);
      } catch (error) {
        if (error instanceof Fault && error.refusal) await this.refusals.write(error.refusal);
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
