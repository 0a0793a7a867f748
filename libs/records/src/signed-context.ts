import { createHmac } from 'node:crypto';
import type { Actor } from '@app/kernel';

const LIFE_SECONDS = 300;

/**
 * The caller as the database reads it: expiry, user, organisation, membership, teams, roles, person, whether only what
 * names the caller lets them in, and an HMAC over them. Without the key nobody can say that they are somebody else, even with SQL of their own (docs/adr/0002).
 * @param personId of a job's context only: the one person whom it is about
 */
export function signContext(key: Buffer, actor: Actor, now: Date = new Date(), personId = ''): string {
  const expires = Math.floor(now.getTime() / 1000) + LIFE_SECONDS;
  const body = [expires, actor.userId, actor.organisationId ?? '', actor.membershipId ?? '', actor.teamIds.join(','), actor.roles.join(','), personId, actor.onlyByName ? 'by_name' : ''].join('|');
  return `${body}|${createHmac('sha256', key).update(body).digest('hex')}`;
}
