export { Live, type Changed } from './live.service';
export { NotificationsModule } from './notifications.module';
export { MOST_UNREAD, type Notice } from './notices.queries';
export { Notices } from './notices.service';
