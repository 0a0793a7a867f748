const ITEM = 'person_id, id, owner_organisation_id, category, audience, visible_to_person, created_at, created_by, source';
/** The columns of ITEM: made by the council's worker for whoever stands first, seen by the circle. */
const item = (kind: number, category: string, number = 'o.i'): string =>
  `o.id, pg_temp.id(${kind}, ${number}), g.id, '${category}', 'circle', true, o.since, pg_temp.id(3, 1), 'system'`;
const FROM = `from one o join org g on g.n = case when o.council_team is null then o.practice else 1 end`;

/** Addresses and phones for everybody; cases, circles, key workers, about me and 5 to 30 notes for the fifth who have a case. */
export const LIVES = `
insert into contact_point (${ITEM}, kind, value, lines, postcode)
select ${item(40, 'identity')}, 'address', o.i % 900 || ' Beck Lane', array[o.i % 900 || ' Beck Lane', 'Brackenbridge'], 'ZZ' || o.i % 90 || ' 9AA' ${FROM};
insert into contact_point (${ITEM}, kind, value) select ${item(41, 'identity')}, 'phone', '01632 ' || lpad((o.i % 1000000)::text, 6, '0') ${FROM};

insert into own_reference (${ITEM}, reference)
select person_id, pg_temp.id(120 + k, i), organisation_id, 'identity', 'internal', false, since, pg_temp.id(3, 1), 'system', 'R-' || i from tie where k in (2, 5);

insert into coordination_case (${ITEM}, state, reason, opened_at, last_conversation_at, next_review_on)
select ${item(42, 'identity')}, case when o.key_worker is null then 'awaiting_key_worker' else 'active' end, 'Needs several services at once', o.since,
       case when o.i % 4 > 0 then now() - interval '1 day' * pg_temp.dice(o.i, 40, 45) end, current_date + pg_temp.dice(o.i, 41, 90) - 10
  ${FROM} where o.has_case;
insert into key_worker_assignment (${ITEM}, case_id, membership_id, kind, proposed_at, accepted_at)
select ${item(43, 'identity')}, pg_temp.id(42, o.i), pg_temp.id(4, o.key_worker), 'lead', o.since, o.since ${FROM} where o.key_worker is not null;
insert into care_team_member (${ITEM}, case_id, organisation_id, team_id, membership_id, relationship_id, state, does, does_not_do, starts)
select t.person_id, pg_temp.id(43 + t.k, t.i), t.organisation_id, 'circle', 'circle', true, o.since, pg_temp.id(3, 1), 'system', pg_temp.id(42, t.i), t.organisation_id,
       case when t.kind = 'team' then t.scope_id end, case when t.kind = 'membership' then t.scope_id end, t.id, 'active', 'Visits and rings', 'Does not bring medicines', o.since
  from tie t join one o on o.i = t.i where o.has_case;
insert into state_transition (${ITEM}, entity, entity_id, from_state, to_state, effective_at, actor_name)
select ${item(50, 'identity')}, 'Case', pg_temp.id(42, o.i), 'triage', 'active', o.since, 'Worker 1' ${FROM} where o.has_case;
insert into about_me (${ITEM}, heading, text, voice, last_confirmed_on)
select ${item(51, 'about_me', 'o.i * 4 + h.n')}, h.heading, 'My garden, my sister on Sundays, and being asked before anybody comes in.', 'self', current_date - 20
  ${FROM} cross join (values (0, 'matters_most'), (1, 'how_to_communicate'), (2, 'please_do')) h (n, heading) where o.has_case;
insert into related_person (${ITEM}, name, relation, phone, main_carer)
select ${item(52, 'circle')}, 'Jean ' || o.family, 'sister', '01632 960000', true ${FROM} where o.has_case;
insert into alert (${ITEM}, kind, text, what_to_do, state, review_on)
select ${item(53, 'identity')}, 'environment', 'A large dog in the yard', 'Ring before you come', 'active', current_date + 60 ${FROM} where o.has_case and o.i % 3 = 0;

create temp table author as
select t.i, t.organisation_id, row_number() over (partition by t.i order by t.k) - 1 as k, count(*) over (partition by t.i) as of from tie t join one o on o.i = t.i where o.has_case;
create index on author (i, k);
analyze author;
insert into contact_note (${ITEM}, kind, about, happened_at, text, author_name)
select o.id, pg_temp.id(60 + nth, o.i), a.organisation_id, case when nth % 5 = 0 then 'health' else 'contacts' end, case when nth % 10 < 3 then 'internal' else 'circle' end, nth % 2 = 0,
       h.at, pg_temp.id(3, 1), 'system', (array['visit', 'phone', 'phone', 'message'])[1 + nth % 4], case when nth % 6 = 0 then 'attempt' else 'person' end, h.at,
       'Rang in the morning. ' || o.given || ' had slept badly and had not yet had breakfast. We talked about the lunch club, about the letter from the landlord and about who comes on Thursday. Next time: the ramp.',
       'Worker 1'
  from one o cross join lateral generate_series(1, 5 + pg_temp.dice(o.i, 60, 26)) note (nth)
  join author a on a.i = o.i and a.k = nth % a.of
 cross join lateral (select now() - interval '1 hour' * (nth * 60 + pg_temp.dice(o.i * 40 + nth, 61, 59)) as at) h
 where o.has_case;

insert into audit_event (request_id, user_id, organisation_id, purpose, action, subject, outcome, person_id, seal)
select pg_temp.id(100, o.i * 2 + nth), pg_temp.id(3, 1 + o.i % 60), g.id, 'direct-care', 'read', 'Person', 'done', o.id, 1 ${FROM} cross join generate_series(0, 1) visit (nth);
insert into audit_event (request_id, user_id, organisation_id, purpose, action, subject, outcome, person_ids, seal)
select pg_temp.id(101, max(o.i)), pg_temp.id(3, 1), (array_agg(g.id))[1], 'direct-care', 'list', 'Caseload', 'done', array_agg(o.id), 1 ${FROM} where o.has_case group by o.i / 200;
`;
