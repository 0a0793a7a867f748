/**
 * The one template of row-level security. Everything that belongs to a person is an item: it has a controller
 * (owner_organisation_id), a category, an audience, a flag for the person themselves and, where safety asks, the
 * only users who may know of it (sealed_to). Facts about who stands where are in person_access.
 */

/** Whose door a live row of person_access is: an organisation's opens only to somebody who acts for it now. */
export const OWN_DOOR = `(a.organisation_id is null or a.organisation_id = (select ctx_organisation()))`;
const CLOSING_DOOR = `a.organisation_id = (select ctx_organisation()) and a.basis <> 'records'`;
const WORKING_DOOR = `${CLOSING_DOOR} and a.basis <> 'wind_down'`;

/** A live row of person_access that belongs to the caller, who is not excluded. */
export const liveAccess = (table: string, door = OWN_DOOR): string => `
    select 1 from person_access a
     where a.person_id = ${table}.person_id
       and a.scope_id = any ((select ctx_scopes())::uuid[])
       and now() >= a.starts and now() < a.until
       and ((select ctx_user()) = any (a.excluded)) is not true
       and ${door}`;

const opensItem = (table: string): string => `
       and case a.basis
             when 'own' then ${table}.visible_to_person
             when 'carer' then ${table}.visible_to_person and ${table}.audience = 'circle' and ${table}.category = any (a.categories)
             else ${table}.owner_organisation_id = a.organisation_id
               or ${table}.audience = 'circle' and ${table}.category = any (a.categories)
               or ${table}.audience = 'named' and a.organisation_id = any (${table}.named_organisations)
                  and ${table}.category <> all (a.refused)
           end`;

/** Sealed items are for those named only, also to change. */
export const sealed = (table: string): string => `(${table}.sealed_to is null or (select ctx_user()) = any (${table}.sealed_to))`;

/** The condition under which a row of an item table may be read. */
export const itemVisible = (table: string): string =>
  `(${table}.person_id = (select ctx_person()) or exists (${liveAccess(table)}${opensItem(table)})) and ${sealed(table)}`;

/** The condition under which an organisation that helps may write: as itself, about a person whom it may open, and whom it still helps. */
export const mayWrite = (table: string): string => `exists (${liveAccess(table, WORKING_DOOR)})`;

/** The same for what is left to whoever winds down: `only` says of which rows. */
export const mayClose = (table: string, only?: string): string => `exists (${liveAccess(table, CLOSING_DOOR)}${only ? ` and (a.basis <> 'wind_down' or ${only})` : ''})`;

/** What somebody writes whose help has ended: the closing note, and what becomes of it (safety.md, section 3). */
const WRITTEN_AT_THE_END = ['contact_note', 'state_transition'];

const DECIDING_DOOR = `a.basis <> 'break_glass'`;

/** The condition under which somebody may decide who else sees: not when their help has ended, nor through a door that was broken open, `unless` it narrows. */
export const mayDecide = (table: string, unless = ''): string =>
  `exists (${liveAccess(table, WORKING_DOOR)} and ${unless ? `(${DECIDING_DOOR} or ${unless})` : DECIDING_DOOR})`;

const ownItem = (table: string): string => `owner_organisation_id = (select ctx_organisation()) and ${WRITTEN_AT_THE_END.includes(table) ? mayClose(table) : mayWrite(table)}`;

/** Forces row-level security; only the keeper of the definer functions is let in besides what is stated. */
export const forced = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy keeper on ${table} to onestory_keeper using (true) with check (true);
grant select, insert, update, delete on ${table} to onestory_keeper;`;

/** Every column may be changed but whose the row is, who made it and for whom it is sealed: an item never moves to another person or organisation. */
export const mayBeChanged = (table: string): string => `
do $$ begin
  execute (select format('grant update (%s) on ${table} to onestory_app', string_agg(quote_ident(attname), ', ')) from pg_attribute
            where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped
              and attname not in ('person_id', 'id', 'owner_organisation_id', 'registered_by', 'created_at', 'created_by', 'sealed_to'));
