export { Digests, digestWords } from './digests.service';
export { Live, type Changed } from './live.service';
export { Mail, mailSettingsFrom, NoMail, SmtpMail, type Letter, type MailSettings } from './mail';
export { Messages } from './messages.service';
export { MailModule, NotificationsModule } from './notifications.module';
export { MOST_UNREAD, type Notice } from './notices.queries';
export { Notices } from './notices.service';
