export { Digests, digestWords } from './digests.service';
export { Live, type Changed } from './live.service';
export { Mail, NoMail, SmtpMail, type Letter, type MailSettings } from './mail';
export { Messages } from './messages.service';
export { NotificationsModule } from './notifications.module';
export { MOST_UNREAD, type Notice } from './notices.queries';
export { Notices } from './notices.service';
