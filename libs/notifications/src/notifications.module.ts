import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CallersModule } from '@app/identity';
import { Digests } from './digests.service';
import { Live } from './live.service';
import { Mail, NoMail, SmtpMail, type MailSettings } from './mail';
import { Messages } from './messages.service';
import { Notices } from './notices.service';
import { NoticesQueries } from './notices.queries';

/** How letters go out: by SMTP, or not at all. */
@Global()
@Module({})
export class MailModule {
  static with(settings: MailSettings | undefined): DynamicModule {
    return { module: MailModule, providers: [{ provide: Mail, useFactory: () => (settings ? new SmtpMail(settings) : new NoMail()) }], exports: [Mail] };
  }
}

/** Needs the `MailModule` beside it. */
@Module({ imports: [CallersModule], providers: [Notices, NoticesQueries, Live, Digests, Messages], exports: [Notices, Live, Digests, Messages] })
export class NotificationsModule {}
