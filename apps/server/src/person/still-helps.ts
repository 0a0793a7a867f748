import { Forbidden } from '@app/kernel';
import type { Identity } from '@app/overviews';

/** For a form that whoever winds down could only fill in to be refused. @throws Forbidden */
export function stillHelps(identity: Identity): Identity {
  if (identity.windDownUntil) throw new Forbidden('action.forbidden', 'Your help has ended. You can still write a closing note, and nothing else');
  return identity;
}
