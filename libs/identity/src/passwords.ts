import { hash, verify } from '@node-rs/argon2';
import { Invalid } from '@app/kernel';

// OWASP password storage: Argon2id with 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 10;

/** An Argon2id hash in PHC format. Takes some 30 ms of a processor: never inside a transaction. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

let nobodys: Promise<string> | undefined;

/** Compares with a hash that fits nobody when there is none, so that the answer takes as long for an address without an account. */
export async function passwordFits(password: string, kept: string | null): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const fits = await verify(kept ?? (await nobodys), password.normalize('NFC'));
  return fits && kept !== null;
}

/** Throws Invalid `password.short` or `password.address`. Length is what helps; no rule about kinds of characters (NCSC). */
export function checkPassword(password: string, email: string): void {
  if ([...password].length < SHORTEST) throw Invalid.field('/password', 'password.short', `The password must be ${SHORTEST} characters or more: three words are easy to remember`);
  if (password.toLowerCase() === email.toLowerCase()) throw Invalid.field('/password', 'password.address', 'The password must not be your e-mail address');
}
