import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CATEGORY_LIST, forced, firstItemTable, liveAccess, madeByCaller, mayBeChanged, mayClose, mayDecide, mayWrite, OWN_DOOR, sealed } from './policy-template';

const BASES = `'registered', 'care_team', 'review', 'cover', 'break_glass', 'wind_down', 'records', 'own', 'carer', 'advocate'`;

// What a list shows and what its policy asks, besides the columns that it is sorted by.
const LISTED = 'organisation_id, basis, starts, until, excluded, case_id, key_worker_id, last_conversation_at, reference';

/** The person, the facts about who stands where, what follows from them (person_access, worklist), and the items. */
export class Persons1795000000003 implements MigrationInterface {
  name = 'Persons1795000000003';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table person (
  person_id uuid not null,
  registered_by uuid not null,
  family text collate "en-x-icu" not null,
  given text collate "en-x-icu" not null,
  preferred text collate "en-x-icu",
  pronouns text,
  gender text,
  birth_date date,
  birth_date_estimated boolean not null default false,
  nhs_number text,
  nhs_number_state text not null,
  nhs_number_absent_because text,
  languages jsonb not null default '[]',
  communication_needs text,
  ethnicity text,
  deceased_on date,
  restricted boolean not null default false,
  merged_into uuid,
  identifiers jsonb not null default '[]',
  flags text[] not null default '{}',
  source text not null,
  source_reference text,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  row_version integer not null default 1,
  constraint person_pkey primary key (person_id),
  constraint person_registered_by_fkey foreign key (registered_by) references organisation (id),
  constraint person_nhs_number_state_check check (nhs_number_state in ('valid', 'wrong-check-digit', 'absent')),
  constraint person_nhs_number_check check ((nhs_number is null) = (nhs_number_state = 'absent'))
);
${forced('person')}

create table relationship (
  person_id uuid not null,
  id uuid not null,
  organisation_id uuid,
  scope_kind text not null,
  scope_id uuid not null,
  basis text not null,
  categories text[] not null,
  starts timestamptz not null default now(),
  ends timestamptz not null default 'infinity',
  discreet boolean not null default false,
  sealed_to uuid[],
  source text not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  row_version integer not null default 1,
  constraint relationship_pkey primary key (person_id, id),
  constraint relationship_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint relationship_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint relationship_scope_kind_check check (scope_kind in ('organisation', 'team', 'membership', 'user')),
  constraint relationship_basis_check check (basis in (${BASES})),
  constraint relationship_organisation_check check ((organisation_id is null) = (basis in ('own', 'carer'))),
  constraint relationship_discreet_check check (discreet = (sealed_to is not null)),
  constraint relationship_categories_check check (categories <@ array[${CATEGORY_LIST}])
);
create index relationship_id_idx on relationship (id);
create index relationship_scope_idx on relationship (scope_id);
${forced('relationship')}

create table sharing_decision (
  person_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  permit boolean not null,
  objection boolean not null default false,
  categories text[] not null,
  authority text not null,
  told_on date,
  present text[] not null default '{}',
  spoke_alone boolean,
  starts timestamptz not null default now(),
  ends timestamptz not null default 'infinity',
  review_on date,
  sealed_to uuid[],
  source text not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  created_for uuid not null,
  row_version integer not null default 1,
  constraint sharing_decision_pkey primary key (person_id, id),
  constraint sharing_decision_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint sharing_decision_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint sharing_decision_objection_check check (not (permit and objection)),
  constraint sharing_decision_authority_check check (authority in ('implied_direct_care', 'explicit', 'best_interests', 'statutory_duty', 'public_interest', 'court_order', 'emergency', 'refused_by_person')),
  constraint sharing_decision_categories_check check (categories <@ array[${CATEGORY_LIST}])
);
create index sharing_decision_id_idx on sharing_decision (id);
${forced('sharing_decision')}

create table exclusion (
  person_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  starts timestamptz not null default now(),
  ends timestamptz not null default 'infinity',
  sealed_to uuid[],
  source text not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  row_version integer not null default 1,
  constraint exclusion_pkey primary key (person_id, id),
  constraint exclusion_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint exclusion_user_fkey foreign key (user_id) references user_account (id),
  constraint exclusion_kind_check check (kind in ('relative', 'person_as_staff', 'alleged_source_of_harm', 'asked_for', 'knows_person'))
);
create index exclusion_id_idx on exclusion (id);
${forced('exclusion')}

create table safe_contact (
  person_id uuid not null, id uuid not null, channel text not null, who_answers text, times text,
  allowed boolean not null, voicemail boolean, code_word text,
  sealed_to uuid[], source text not null, created_at timestamptz not null default now(), created_by uuid not null, row_version integer not null default 1,
  constraint safe_contact_pkey primary key (person_id, id),
  constraint safe_contact_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint safe_contact_channel_check check (channel in ('phone', 'text', 'email', 'post', 'visit')));
create index safe_contact_id_idx on safe_contact (id);
${forced('safe_contact')}

create table person_access (
  person_id uuid not null,
  scope_id uuid not null,
  fact_id uuid not null,
  relationship_id uuid not null,
  organisation_id uuid,
  basis text not null,
  categories text[] not null,
  refused text[] not null,
  excluded uuid[] not null,
  discreet boolean not null,
  starts timestamptz not null,
  until timestamptz not null,
  constraint person_access_pkey primary key (person_id, scope_id, relationship_id, fact_id)
);
${forced('person_access')}
grant select on person_access to onestory_app;
create policy mine on person_access for select to onestory_app using (
  scope_id = any ((select ctx_scopes())::uuid[]) and now() >= starts and now() < until and ((select ctx_user()) = any (excluded)) is not true
  and ${OWN_DOOR.replaceAll('a.', '')});

-- Puts lists in order, drives search and is counted. A line is seen for as long as the door that it follows from stands open.
create table worklist (
  scope_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  basis text not null,
  starts timestamptz not null,
  until timestamptz not null,
  excluded uuid[] not null,
  family text collate "en-x-icu" not null,
  given text collate "en-x-icu" not null,
  -- what the organisation calls them
  reference text,
  -- names without accents, in lower case, a space before and behind each; behind them the reference
  words text not null,
  -- how the names sound: sounds_of()
  sounds text[] not null,
  case_id uuid,
  key_worker_id uuid,
  last_conversation_at timestamptz,
  next_review_on date,
  contact_due_on date,
  constraint worklist_pkey primary key (scope_id, person_id, basis, starts, until)
);
-- Lists and counts are read from these alone, in their order: whoever plans a page of fifty has no reason to read and sort thousands of lines.
create index worklist_name_idx on worklist (scope_id, family, given, person_id) include (${LISTED}, contact_due_on, next_review_on) where case_id is not null;
create index worklist_priority_idx on worklist (scope_id, least(next_review_on, contact_due_on), family, person_id) include (${LISTED}, contact_due_on, next_review_on) where case_id is not null;
create index worklist_review_idx on worklist (scope_id, coalesce(next_review_on, 'infinity'), family, person_id) include (${LISTED}, contact_due_on, next_review_on) where case_id is not null;
create index worklist_contact_idx on worklist (scope_id, contact_due_on, family, person_id) include (${LISTED}, next_review_on) where case_id is not null;
create index worklist_overdue_idx on worklist (scope_id, next_review_on, family, person_id) include (${LISTED}, contact_due_on) where case_id is not null and next_review_on is not null;
create index worklist_waiting_idx on worklist (scope_id, person_id) include (${LISTED}) where case_id is not null and key_worker_id is null;
-- By hash, so that it serves one key worker's people and tempts nobody to read a scope through it.
create index worklist_key_worker_idx on worklist using hash (key_worker_id) where case_id is not null;
create index worklist_words_idx on worklist using gin (scope_id, words gin_trgm_ops, sounds);
create index worklist_person_idx on worklist (person_id);
${forced('worklist')}
grant select on worklist to onestory_app;
create policy mine on worklist for select to onestory_app using (
  scope_id = any ((select ctx_scopes())::uuid[]) and now() >= starts and now() < until and ((select ctx_user()) = any (excluded)) is not true
  and organisation_id = (select ctx_organisation()));

create table nhs_number_holder (
  nhs_number text not null, person_id uuid not null, state text not null, since timestamptz not null default now(),
  constraint nhs_number_holder_pkey primary key (nhs_number),
  constraint nhs_number_holder_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint nhs_number_holder_state_check check (state in ('current', 'superseded')));
${forced('nhs_number_holder')}

create table identity_match (
  id uuid not null, organisation_id uuid not null, person_id uuid not null, other_person_id uuid not null, at timestamptz not null default now(), state text not null default 'open',
  constraint identity_match_pkey primary key (id));
${forced('identity_match')}
grant select on identity_match to onestory_app;
create policy queue on identity_match for select to onestory_app using (organisation_id = (select ctx_organisation()) and 'ig_lead' = any ((select ctx_roles())::text[]));

-- Does the scope (organisation, team or membership) belong to that organisation, and is it live?
create function scope_belongs(organisation uuid, kind text, scope uuid) returns boolean
language sql stable as $$
  select case kind
    when 'organisation' then exists (select 1 from onestory.organisation o where o.id = scope and o.id = organisation and o.state = 'active')
    when 'team' then exists (select 1 from onestory.team t where t.id = scope and t.organisation_id = organisation and t.state = 'active')
    when 'membership' then exists (select 1 from onestory.membership m where m.id = scope and m.organisation_id = organisation and now() < m.ends)
    else false end $$;
-- What the caller's own organisation has been given; nobody gives what it has not.
create function my_categories(p uuid) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct c), '{}') from onestory.person_access a, unnest(a.categories) c
   where a.person_id = p and a.organisation_id = (select onestory.ctx_organisation()) and a.basis not in ('records', 'break_glass')
     and a.scope_id = any ((select onestory.ctx_scopes())::uuid[]) and now() >= a.starts and now() < a.until and (select onestory.ctx_user()) <> all (a.excluded) $$;

