const CATEGORIES = `'{identity,about_me,circle,plan,contacts,health,social_care,housing,money,documents}'::text[]`;

/** Who lives there and who stands where: everybody has a practice, 45 % the council, 20 % the trust; each charity knows forty. */
export const people = (count: number): string => `
create temp table syllable as select row_number() over () as n, s from unnest(string_to_array('Ash Beck Bram Car Dal Eal Farn Gil Hal Ing Kel Lang Mar Nor Oak Pen Rad Sel Thorn Wal', ' ')) s;
create temp table family as
select row_number() over (order by pg_temp.dice(a.n * 1000 + b.n * 30 + c.n, 90, 1000000))::integer as n, a.s || lower(b.s) || (array['', 'ton', 'ley', 'by'])[c.n] as name
  from syllable a cross join syllable b cross join generate_series(1, 4) c(n);
create temp table given as
select row_number() over ()::integer as n, name from unnest(string_to_array(
  'Ada Agnes Aisha Alan Amir Anna Arthur Beryl Bogdan Brian Carol Chidi Clive Daisy Derek Dilys Donna Edith Elif Ewan Fatima Frank Freya Gareth Grace Halina Hugh Ibrahim '
  'Ines Ivor Jack Jean Joan Kamal Keith Leila Lorna Łukasz Mabel Margery Mehmet Nadia Nigel Olive Oscar Pat Priya Rasheed Rosa Ruth Siân Stan Tariq Una Vera Wanda Winston Yusuf Zoë', ' ')) name;

create temp table one as
select i, pg_temp.id(10, i) as id, f.name as family, g.name as given, 9 + least(pg_temp.dice(i, 1, 40), pg_temp.dice(i, 2, 30), 29) as practice,
       case when pg_temp.dice(i, 3, 100) < 45 then 1 + pg_temp.dice(i, 4, 5) end as council_team,
       case when pg_temp.dice(i, 5, 10) = 0 then 1 + pg_temp.dice(i, 6, 5) end as second_team,
       case when pg_temp.dice(i, 7, 100) < 20 then 6 + pg_temp.dice(i, 8, 4) end as trust_team,
       pg_temp.dice(i, 9, 5) = 0 as has_case, (400000000 + i * 7)::text as digits,
       date_trunc('second', now()) - interval '1 day' * (1 + pg_temp.dice(i, 10, 700)) as since
  from generate_series(1, ${count}) i
  join family f on f.n = 1 + (pg_temp.dice(i, 11, 40) * pg_temp.dice(i, 12, 40))
  join given g on g.n = 1 + pg_temp.dice(i, 13, 59);
alter table one add charity integer, add key_worker integer;
update one set second_team = null where council_team is null or second_team = council_team;
update one set charity = c.n from (select i, 38 + ceil(row_number() over (order by i) / 40.0)::integer as n from one where has_case and council_team is not null) c where c.i = one.i and c.n <= 60;
create temp table office as select org, min(n) as first, count(*)::integer as workers from worker group by org;
update one set key_worker = f.first + pg_temp.dice(i, 14, f.workers) from office f
 where has_case and pg_temp.dice(i, 15, 12) > 0 and f.org = case when council_team is null then practice else 1 end;
create index on one (i);
analyze one;

insert into person (person_id, registered_by, family, given, preferred, birth_date, nhs_number, nhs_number_state, nhs_number_absent_because, source, created_by)
select o.id, g.id, o.family, o.given, case when o.i % 7 = 0 then left(o.given, 3) end, date '1930-01-01' + pg_temp.dice(o.i, 16, 25000), n.number,
       case when n.number is null then 'absent' else 'valid' end, case when n.number is null then 'not_known' end, 'system', pg_temp.id(3, 1)
  from one o join org g on g.n = o.practice
 cross join lateral (select (11 - (select sum(substr(o.digits, d, 1)::integer * (11 - d)) from generate_series(1, 9) d) % 11) % 11 as digit) c
 cross join lateral (select case when c.digit < 10 then o.digits || c.digit end as number) n;
insert into nhs_number_holder (nhs_number, person_id, state) select nhs_number, person_id, 'current' from person where nhs_number is not null;

create temp table tie as
select o.i, o.id as person_id, pg_temp.id(20 + t.k, o.i) as id, g.n as org, g.id as organisation_id, t.kind, t.scope_id, t.basis, o.since, t.k
  from one o
 cross join lateral (values
   (1, o.practice, 'organisation', (select id from org where n = o.practice), 'registered', true),
   (2, 1, 'team', (select id from crew where n = o.council_team), 'care_team', o.council_team is not null),
   (3, 1, 'team', (select id from crew where n = o.second_team), 'care_team', o.second_team is not null),
   (4, 2, 'team', (select id from crew where n = o.trust_team), 'care_team', o.trust_team is not null),
   (5, o.charity, 'membership', (select pg_temp.id(4, f.first) from office f where f.org = o.charity), 'care_team', o.charity is not null)) t (k, org, kind, scope_id, basis, stands)
  join org g on g.n = t.org
 where t.stands;
insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, starts, source, created_by)
select person_id, id, organisation_id, kind, scope_id, basis, ${CATEGORIES}, since, 'system', pg_temp.id(3, 1) from tie;
insert into sharing_decision (person_id, id, organisation_id, permit, categories, authority, starts, source, created_by, created_for)
select distinct on (person_id, organisation_id) person_id, pg_temp.id(30 + k, i), organisation_id, true, ${CATEGORIES}, 'implied_direct_care', since, 'system', pg_temp.id(3, 1), organisation_id
  from tie where basis = 'care_team' order by person_id, organisation_id, k;
`;

/** What `refresh_person_access` makes of these facts, for everybody at once; `large-place.ts` compares a sample with it. */
export const FOLLOWING = `
insert into person_access (person_id, scope_id, fact_id, relationship_id, organisation_id, basis, categories, refused, excluded, discreet, starts, until)
select r.person_id, r.scope_id, coalesce(d.id, r.id), r.id, r.organisation_id, r.basis, r.categories, '{}', '{}', r.discreet, r.starts, 'infinity'
  from relationship r left join sharing_decision d on d.person_id = r.person_id and d.organisation_id = r.organisation_id and r.basis = 'care_team';
insert into worklist (scope_id, person_id, organisation_id, basis, starts, until, excluded, family, given, reference, words, sounds, case_id, key_worker_id, last_conversation_at, next_review_on, contact_due_on)
select distinct a.scope_id, h.person_id, a.organisation_id, a.basis, '-infinity'::timestamptz, a.until, a.excluded, h.family, h.given, f.reference, ' ' || plain(concat_ws(' ', h.family, h.given, h.preferred, h.given, h.family, f.reference)) || ' ', n.sounds, c.id, m.user_id, c.last_conversation_at, c.next_review_on,
       (coalesce(c.last_conversation_at, c.opened_at) at time zone 'Europe/London')::date + c.contact_every_days
  from person_access a
  join person h on h.person_id = a.person_id
  join (select family, given, preferred, sounds_of(concat_ws(' ', family, given, preferred)) as sounds from (select distinct family, given, preferred from person) d) n
    on n.family = h.family and n.given = h.given and n.preferred is not distinct from h.preferred
  left join own_reference f on f.person_id = h.person_id and f.owner_organisation_id = a.organisation_id
  left join coordination_case c on c.person_id = h.person_id and c.state <> 'closed'
  left join key_worker_assignment w on w.person_id = h.person_id and w.case_id = c.id and w.kind = 'lead' and w.ended_at is null and w.accepted_at is not null
  left join membership m on m.id = w.membership_id;
`;
