import 'reflect-metadata';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CareTeamsModule, CareTeamsService } from '@app/care-teams';
import { CasesModule, CasesQueries, CasesService } from '@app/cases';
import { ContactsModule, ContactsService } from '@app/contacts';
import { newId, runInContext, type Actor } from '@app/kernel';
import { KeyWorkersModule, KeyWorkersService } from '@app/key-workers';
import { PersonsModule, PersonsService } from '@app/persons';
import { RecordsModule, Transactions } from '@app/records';
import { SharingModule, SharingService } from '@app/sharing';
import { entities } from '../../../../../migrations/schema';

@Module({})
class DemonstrationModule {
  static with(settings: { appUrl: string; contextKey: Buffer; poolSize: number }): DynamicModule {
    return {
      module: DemonstrationModule,
      imports: [RecordsModule.forRoot({ ...settings, entities }), PersonsModule, SharingModule, CasesModule, CareTeamsModule, KeyWorkersModule, ContactsModule],
    };
  }
}

/** What staff can do to a record: the same verbs that the pages and the API call. */
export class Verbs {
  readonly persons = this.app.get(PersonsService, { strict: false });
  readonly sharing = this.app.get(SharingService, { strict: false });
  readonly cases = this.app.get(CasesService, { strict: false });
  readonly openCases = this.app.get(CasesQueries, { strict: false });
  readonly careTeams = this.app.get(CareTeamsService, { strict: false });
  readonly keyWorkers = this.app.get(KeyWorkersService, { strict: false });
  readonly contacts = this.app.get(ContactsService, { strict: false });
  private readonly transactions = this.app.get(Transactions, { strict: false });

  private constructor(private readonly app: INestApplicationContext) {}

  static async over(settings: { appUrl: string; contextKey: Buffer; poolSize: number }): Promise<Verbs> {
    return new Verbs(await NestFactory.createApplicationContext(DemonstrationModule.with(settings), { logger: ['error', 'warn', 'fatal'], abortOnError: false }));
  }

  /** One transaction in somebody's name. */
  as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return runInContext({ requestId: newId(), actor, purpose: 'direct-care', source: 'system' }, () => this.transactions.run(work));
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