-- The application writes in somebody's name: in whose, is known from the context. Functions with the keeper's rights keep the author of what they move.
create function made_by_caller() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  if current_user = 'onestory_app' then new.created_by := ctx_user(); end if;
  return new;
end $$;
create function item_made_by_caller() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  if current_user = 'onestory_app' then
    new.created_by := ctx_user();
    if new.sealed_to is null then
      new.sealed_to := (select r.sealed_to from relationship r where r.person_id = new.person_id and r.organisation_id = (select ctx_organisation()) and now() < r.ends
                         order by r.discreet, r.starts desc limit 1);
    end if;
  end if;
  return new;
end $$;
${['person', 'relationship', 'sharing_decision', 'exclusion', 'safe_contact'].map((table) => madeByCaller(table)).join('')}

grant select, insert on person to onestory_app;
${mayBeChanged('person')}
create index person_nhs_number_idx on person (nhs_number);
create index person_birth_idx on person (birth_date);
create index person_source_idx on person (source_reference) where source_reference is not null;
create policy read on person for select to onestory_app using (person_id = (select ctx_person()) or exists (${liveAccess('person')} and a.basis <> 'records'));
create policy write on person for insert to onestory_app with check (registered_by = (select ctx_organisation()) and ${mayWrite('person')});
create policy change on person for update to onestory_app using (${mayWrite('person')}) with check (true);

