import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { IdentityModule, LinkBearer } from '@app/identity';
import { Mail, MailModule, NotificationsModule } from '@app/notifications';
import { Admissions } from './admissions';
import { Answers } from './answers.interceptor';
import { AuditWatch } from './audit-watch';
import { Batches } from './batches';
import { CommandsPipe } from './commands.pipe';
import { Cursors } from './cursors';
import { Description } from './description';
import { Errors } from './errors.filter';
import { Guard } from './guard';
import { Idempotency } from './idempotency';
import { KeptForms } from './kept-forms';
import { LogLinkBearer, MailLinkBearer } from './link-bearer';
import { LOG, makeLog, type Log } from './log';
import { Readiness } from './readiness';
import { Sessions } from './sessions';
import { SETTINGS, type Settings } from './settings';
import { TypedForms } from './typed-forms';

/** What makes modules a web server: who may come, what is read, what is answered. */
@Global()
@Module({})
export class HttpModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: HttpModule,
      imports: [DiscoveryModule, IdentityModule, NotificationsModule, MailModule.with(settings.mail)],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: LOG, useFactory: () => makeLog(settings) },
        { provide: KeptForms, useFactory: () => new KeptForms(settings) },
        { provide: Sessions, useFactory: (log: Log) => new Sessions(settings, log), inject: [LOG] },
        { provide: LinkBearer, useFactory: (mail: Mail, log: Log) => (mail.isThere ? new MailLinkBearer(mail, log) : new LogLinkBearer(log)), inject: [Mail, LOG] },
        { provide: APP_GUARD, useClass: Guard },
        { provide: APP_INTERCEPTOR, useClass: Answers },
        { provide: APP_PIPE, useClass: CommandsPipe },
        { provide: APP_FILTER, useClass: Errors },
        Admissions,
        AuditWatch,
        Batches,
        Cursors,
        Idempotency,
        Readiness,
        Description,
        TypedForms,
      ],
      exports: [SETTINGS, LOG, KeptForms, Batches, Cursors, Idempotency, Sessions, Admissions, LinkBearer, Readiness, AuditWatch, Description, TypedForms],
    };
  }
}
