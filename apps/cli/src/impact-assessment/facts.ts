import type { Client } from 'pg';
import type { CountsFrom, RecordType } from '@app/information-rights';

export interface Partner {
  readonly name: string;
  readonly sector: string;
  readonly state: string;
  readonly accessScope: 'named' | 'team' | 'organisation';
  readonly agreementSignedOn: string | null;
  readonly agreementExpiresOn: string | null;
  /** who signs in for it now, by role, e.g. `{ practitioner: 12 }`; somebody with two roles stands in both */
  readonly roles: Readonly<Record<string, number>>;
}

export interface Kept {
  readonly table: string;
  /** so many as the database's own statistics say: no row is read to count */
  readonly about: number;
  readonly policies: number;
  /** row-level security is on, and forced on the owner too */
  readonly isForced: boolean;
}

/** How long an organisation keeps one type of record now. */
export interface KeptFor {
  readonly organisation: string;
  readonly type: RecordType;
  /** null where none is set and none is published */
  readonly years: number | null;
  readonly countsFrom: CountsFrom;
  /** the organisation set it itself */
  readonly set: boolean;
}

/** What the running system says of itself, for whoever assesses what it does to people's privacy. Nothing of a person is read. */
export interface Facts {
  readonly partners: readonly Partner[];
  /** tables with rows about persons */
  readonly kept: readonly Kept[];
  readonly keptFor: readonly KeptFor[];
  readonly seals: { readonly count: number; readonly last: string | null };
  /** database roles of ours that could pass row-level security; none is what is promised */
  readonly strongRoles: readonly string[];
  readonly readable: readonly string[];
}

/** @param owner a connection of the owner role with the rights of the keeper */
export async function readFacts(owner: Client): Promise<Facts> {
  const all = async <R extends object>(sql: string): Promise<R[]> => (await owner.query<R>(sql)).rows;
  const [seals] = await all<{ count: number; last: string | null }>(`select count(*)::integer as count, to_char(max(at) at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as last from onestory.audit_seal`);
  const strong = await all<{ name: string }>(`select rolname as name from pg_roles where rolname like 'onestory%' and (rolsuper or rolbypassrls) order by 1`);
  const readable = await all<{ name: string }>(`
    select p.proname as name from pg_proc p where p.pronamespace = 'onestory'::regnamespace and p.prosecdef and has_function_privilege('onestory_app', p.oid, 'execute') and p.prorettype <> 'trigger'::regtype order by 1`);
  return {
    partners: await all<Partner>(`
      select o.name, o.sector, o.state, o.access_scope as "accessScope", o.agreement_signed_on::text as "agreementSignedOn", o.agreement_expires_on::text as "agreementExpiresOn",
             coalesce((select jsonb_object_agg(role, n) from (select role, count(*) as n from onestory.membership m, unnest(m.roles) role where m.organisation_id = o.id and m.ends > now() group by role) x), '{}') as roles
        from onestory.organisation o where o.state in ('active', 'suspended') order by o.name`),
    kept: await all<Kept>(`
      select c.relname as "table", greatest(c.reltuples, 0)::integer as about, c.relrowsecurity and c.relforcerowsecurity as "isForced",
             (select count(*)::integer from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c where c.relnamespace = 'onestory'::regnamespace and c.relkind in ('r', 'p')
         and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped) order by c.relname`),
    keptFor: await all<KeptFor>(`
      select o.name as organisation, l.record_type as type, l.years, l.counts_from as "countsFrom", l.step > 0 as "set" from onestory.organisation o cross join lateral onestory.retention_live(o.id) l
       where o.state in ('active', 'suspended') order by o.name, o.id, l.record_type`),
    seals: seals ?? { count: 0, last: null },
    strongRoles: strong.map(({ name }) => name),
    readable: readable.map(({ name }) => name),
  };
}