-- Facts: seen by who works with the person, unless they are only for those named. Whoever winds down sees by which help they come, and how it is safe to reach the person.
grant select, insert on relationship to onestory_app;
grant update (ends, row_version) on relationship to onestory_app;
create policy read on relationship for select to onestory_app using (${mayClose('relationship', 'relationship.organisation_id = a.organisation_id')} and ${sealed('relationship')});
-- Nobody lets in themselves, a team of theirs, or themselves in another organisation.
create policy give on relationship for insert to onestory_app with check (
  basis in ('care_team', 'review', 'carer', 'own', 'advocate')
  and ${mayDecide('relationship')}
  and (organisation_id is null or scope_belongs(organisation_id, scope_kind, scope_id))
  and scope_id <> all ((select ctx_scopes())::uuid[])
  and not exists (select 1 from membership m where m.id = scope_id and m.user_id = (select ctx_user()))
  and (basis = 'own' or categories <@ my_categories(person_id)));
create policy finish on relationship for update to onestory_app using (${mayDecide('relationship')} and ${sealed('relationship')} and basis <> 'registered')
  with check (true);

grant select, insert on sharing_decision to onestory_app;
grant update (ends, told_on, row_version) on sharing_decision to onestory_app;
create policy read on sharing_decision for select to onestory_app using (${mayWrite('sharing_decision')} and ${sealed('sharing_decision')}
  and (permit or organisation_id <> (select ctx_organisation())));
