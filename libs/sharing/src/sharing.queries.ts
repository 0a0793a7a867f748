import { Injectable } from '@nestjs/common';
import type { AccessRow } from '@app/access';
import { Transactions } from '@app/records';
import type { Authority } from './authority';

/** Somebody who stands round the person, as far as the caller may know of them. */
export interface Standing {
  organisationId: string | null;
  scopeId: string;
  basis: string;
  categories: string[];
  refused: string[];
}

/** By what an organisation of the circle may be told. */
export interface Given {
  /** of the decision, and its version */
  readonly id: string;
  readonly version: number;
  readonly organisationId: string;
  readonly authority: Authority;
  /** null while the person has not been told */
  readonly toldOn: string | null;
  /** for the organisation that wrote it and the key worker's */
  readonly note: string | null;
  readonly reviewOn: string | null;
  /** the reader's organisation may say that it rests on something else */
  readonly ours: boolean;
}

/** Somebody who read an item; without a name on their own page. */
export interface ReadBefore {
  name: string | null;
  organisation: string | null;
  at: Date;
}

/** The SQL of this module. */
@Injectable()
export class SharingQueries {
  constructor(private readonly transactions: Transactions) {}

  /** What the caller's organisation has been given about this person: nobody gives what it has not. */
  async ownCategories(personId: string): Promise<string[]> {
    const [row] = await this.transactions.query<{ categories: string[] }>('select my_categories($1) as categories', [personId]);
    return row?.categories ?? [];
  }

  /** How often it was talked about who may see what, and whether the person wants to be asked about each new helper. */
  async agreed(personId: string): Promise<{ conversations: number; asks: boolean }> {
    const [row] = await this.transactions.query<{ conversations: number; asks: boolean }>('select conversations, asks from sharing_agreed($1)', [personId]);
    return row ?? { conversations: 0, asks: false };
  }

  /** Holds off whoever else changes what follows for this person, until the end of the transaction. */
  async alone(personId: string): Promise<void> {
    await this.transactions.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [personId]);
  }

  circle(personId: string): Promise<Standing[]> {
    return this.transactions.query<Standing>(
      'select organisation_id as "organisationId", scope_id as "scopeId", basis, categories, refused from circle_access($1)',
      [personId],
    );
  }

  /** What each permit rests on that holds now and of which the caller may know, the newest of each organisation. */
  grounds(personId: string): Promise<Given[]> {
    return this.transactions.query<Given>(
      `select distinct on (d.organisation_id) d.id, d.row_version as version, d.organisation_id as "organisationId", d.authority, d.told_on::text as "toldOn", d.review_on::text as "reviewOn",
              case when d.created_for = (select ctx_organisation()) or key_worker_is_ours(d.person_id) then d.authority_note end as note,
              d.organisation_id <> (select ctx_organisation()) and (d.created_for = (select ctx_organisation()) or key_worker_is_ours(d.person_id)) as ours
         from sharing_decision d where d.person_id = $1 and d.permit and d.starts <= now() and d.ends > now() order by d.organisation_id, d.starts desc, d.id`,
      [personId],
    );
  }

  /** The doors by which others come to the person, with the exclusions that the caller may know of; none for who does not work with the person. */
  knownDoors(personId: string): Promise<AccessRow[]> {
    return this.transactions.query<AccessRow>('select organisation_id as "organisationId", scope_id as "scopeId", basis, categories, refused, excluded from known_doors($1)', [personId]);
  }

  readBefore(personId: string, entity: string, id: string): Promise<ReadBefore[]> {
    return this.transactions.query<ReadBefore>('select name, organisation, at from read_before($1, $2, $3)', [personId, entity, id]);
  }

  /** Whoever sees the item sees from now on what belongs to it, and nobody else does. */
  async followAudience(personId: string, entity: string, id: string): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select follow_audience($1, $2, $3)', [personId, entity, id]);
  }

  /** For those people only it is from now on, with what belongs to it; null for nobody by name any more. */
  async sealItem(personId: string, entity: string, id: string, known: readonly string[] | null): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select seal_item($1, $2, $3, $4)', [personId, entity, id, known]);
  }

  /** The people whom a person or a family carer may open on their own page, and as what. */
  myPeople(): Promise<{ personId: string; basis: string; categories: string[] }[]> {
    return this.transactions.query(
      `select a.person_id as "personId", a.basis, a.categories from person_access a where a.basis in ('own', 'carer') and a.scope_id = (select ctx_user())
        order by a.basis desc, a.starts`,
    );
  }

  /** @param at null as of this transaction, so that what is put together in it no longer holds it */
  async end(table: 'relationship' | 'sharing_decision' | 'exclusion' | 'safe_contact', personId: string, id: string, at: Date | null): Promise<boolean> {
    this.transactions.wrote();
    const rows = await this.transactions.query<{ id: string }>(
      `with done as (update ${table} set ends = coalesce($3, now()), row_version = row_version + 1 where person_id = $1 and id = $2 and ends > coalesce($3, now()) returning id) select id from done`,
      [personId, id, at],
    );
    return rows.length > 0;
  }
}
