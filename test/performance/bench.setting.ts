import type { Client } from 'pg';
import type { Ask, Told } from './bench.server';
import type { LargePlace } from './large-place';

/** The place, a server on it, and a connection that sends the same statements without a server. */
export interface Bench {
  readonly place: LargePlace;
  readonly port: number;
  readonly bare: Client;
  ask(what: Ask): Promise<Told>;
}
