import type { Client } from 'pg';

/** What stands in the database, section by section, each line a fact that somebody can read in a review. */
const SECTIONS: Record<string, string> = {
  'Roles': `
    select rolname || ':' || case when rolcanlogin then ' signs in' else ' cannot sign in' end
      || case when rolsuper then ' SUPERUSER' else '' end || case when rolbypassrls then ' BYPASSRLS' else '' end
      || case when rolcreaterole then ' CREATEROLE' else '' end || case when rolcreatedb then ' CREATEDB' else '' end
      || coalesce((select ' acts as ' || string_agg(r.rolname, ', ' order by r.rolname) from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = a.oid), '') as line
      from pg_roles a where rolname like 'onestory%'`,
  'Tables: owner and row-level security': `
    select c.relname || ': ' || pg_get_userbyid(c.relowner)
      || case when relrowsecurity and relforcerowsecurity then ', forced' when relrowsecurity then ', NOT FORCED' else ', NO ROW-LEVEL SECURITY' end as line
      from pg_class c where c.relnamespace = 'onestory'::regnamespace and c.relkind in ('r', 'p')`,
  'Columns': `
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || coalesce(' collate ' || (select collname from pg_collation where oid = a.attcollation and collname <> 'default'), '')
      || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'onestory'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped`,
  'Constraints': `
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line
      from pg_constraint where connamespace = 'onestory'::regnamespace and contype <> 'n'`,
  'Indexes': `select indexdef as line from pg_indexes where schemaname = 'onestory'`,
  'Policies': `
    select tablename || ' ' || policyname || ': ' || permissive || ' ' || cmd || ' to ' || array_to_string(roles, ', ')
      || coalesce(E'\\n  using ' || qual, '') || coalesce(E'\\n  with check ' || with_check, '') as line
      from pg_policies where schemaname = 'onestory'`,
  'Triggers': `
    select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'onestory'::regnamespace and not t.tgisinternal`,
  'Views': `
    select c.relname || coalesce(' with ' || array_to_string(c.reloptions, ', '), '') || E'\\n' || pg_get_viewdef(c.oid) as line
      from pg_class c where c.relnamespace = 'onestory'::regnamespace and c.relkind in ('v', 'm')`,
  'Functions': `
    select '-- ' || pg_get_userbyid(p.proowner) || E'\\n' || pg_get_functiondef(p.oid) as line
      from pg_proc p where p.pronamespace = 'onestory'::regnamespace`,
  'What the server may do with the queues': `
    select 'schema ' || nspname || ': ' || string_agg(lower(g.privilege_type), ', ') as line from pg_namespace, aclexplode(nspacl) g
     where nspname = 'onestory_jobs' and g.grantee in (0, 'onestory_app'::regrole) group by nspname
    union all select 'table ' || c.relname || ': ' || string_agg(lower(g.privilege_type), ', ') from pg_class c, aclexplode(c.relacl) g
     where c.relnamespace = 'onestory_jobs'::regnamespace and g.grantee in (0, 'onestory_app'::regrole) group by c.relname
    union all select 'column ' || c.relname || '.' || a.attname || ': ' || string_agg(lower(g.privilege_type), ', ') from pg_attribute a join pg_class c on c.oid = a.attrelid, aclexplode(a.attacl) g
     where c.relnamespace = 'onestory_jobs'::regnamespace and g.grantee in (0, 'onestory_app'::regrole) group by c.relname, a.attname`,
  'Grants': `
    with kept as (
      select 'schema ' || nspname as what, nspacl as acl from pg_namespace where nspname = 'onestory'
      union all select 'table ' || relname, relacl from pg_class where relnamespace = 'onestory'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
      union all select 'column ' || c.relname || '.' || a.attname, a.attacl from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'onestory'::regnamespace and a.attacl is not null
      union all select 'function ' || oid::regprocedure, coalesce(proacl, acldefault('f', proowner)) from pg_proc where pronamespace = 'onestory'::regnamespace
      union all select 'default for ' || pg_get_userbyid(defaclrole) || ' ' || defaclobjtype::text, defaclacl from pg_default_acl)
    select what || ': ' || case g.grantee when 0 then 'EVERYBODY' else pg_get_userbyid(g.grantee) end || ' '
        || string_agg(lower(g.privilege_type) || case when g.is_grantable then ' AND MAY GRANT IT' else '' end, ', ' order by g.privilege_type) as line
      from kept, aclexplode(acl) g where g.grantee <> g.grantor group by what, g.grantee`,
};

/** The whole schema as text in an order that does not depend on how it came about. */
export async function catalogue(database: Client): Promise<string> {
  const parts: string[] = [];
  await database.query('set search_path to pg_catalog');
  for (const [title, sql] of Object.entries(SECTIONS)) {
    const { rows } = await database.query<{ line: string }>(sql);
    const lines = rows.map(({ line }) => line.trimEnd()).sort();
    parts.push(`## ${title}`, ...lines, '');
  }
  return parts.join('\n');
}
