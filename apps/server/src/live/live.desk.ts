import { Injectable, type MessageEvent } from '@nestjs/common';
import type { Request } from 'express';
import { Observable, of } from 'rxjs';
import { Live } from '@app/notifications';
import { Sessions } from '../http/sessions';

const PING_MS = 25_000;
/** After that a browser comes again and is asked anew who it is. */
const LIFE_MS = 5 * 60_000;

/** Makes a stream of a request. */
@Injectable()
export class LiveDesk {
  constructor(
    private readonly live: Live,
    private readonly sessions: Sessions,
  ) {}

  /** Where nothing would be heard it says so and ends: an error would stand in everybody's console. */
  stream(req: Request): Observable<MessageEvent> {
    const { caller, sessionID: sessionId } = req;
    if (!this.live.isListening || !caller) return of({ type: 'deaf', data: '' });
    const { userId, membershipId } = caller.actor;
    return new Observable<MessageEvent>((reader) => {
      const ping = (): void => reader.next({ type: 'ping', data: new Date().toISOString() });
      const leave = this.live.watch({
        sessionId, userId, membershipId: membershipId ?? undefined,
        isSignedIn: () => this.sessions.isSignedIn(sessionId, userId),
        send: (changed) => reader.next({ type: 'changed', data: changed }),
        close: () => reader.complete(),
      });
      const pings = setInterval(ping, PING_MS);
      const life = setTimeout(() => reader.complete(), LIFE_MS);
      ping();
      return () => {
        clearInterval(pings);
        clearTimeout(life);
        leave();
      };
    });
  }
}