create policy give on sharing_decision for insert to onestory_app with check (
  created_for = (select ctx_organisation()) and ${mayDecide('sharing_decision', 'not permit')}
  and (not permit or organisation_id <> (select ctx_organisation()) and categories <@ my_categories(person_id)));
create policy finish on sharing_decision for update to onestory_app using (${mayDecide('sharing_decision')} and ${sealed('sharing_decision')} and (permit or organisation_id <> (select ctx_organisation())))
  with check (true);

grant select, insert on exclusion to onestory_app;
grant update (ends, row_version) on exclusion to onestory_app;
create policy read on exclusion for select to onestory_app using (${mayWrite('exclusion')} and ${sealed('exclusion')});
create policy give on exclusion for insert to onestory_app with check (${mayWrite('exclusion')});
create policy finish on exclusion for update to onestory_app using (${mayDecide('exclusion')} and ${sealed('exclusion')}) with check (true);

-- An end may come nearer and never move away: nobody prolongs what somebody else limited.
create function end_comes_nearer() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  if new.ends > old.ends then raise exception 'refused' using errcode = '42501'; end if;
  return new;
end $$;
create trigger relationship_end before update of ends on relationship for each row execute function end_comes_nearer();
create trigger sharing_decision_end before update of ends on sharing_decision for each row execute function end_comes_nearer();
create trigger exclusion_end before update of ends on exclusion for each row execute function end_comes_nearer();

grant select, insert on safe_contact to onestory_app;
create policy read on safe_contact for select to onestory_app using (${mayClose('safe_contact')} and ${sealed('safe_contact')});
create policy give on safe_contact for insert to onestory_app with check (${mayWrite('safe_contact')});
`);

    await q.query(`
${firstItemTable('contact_point', `
  kind text not null, use text, value text not null, lines text[] not null default '{}', postcode text, protected boolean not null default false,
  starts_on date, ends_on date,
  constraint contact_point_kind_check check (kind in ('address', 'phone', 'email', 'practice')),
  constraint contact_point_protected_check check (not protected or sealed_to is not null)`)}
${firstItemTable('about_me', `
  heading text not null, text text not null, voice text not null, language text, last_confirmed_on date not null,
  constraint about_me_heading_check check (heading in ('matters_most', 'important_people', 'how_to_communicate', 'wellness', 'please_do', 'please_do_not', 'how_to_support', 'also_worth_knowing')),
  constraint about_me_voice_check check (voice in ('self', 'carer', 'professional'))`)}
${firstItemTable('related_person', `
  name text not null, relation text not null, phone text, address text, birth_date date, main_carer boolean not null default false,
  emergency_contact boolean not null default false, lives_with boolean not null default false, may_be_told text[] not null default '{}', must_not_be_told text,
  representative text, representative_state text, user_id uuid, source_reference text,
  constraint related_person_representative_state_check check (representative_state in ('claimed', 'seen', 'verified', 'suspended'))`)}
${firstItemTable('own_reference', `
  reference text,
  constraint own_reference_own_check check (audience = 'internal' and not visible_to_person)`)}
create unique index own_reference_key on own_reference (person_id, owner_organisation_id) where sealed_to is null;
${firstItemTable('alert', `
  kind text not null, text text not null, what_to_do text not null, state text not null, review_on date not null, ended_at timestamptz, told boolean not null default false,
  constraint alert_kind_check check (kind in ('risk_to_self', 'risk_to_others', 'risk_to_staff', 'safeguarding', 'infection', 'environment', 'information')),
  constraint alert_state_check check (state in ('raised', 'active', 'review_due', 'ended'))`)}
${firstItemTable('coordination_case', `
  place_id uuid, state text not null, reason text not null, opened_at timestamptz not null, closed_at timestamptz, close_reason text,
  contact_every_days integer not null default 28, last_conversation_at timestamptz, next_review_on date, who_to_ring text, integrated_team_id uuid,
  constraint coordination_case_state_check check (state in ('triage', 'awaiting_key_worker', 'active', 'monitoring', 'on_hold', 'closed'))`)}
