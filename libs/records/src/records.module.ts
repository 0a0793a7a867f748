import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type MixedList } from 'typeorm';
import { policies } from '@app/access';
import { SnakeCase } from './naming';
import { PreparedClient } from './prepared-client';
import { Records } from './records';
import { recordsPolicy } from './records.policy';
import { Refusals } from './refusals';
import { CONTEXT_KEY, Transactions } from './transactions';

policies.state(recordsPolicy);

export interface RecordsSettings {
  /** the application role's connection string */
  readonly appUrl: string;
  /** 32 bytes, the same as in the table context_key */
  readonly contextKey: Buffer;
  readonly entities: MixedList<abstract new () => object>;
  readonly poolSize?: number;
  /** how long a request waits for a connection before it is told that the service is busy, in milliseconds */
  readonly waitMs?: number;
}

let made = 0;

@Global()
@Module({})
export class RecordsModule {
  static forRoot(settings: RecordsSettings): DynamicModule {
    // A process may hold several of them, one after the other or the worker's beside the server's: each by a name of its own.
    const name = `records ${++made}`;
    return {
      module: RecordsModule,
      imports: [
        TypeOrmModule.forRoot({
          name,
          type: 'postgres',
          url: settings.appUrl,
          schema: 'onestory',
          entities: settings.entities as never,
          namingStrategy: new SnakeCase(),
          synchronize: false,
          installExtensions: false,
          retryAttempts: 0,
          poolSize: settings.poolSize ?? 10,
          extra: { Client: PreparedClient, connectionTimeoutMillis: settings.waitMs ?? 3000, idleTimeoutMillis: 30_000 },
        }),
      ],
      providers: [Transactions, Records, Refusals, { provide: CONTEXT_KEY, useValue: settings.contextKey }, { provide: DataSource, useExisting: getDataSourceToken(name) }],
      exports: [Transactions, Records, Refusals, TypeOrmModule],
    };
  }
}
