import { Injectable } from '@nestjs/common';
import { Callers } from '@app/identity';
import { currentContext, newId, runInContext, systemContext, type Actor } from '@app/kernel';
import { Mail, Messages } from '@app/notifications';
import type { CalendarLetter, Job } from '@app/records';
import { CalendarQueries, type Dated } from './calendar.queries';
import { icalendar, type CalendarEvent, type Sent } from './icalendar';

const NO_NAMES = 'This message carries no names on purpose. Please do not reply to it.';
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' });

/** A review in the calendars of those who are asked: each has an entry of their own, in which nobody stands. */
@Injectable()
export class ReviewCalendar {
  constructor(
    private readonly queries: CalendarQueries,
    private readonly callers: Callers,
    private readonly messages: Messages,
    private readonly mail: Mail,
  ) {}

  /**
   * Writes to one of those who are asked how the review stands now, as far as they may read it now. Nothing goes out about somebody whose death was reported, nor to the
   * person where it is not safe (domain.md I22, I24). Sent again, it is the same entry.
   */
  async send({ id, data }: Job<CalendarLetter>): Promise<void> {
    const { userId, membershipId, personId } = data;
    const caller = this.mail.isThere ? await this.callers.callerFor(userId, { membershipId, personId }) : null;
    if (!caller) return;
    const safe = await runInContext(systemContext(newId(), personId), () => this.messages.safeToSend(personId));
    if (safe === 'died' || (safe !== 'ok' && caller.actor.organisationId === null)) return;
    const dated = await as(caller.actor, () => this.queries.letter(data, new Date()));
    if (!dated) return;
    const method = dated.cancelled ? 'CANCEL' : 'REQUEST';
    const content = icalendar(this.event(dated, caller.actor, new Date()), { method, from: this.mail.sender, to: caller.email } satisfies Sent);
    await this.mail.send({ to: caller.email, id, subject: SUBJECTS[method], text: this.words(dated, caller.actor), calendar: { method, content } });
  }

  /** For the caller's own calendar, which they put it into themselves. Audited. @throws NotFound */
  async file(personId: string, id: string): Promise<string> {
    const dated = await this.queries.entry(personId, id);
    return icalendar(this.event(dated, currentContext().actor, dated.review.movedAt));
  }

  private event(dated: Dated, actor: Actor, stamp: Date): CalendarEvent {
    const { review: { id, minutes }, startsAt, sequence, cancelled } = dated;
    return { uid: `${id}@onestory`, sequence, stamp, startsAt, minutes, cancelled, summary: 'OneStory review', description: this.about(dated, actor).join('\n'), link: this.link(actor) };
  }

  private words(dated: Dated, actor: Actor): string {
    const { startsAt, review: { minutes }, cancelled, sequence } = dated;
    const when = `${day.format(startsAt)}, ${minutes} minutes`;
    return [cancelled ? `The review of ${when} is no longer in your calendar: it is called off, put off, or goes on without you.` : `You are asked to a review: ${when}.${sequence > 0 ? ' If you had another day for it, this one holds now.' : ''}`, ...this.about(dated, actor), NO_NAMES].join('\n\n');
  }

  private about({ reference }: Dated, actor: Actor): string[] {
    const link = this.link(actor);
    return [...(reference ? [`Your own reference: ${reference}`] : []), ...(link ? [`Sign in to read more: ${link}`] : [])];
  }

  /** A page that names nobody in its address. */
  private link({ organisationId }: Actor): string | null {
    return this.mail.isThere ? `${this.mail.address}/${organisationId === null ? 'me' : 'reviews'}` : null;
  }
}

const SUBJECTS = { REQUEST: 'OneStory review', CANCEL: 'OneStory review: not any more' } as const;
const as = <T>(actor: Actor, work: () => Promise<T>): Promise<T> => runInContext({ requestId: newId(), actor, purpose: 'system', source: 'system' }, work);