end $$;`;

/** Columns that every item has, in the order in which they stand. */
export const ITEM_COLUMNS = `
  person_id uuid not null,
  id uuid not null,
  owner_organisation_id uuid not null,
  category text not null,
  audience text not null,
  named_organisations uuid[] not null default '{}',
  visible_to_person boolean not null,
  sealed_to uuid[],
  created_at timestamptz not null default now(),
  created_by uuid not null,
  source text not null,
  row_version integer not null default 1`;

/** Whoever writes stands on the row, whatever the application says; and what a discreet helper writes is for those only who know of it. */
export const madeByCaller = (table: string, kind: 'item' | 'fact' = 'fact'): string => `
create trigger ${table}_made before insert on ${table} for each row execute function ${kind === 'item' ? 'item_made_by_caller' : 'made_by_caller'}();`;

/** An item table: the columns, the keys, the template. `columns` are the table's own. */
export const firstItemTable = (table: string, columns: string): string => `
create table ${table} (${ITEM_COLUMNS},
  ${columns},
  constraint ${table}_pkey primary key (person_id, id),
  constraint ${table}_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint ${table}_owner_fkey foreign key (owner_organisation_id) references organisation (id),
  constraint ${table}_audience_check check (audience in ('internal', 'circle', 'named')),
  constraint ${table}_category_check check (category in (${CATEGORY_LIST}))
);
create index ${table}_id_idx on ${table} (id);
${forced(table)}
grant select, insert on ${table} to onestory_app;
${mayBeChanged(table)}
${madeByCaller(table, 'item')}
create policy read on ${table} for select to onestory_app using (${itemVisible(table)});
create policy write on ${table} for insert to onestory_app with check (${ownItem(table)});
create policy change on ${table} for update to onestory_app using (${ownItem(table)} and ${sealed(table)}) with check (true);
`;

/**
 * Puts other words for some of a function's, in its owner's name. It fails where the function has those no more: what was to be added would be left out, and
 * nobody would notice.
 */
export const amended = (signature: string, ...changes: readonly (readonly [from: string, to: string])[]): string => `
set local role onestory_keeper;
do $do$
declare body text := pg_get_functiondef('${signature}'::regprocedure);
begin${changes.map(([from, to]) => `
  if strpos(body, $from$${from}$from$) = 0 then raise exception '${signature} has no more: %', $from$${from}$from$; end if;
  body := replace(body, $from$${from}$from$, $to$${to}$to$);`).join('')}
  execute body;
end $do$;
reset role;`;

/** "Who looked", and the last of the tables of which it hides what is sealed. */
export const ACCESS_LOG = 'access_log(uuid, bigint, integer, text)';
const HIDES = 'select id, sealed_to from key_worker_assignment where person_id = p';

/** The same for whatever comes after "who looked", which hides what is sealed of it. */
export const itemTable = (table: string, columns: string): string =>
  firstItemTable(table, columns) + amended(ACCESS_LOG, [HIDES, `${HIDES} union all select id, sealed_to from ${table} where person_id = p`]);

export const CATEGORIES = [
  'identity', 'about_me', 'circle', 'plan', 'health', 'mental_health', 'sexual_health', 'drug_alcohol', 'social_care',
  'housing', 'money', 'safeguarding', 'offences', 'immigration', 'faith_ethnicity', 'gender_history', 'domestic_abuse',
  'contacts', 'documents', 'access_log',
];
export const CATEGORY_LIST = CATEGORIES.map((category) => `'${category}'`).join(', ');

/** For an information-governance lead whose organisation knows the person, and whom nobody keeps out. */
export const leadOf = (person: string): string => `('ig_lead' = any (ctx_roles()) and exists (select 1 from relationship r where r.person_id = ${person} and r.organisation_id = ctx_organisation())
       and not exists (select 1 from exclusion x where x.person_id = ${person} and x.user_id = ctx_user() and x.ends > now()))`;
/** For whoever works with the person now. @param roles SQL that says in which roles, where not in all */
export const worksWith = (person: string, roles = ''): string => `(ctx_organisation() is not null ${roles} and exists (select 1 from person_access a where a.person_id = ${person} and a.organisation_id = ctx_organisation()
       and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down') and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)))`;
/** For the person on their own page. */
export const themself = (person: string): string => `exists (select 1 from person_access a where a.person_id = ${person} and a.basis = 'own' and a.scope_id = ctx_user() and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded))`;