create unique index coordination_case_open_key on coordination_case (person_id, coalesce(place_id, '00000000-0000-0000-0000-000000000000'::uuid)) where state <> 'closed';
${firstItemTable('care_team_member', `
  case_id uuid, organisation_id uuid not null, team_id uuid, membership_id uuid, relationship_id uuid not null, state text not null,
  does text not null, does_not_do text, days_times text, starts timestamptz not null default now(), ends timestamptz, discreet boolean not null default false,
  constraint care_team_member_state_check check (state in ('proposed', 'active', 'suspended', 'ended')),
  constraint care_team_member_discreet_check check (discreet = (sealed_to is not null)),
  constraint care_team_member_relationship_fkey foreign key (person_id, relationship_id) references relationship (person_id, id)`)}
${firstItemTable('key_worker_assignment', `
  case_id uuid not null, membership_id uuid not null, kind text not null, state text not null default 'accepted', proposed_at timestamptz, answer_by date, accepted_at timestamptz,
  planned_end timestamptz, ended_at timestamptz, end_reason text, person_preference boolean not null default false,
  handover_of uuid, handover_because text, handover_done text[] not null default '{}', joint_visit_on date, person_told_on date, relationship_id uuid,
  constraint key_worker_assignment_kind_check check (kind in ('lead', 'co_worker', 'cover')),
  constraint key_worker_assignment_state_check check (state in ('proposed', 'accepted', 'declined', 'lapsed', 'withdrawn', 'ended')),
  constraint key_worker_assignment_ended_check check ((ended_at is not null) = (state = 'ended')),
  constraint key_worker_assignment_cover_check check (kind <> 'cover' or planned_end is not null),
  constraint key_worker_assignment_case_fkey foreign key (person_id, case_id) references coordination_case (person_id, id),
  constraint key_worker_assignment_handover_fkey foreign key (person_id, handover_of) references key_worker_assignment (person_id, id)`)}
create unique index key_worker_assignment_lead_key on key_worker_assignment (person_id, case_id) where kind = 'lead' and ended_at is null and accepted_at is not null;
create unique index key_worker_assignment_asked_key on key_worker_assignment (person_id, case_id) where kind = 'lead' and state = 'proposed';
create unique index key_worker_assignment_cover_key on key_worker_assignment (person_id, case_id) where kind = 'cover' and ended_at is null;
create index key_worker_assignment_membership_idx on key_worker_assignment (membership_id);
-- Whom an import names as a helper: a name to look at, which lets nobody in.
${firstItemTable('proposed_member', `
  name text not null, role text, organisation_name text, organisation_id uuid, state text not null default 'proposed',
  constraint proposed_member_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint proposed_member_state_check check (state in ('proposed', 'taken_up', 'dismissed'))`)}
${firstItemTable('contact_note', `
  kind text not null, about text not null, about_name text, happened_at timestamptz not null, ended_at timestamptz, text text not null, next_step text,
  state text not null default 'recorded', corrects_id uuid, moved_original_at timestamptz, author_name text, source_reference text,
  constraint contact_note_kind_check check (kind in ('visit', 'phone', 'video', 'message', 'meeting', 'letter', 'encounter', 'referral')),
  constraint contact_note_about_check check (about in ('person', 'relative', 'attempt')),
  constraint contact_note_state_check check (state in ('recorded', 'amended', 'entered_in_error')),
  constraint contact_note_corrects_fkey foreign key (person_id, corrects_id) references contact_note (person_id, id)`)}
create index contact_note_owner_idx on contact_note (person_id, owner_organisation_id);
create index contact_note_happened_idx on contact_note (person_id, happened_at desc, id desc);
create unique index contact_note_source_key on contact_note (person_id, owner_organisation_id, source_reference) where source_reference is not null;
${firstItemTable('state_transition', `
  entity text not null, entity_id uuid not null, from_state text, to_state text not null, effective_at timestamptz not null default now(), reason text,
  actor_name text`)}
create index state_transition_at_idx on state_transition (person_id, effective_at desc, id desc);
revoke update on state_transition from onestory_app;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migrations are not undone: restore a backup'));
  }
}
