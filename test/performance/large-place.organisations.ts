/** Sixty organisations as a place has them: one county council, three trusts, four landlords, thirty practices, twenty-two charities. */
export const ORGANISATIONS = `
create function pg_temp.id(kind integer, n bigint) returns uuid language sql immutable as $$
  select ('0199' || lpad(to_hex(n), 8, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || left(md5(kind || '/' || n), 15))::uuid $$;
create function pg_temp.dice(i bigint, throw integer, sides integer) returns integer language sql immutable as $$
  select ((hashint8extended(i, throw) & 9223372036854775807) % sides)::integer $$;

create temp table org as
select n, pg_temp.id(1, n) as id,
       case when n = 1 then 'council_social_care' when n = 2 then 'nhs_community' when n = 3 then 'nhs_acute' when n = 4 then 'mental_health'
            when n <= 8 then 'housing_association' when n <= 38 then 'nhs_primary' else 'vcse' end as sector,
       case when n <= 4 then 'team' when n between 9 and 38 then 'organisation' else 'named' end as access_scope
  from generate_series(1, 60) n;
insert into organisation (id, code, name, sector, state, access_scope, phone, source)
select id, 'LP' || n, initcap(replace(sector, '_', ' ')) || ' ' || n, sector, 'active', access_scope, '01632 96' || lpad(n::text, 4, '0'), 'system' from org;

create temp table crew as
select n, pg_temp.id(2, n) as id, case when n <= 5 then 1 else 2 end as org from generate_series(1, 9) n;
insert into team (id, organisation_id, name, duty_phone)
select c.id, o.id, 'Locality team ' || c.n, '01632 95' || lpad(c.n::text, 4, '0') from crew c join org o on o.n = c.org;
`;

/** Thirty open cases a key worker. The first of the council is in each of its five teams: the widest view that there is. */
export const staff = (people: number): string => `
create temp table worker as
select row_number() over (order by org, k)::integer as n, org, k, first_value(k) over (partition by org order by k) = k as first
  from (select 1 as org, k from generate_series(1, ${Math.ceil((people * 0.45 * 0.2) / 30)}) k
        union all select 2, k from generate_series(1, 20) k
        union all select o.n, k from org o cross join generate_series(1, ${Math.ceil((people * 0.55 * 0.2) / 30 / 30)}) k where o.n between 9 and 38
        union all select o.n, 1 from org o where o.n > 38) s;
insert into user_account (id, name, email, kind, state)
select pg_temp.id(3, n), 'Worker ' || n, case when first and org in (1, 2, 39) then 'first' || org else 'worker' || n end || '@large.test', 'staff', 'active' from worker;
insert into membership (id, user_id, organisation_id, roles, job_title, key_worker_trained)
select pg_temp.id(4, w.n), pg_temp.id(3, w.n), o.id, array['practitioner'], 'Worker', true from worker w join org o on o.n = w.org;
insert into team_member (team_id, membership_id)
select distinct c.id, pg_temp.id(4, w.n) from worker w join crew c on c.org = w.org
 where w.org = 1 and (w.first or c.n = 1 + w.k % 5) or w.org = 2 and c.n = 6 + w.k % 4;
`;
