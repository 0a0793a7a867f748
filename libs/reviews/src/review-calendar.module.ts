import { Module } from '@nestjs/common';
import { CallersModule } from '@app/identity';
import { NotificationsModule } from '@app/notifications';
import { PersonsModule } from '@app/persons';
import { CalendarQueries } from './calendar.queries';
import { ReviewCalendar } from './review-calendar.service';
import { ReviewsModule } from './reviews.module';

/** Needs the `MailModule` beside it. */
@Module({ imports: [CallersModule, NotificationsModule, PersonsModule, ReviewsModule], providers: [CalendarQueries, ReviewCalendar], exports: [ReviewCalendar] })
export class ReviewCalendarModule {}
