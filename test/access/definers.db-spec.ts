import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { actorOf, sign, within } from './worlds/ask';
import type { Caller } from './worlds/model';
import { openProof, type Proof } from './worlds/proof';
import { load, type Ids } from './worlds/rows';
import { excluded, outsider, small, stranger } from './worlds/small';

/** What is called: about the hidden person and about nobody, or about a thing that exists and one that does not. */
interface Call {
  readonly about: (ids: Ids) => string;
  readonly nothing: string;
  /** is asked before anybody has signed in: without a context it has to answer */
  readonly beforeSignIn?: true;
  /** needs no context at all and answers from what its caller already holds */
  readonly ownWords?: true;
}

const nobody = '00000000-0000-7000-8000-000000000000';
const about = (call: (person: string) => string): Call => ({ about: (ids) => call(`'${ids.persons[0] ?? ''}'`), nothing: call(`'${nobody}'`) });
const HELD = '9434765919';
const MERGE = randomUUID();
const note = (ids: Ids): string => ids.items[0]?.[0] ?? '';

/** Each function that runs with the keeper's rights and that the application may call. */
const CALLS: Record<string, Call> = {
  refresh_person_access: about((p) => `refresh_person_access(${p})`),
  may_open_in_emergency: { about: () => 'may_open_in_emergency()', nothing: 'may_open_in_emergency()' },
  let_practitioners_open: { about: () => 'let_practitioners_open(false)', nothing: 'let_practitioners_open(false)' },
  // Whoever stands beside the person opens them with it; who is kept from them must not know by it that there is anybody.
  open_in_emergency: { about: () => `open_in_emergency('${nobody}', '${HELD}', null, null, null, 'missing', 'x', 1)`, nothing: `open_in_emergency('${nobody}', 'nobody', null, null, null, 'missing', 'x', 1)` },
  emergency_readers: about((p) => `emergency_readers(${p}, '${nobody}')`),
  sharing_agreed: about((p) => `sharing_agreed(${p})`),
  tell_permits: about((p) => `tell_permits(${p}, '2026-01-01', now())`),
  key_worker_is_ours: about((p) => `key_worker_is_ours(${p})`),
  answer_joining: { about: (ids) => `answer_joining('${ids.persons[0] ?? ''}', '${note(ids)}', true, true, null)`, nothing: `answer_joining('${nobody}', '${nobody}', true, true, null)` },
  say_wrong: { about: (ids) => `say_wrong('${ids.persons[0] ?? ''}', 'ContactNote', '${note(ids)}', 'x', 'phone', true, null)`, nothing: `say_wrong('${nobody}', 'ContactNote', '${nobody}', 'x', 'phone', true, null)` },
  stop_sharing_myself: about((p) => `stop_sharing_myself(${p}, true, null, null)`),
  ask_to_talk: about((p) => `ask_to_talk(${p}, true, null, null)`),
  say_plan_view: { about: (ids) => `say_plan_view('${ids.persons[0] ?? ''}', '${ids.persons[0] ?? ''}', 'agrees', null, true, null)`, nothing: `say_plan_view('${nobody}', '${nobody}', 'agrees', null, true, null)` },
  say_of_draft: { about: (ids) => `say_of_draft('${ids.persons[0] ?? ''}', '${ids.persons[0] ?? ''}', 1, 'agrees', null, true, null)`, nothing: `say_of_draft('${nobody}', '${nobody}', 1, 'agrees', null, true, null)` },
  say_goal_judgement: { about: (ids) => `say_goal_judgement('${ids.persons[0] ?? ''}', '${ids.persons[0] ?? ''}', 'same', null)`, nothing: `say_goal_judgement('${nobody}', '${nobody}', 'same', null)` },
  say_about_me: about((p) => `say_about_me(${p}, 'please_do', 'x', null)`),
  confirm_about_me: { about: (ids) => `confirm_about_me('${ids.persons[0] ?? ''}', '${note(ids)}', true)`, nothing: `confirm_about_me('${nobody}', '${nobody}', true)` },
  end_about_me: { about: (ids) => `end_about_me('${ids.persons[0] ?? ''}', '${note(ids)}')`, nothing: `end_about_me('${nobody}', '${nobody}')` },
  conversation_held: about((p) => `conversation_held(${p}, now())`),
  claim_nhs_number: about((p) => `claim_nhs_number(${p}, '9434765919')`),
  circle_workers: about((p) => `circle_workers(${p})`),
  say_for_review: { about: (ids) => `say_for_review('${ids.persons[0] ?? ''}', '${note(ids)}', 'yes', null, null, true)`, nothing: `say_for_review('${nobody}', '${nobody}', 'yes', null, null, true)` },
  carer_words_for_me: { about: (ids) => `carer_words_for_me('${ids.persons[0] ?? ''}', '${note(ids)}')`, nothing: `carer_words_for_me('${nobody}', '${nobody}')` },
  own_users: about((p) => `own_users(${p})`),
  referral_receivers: { about: (ids) => `referral_receivers('${ids.persons[0] ?? ''}', '${ids.items[0]?.[0] ?? ''}')`, nothing: `referral_receivers('${nobody}', '${nobody}')` },
  may_end_help: about((p) => `may_end_help(${p}, '${nobody}', '${nobody}')`),
  end_help: { about: (ids) => `end_help('${ids.persons[0] ?? ''}', '${note(ids)}', 1, now(), now())`, nothing: `end_help('${nobody}', '${nobody}', 1, now(), now())` },
  kept_from_review: about((p) => `kept_from_review(${p}, '${nobody}')`),
  leave_out_in_confidence: { about: (ids) => `leave_out_in_confidence('${ids.persons[0] ?? ''}', '${note(ids)}', 1, 'x', '{}')`, nothing: `leave_out_in_confidence('${nobody}', '${nobody}', 1, 'x', '{}')` },
  describe_help: { about: (ids) => `describe_help('${ids.persons[0] ?? ''}', '${note(ids)}', 1, 'x', null, null)`, nothing: `describe_help('${nobody}', '${nobody}', 1, 'x', null, null)` },
  protect_contact_points: about((p) => `protect_contact_points(${p}, '{}', '{${nobody}}', 'x', '2030-01-01')`),
  unprotect_contact_point: about((p) => `unprotect_contact_point(${p}, '${nobody}')`),
  barred: { about: (ids) => `barred('${ids.persons[0] ?? ''}', '{${ids.memberships.join(',')}}')`, nothing: `barred('${nobody}', '{${nobody}}')` },
  note_attempt: about((p) => `note_attempt(${p})`),
  sign_in_stopped: about((p) => `sign_in_stopped(${p}, '${nobody}')`),
  restriction_round: about((p) => `restriction_round(${p})`),
  restrict_person: about((p) => `restrict_person(${p}, 0, '{}', 'x', '2030-01-01')`),
  lift_restriction: about((p) => `lift_restriction(${p}, 0, 'x')`),
  restrictions_written: { about: () => 'restrictions_written()', nothing: 'restrictions_written()' },
  name_for_restricted: { about: (ids) => `name_for_restricted('${ids.persons[0] ?? ''}', '${ids.memberships[1] ?? ''}')`, nothing: `name_for_restricted('${nobody}', '${nobody}')` },
  merges_of: about((p) => `merges_of(${p})`),
  kept_record: about((p) => `kept_record(${p})`),
  propose_merge: { about: (ids) => `propose_merge('${ids.persons[0] ?? ''}', '${ids.persons[1] ?? ''}', 'x')`, nothing: `propose_merge('${nobody}', '${randomUUID()}', 'x')` },
  withdraw_merge: { about: () => `withdraw_merge('${MERGE}', 1)`, nothing: `withdraw_merge('${nobody}', 1)` },
  merges_to_decide: { about: () => 'merges_to_decide()', nothing: 'merges_to_decide()' },
  decide_merge: { about: () => `decide_merge('${MERGE}', 1, true, 'x')`, nothing: `decide_merge('${nobody}', 1, true, 'x')` },
  undo_merge: { about: () => `undo_merge('${MERGE}', 1, 'x')`, nothing: `undo_merge('${nobody}', 1, 'x')` },
  merge_told: { about: () => `merge_told('${MERGE}')`, nothing: `merge_told('${nobody}')` },
  people_round: about((p) => `people_round(${p})`),
  safe_to_send: about((p) => `safe_to_send(${p}, 'email')`),
  join_by_referral: about((p) => `join_by_referral(${p}, '${nobody}')`),
  end_by_referral: about((p) => `end_by_referral(${p}, '${nobody}', now())`),
  know_person: about((p) => `know_person(${p})`),
  known_people: { about: () => 'known_people()', nothing: 'known_people()' },
  lift_known_person: { about: (ids) => `lift_known_person('${note(ids)}', 'x')`, nothing: `lift_known_person('${nobody}', 'x')` },
  looked: about((p) => `looked(${p}, 9223372036854775807, 50, null)`),
  hold_looks: about((p) => `hold_looks(${p}, 1, false, 'x', current_date + 1)`),
  held_looks: { about: () => 'held_looks()', nothing: 'held_looks()' },
  settle_held_look: { about: (ids) => `settle_held_look('${note(ids)}', false, 'x', null)`, nothing: `settle_held_look('${nobody}', false, 'x', null)` },
  agreements_kept: { about: () => 'agreements_kept()', nothing: 'agreements_kept()' },
  agreement_impact: { about: (ids) => `agreement_impact('${ids.organisations[2] ?? ''}')`, nothing: `agreement_impact('${nobody}')` },
  agreement_told: { about: (ids) => `agreement_told('${ids.organisations[2] ?? ''}')`, nothing: `agreement_told('${nobody}')` },
  suspend_agreement: { about: (ids) => `suspend_agreement('${ids.organisations[2] ?? ''}', 1, 'x')`, nothing: `suspend_agreement('${nobody}', 1, 'x')` },
  resume_agreement: { about: (ids) => `resume_agreement('${ids.organisations[2] ?? ''}', 1, 'x')`, nothing: `resume_agreement('${nobody}', 1, 'x')` },
  incidents_kept: { about: () => 'incidents_kept()', nothing: 'incidents_kept()' },
  close_incident: { about: (ids) => `close_incident('${note(ids)}', 'x', null, false, 'x', null)`, nothing: `close_incident('${nobody}', 'x', null, false, 'x', null)` },
  leads_person: about((p) => `leads_person(${p})`),
  in_my_queue: { about: (ids) => `in_my_queue('Incident', '{${note(ids)}}')`, nothing: `in_my_queue('Incident', '{${nobody}}')` },
  authority_changes: { about: (ids) => `authority_changes('${ids.persons[0] ?? ''}', '${note(ids)}')`, nothing: `authority_changes('${nobody}', '${nobody}')` },
  change_authority: { about: (ids) => `change_authority('${ids.persons[0] ?? ''}', '${note(ids)}', 1, 'explicit', null, null, null, 'x')`, nothing: `change_authority('${nobody}', '${nobody}', 1, 'explicit', null, null, null, 'x')` },
  retention_periods: { about: () => 'retention_periods()', nothing: 'retention_periods()' },
  retention_history: { about: () => `retention_history('care')`, nothing: `retention_history('none')` },
  set_retention_period: { about: () => `set_retention_period('care', 0, 8, 'x')`, nothing: `set_retention_period('care', 0, 8, 'x')` },
  retention_lines: about((p) => `retention_lines(${p})`),
  decide_retention: about((p) => `decide_retention(${p}, 'care', 'dispose', 'x', null)`),
  settle_disposal: about((p) => `settle_disposal(${p}, 'care', 1, 'approve', null)`),
  legal_holds: { about: () => 'legal_holds()', nothing: 'legal_holds()' },
  place_legal_hold: about((p) => `place_legal_hold(${p}, 'inquest', 'x', current_date, current_date)`),
  move_legal_hold: { about: (ids) => `move_legal_hold('${note(ids)}', 1, 'lift', 'x', null)`, nothing: `move_legal_hold('${nobody}', 1, 'lift', 'x', null)` },
  complaint_organisations: about((p) => `complaint_organisations(${p})`),
  make_complaint: { about: (ids) => `make_complaint('${ids.persons[0] ?? ''}', '${ids.organisations[0] ?? ''}', current_date, 'phone', 'x', null, true, null)`, nothing: `make_complaint('${nobody}', '${nobody}', current_date, 'phone', 'x', null, true, null)` },
  data_complaints: { about: () => 'data_complaints()', nothing: 'data_complaints()' },
  my_complaints: about((p) => `my_complaints(${p})`),
  move_complaint: { about: (ids) => `move_complaint('${note(ids)}', 1, 'acknowledged', null)`, nothing: `move_complaint('${nobody}', 1, 'acknowledged', null)` },
  rights_waiting: { about: () => 'rights_waiting()', nothing: 'rights_waiting()' },
  ask_subject_access: about((p) => `ask_subject_access(${p}, current_date, 'phone', null, true, true, null)`),
  subject_access_asked: about((p) => `subject_access_asked(${p})`),
  subject_access_parts: { about: () => 'subject_access_parts()', nothing: 'subject_access_parts()' },
  subject_access_status: { about: (ids) => `subject_access_status('${note(ids)}')`, nothing: `subject_access_status('${nobody}')` },
  subject_access_things: { about: (ids) => `subject_access_things('${note(ids)}')`, nothing: `subject_access_things('${nobody}')` },
  decide_subject_access: { about: (ids) => `decide_subject_access('${note(ids)}', '{${note(ids)}}', '{1}', true, null, null)`, nothing: `decide_subject_access('${nobody}', '{${nobody}}', '{1}', true, null, null)` },
  hide_in_subject_access: { about: (ids) => `hide_in_subject_access('${note(ids)}', '${note(ids)}', 1, '{secret}', 'third_party', null)`, nothing: `hide_in_subject_access('${nobody}', '${nobody}', 1, '{secret}', 'third_party', null)` },
  show_in_subject_access: { about: (ids) => `show_in_subject_access('${note(ids)}', '${note(ids)}', '${note(ids)}')`, nothing: `show_in_subject_access('${nobody}', '${nobody}', '${nobody}')` },
  move_subject_access: { about: (ids) => `move_subject_access('${note(ids)}', 1, 'release', null, true)`, nothing: `move_subject_access('${nobody}', 1, 'release', null, true)` },
  subject_access_pack: { about: (ids) => `subject_access_pack('${note(ids)}')`, nothing: `subject_access_pack('${nobody}')` },
  my_subject_access: about((p) => `my_subject_access(${p})`),
  unusual_accesses: { about: () => 'unusual_accesses(false, 50)', nothing: 'unusual_accesses(true, 50)' },
  settle_unusual_access: { about: (ids) => `settle_unusual_access('${note(ids)}', 1, 'explained', 'x')`, nothing: `settle_unusual_access('${nobody}', 1, 'explained', 'x')` },
  seconds_unsealed: { about: () => '(select seconds_unsealed() >= 0) one', nothing: '(select seconds_unsealed() >= 0) one', ownWords: true },
  name_colleagues: { about: () => 'name_colleagues(true)', nothing: 'name_colleagues(true)' },
  read_before: { about: (ids) => `read_before('${ids.persons[0] ?? ''}', 'ContactNote', '${note(ids)}')`, nothing: `read_before('${nobody}', 'ContactNote', '${nobody}')` },
  follow_audience: { about: (ids) => `follow_audience('${ids.persons[0] ?? ''}', 'ContactNote', '${note(ids)}')`, nothing: `follow_audience('${nobody}', 'ContactNote', '${nobody}')` },
  seal_item: { about: (ids) => `seal_item('${ids.persons[0] ?? ''}', 'ContactNote', '${note(ids)}', null)`, nothing: `seal_item('${nobody}', 'ContactNote', '${nobody}', null)` },
  sharing_held: about((p) => `sharing_held(${p})`),
  known_doors: about((p) => `known_doors(${p})`),
  circle_access: about((p) => `circle_access(${p})`),
  access_log: about((p) => `access_log(${p}, 9223372036854775807, 50, null)`),
  ig_people: about((p) => `ig_people(null, ${p}, 50)`),
  people_named: { about: () => `people_named(array['%person 0%'], null, null, null, null, 50)`, nothing: `people_named(array['%nobody%'], null, null, null, null, 50)` },
  namesakes: { about: () => `namesakes('Person', '0', 50)`, nothing: `namesakes('Nobody', 'Known', 50)` },
  key_worker_candidates: about((p) => `key_worker_candidates(${p})`),
  key_worker_stands: about((p) => `key_worker_stands(${p}, '${nobody}')`),
  answer_key_worker: about((p) => `answer_key_worker(${p}, '${nobody}', 'accepted', now())`),
  cover_case: about((p) => `cover_case(${p}, '${nobody}', '${nobody}', '${nobody}', now() + interval '1 day')`),
  stand_ins: about((p) => `stand_ins(${p}, '${nobody}', '{${nobody}}')`),
  end_cover: about((p) => `end_cover(${p}, '${nobody}')`),
  settle_case: about((p) => `settle_case(${p}, '${nobody}', 'closed', 'x', now(), null, now())`),
  ownership_gaps: { about: () => 'ownership_gaps()', nothing: 'ownership_gaps()' },
  leaver_owns: { about: (ids) => `leaver_owns('${ids.memberships[0] ?? ''}')`, nothing: `leaver_owns('${nobody}')` },
  people_sounding: {
    about: () => `people_sounding(array['%person 0%', '%hiden%'], array[null, 'hiden'], null, null, null, null, 50)`,
    nothing: `people_sounding(array['%nobody%', '%hiden%'], array[null, 'hiden'], null, null, null, null, 50)`,
  },
  move_note: { about: (ids) => `move_note('${ids.persons[0] ?? ''}', '${note(ids)}', '${ids.persons[1] ?? ''}', 'circle')`, nothing: `move_note('${nobody}', '${nobody}', '${randomUUID()}', 'circle')` },
  publish_plan: about((p) => `publish_plan(${p}, '${nobody}', now())`),
  move_action: about((p) => `move_action(${p}, '${nobody}', 1, 'open', 'done', null, now())`),
  plan_writer: about((p) => `plan_writer(${p}, 'plan', null)`),
  suggest_for_myself: about((p) => `suggest_for_myself(${p}, '${nobody}', 'need', null, null, 'x', null, 'named')`),
  move_suggestion: about((p) => `move_suggestion(${p}, '${nobody}', 1, 'withdrawn', null, null, null, null)`),
  register_person: {
    about: (ids) => `register_person('${ids.persons[0] ?? ''}', '${randomUUID()}', 'organisation', '${ids.organisations[0] ?? ''}', '{plan}')`,
    nothing: `register_person('${nobody}', '${randomUUID()}', 'organisation', '${randomUUID()}', '{plan}')`,
  },
  refused_lately: { about: () => `refused_lately('register', '1 hour')`, nothing: `refused_lately('never-done', '1 hour')` },
  caller: { about: (ids) => `caller('${ids.users[0] ?? ''}', '${ids.persons[0] ?? ''}')`, nothing: `caller('${nobody}', '${nobody}')`, beforeSignIn: true },
  credential_of: { about: (ids) => `credential_of('${ids.users[0] ?? ''}')`, nothing: `credential_of('nobody@example.org')`, beforeSignIn: true },
  make_link: {
    about: (ids) => `make_link('${randomUUID()}', sha256('x'), 'password', '${ids.users[0] ?? ''}', now() + interval '1 hour')`,
    nothing: `make_link('${randomUUID()}', sha256('x'), 'password', 'nobody@example.org', now() + interval '1 hour')`, beforeSignIn: true,
  },
  link_is_for: { about: () => `link_is_for(sha256('guessed'))`, nothing: `link_is_for(sha256('another'))` },
  redeem_link: { about: () => `redeem_link(sha256('guessed'), 'hash')`, nothing: `redeem_link(sha256('another'), 'hash')` },
  try_once: { about: (ids) => `try_once('sign-in', '${ids.users[0] ?? ''}', 5, '1 minute')`, nothing: `try_once('sign-in', 'nobody@example.org', 5, '1 minute')`, ownWords: true },
  forget_tries: { about: (ids) => `forget_tries('sign-in', '${ids.users[0] ?? ''}')`, nothing: `forget_tries('sign-in', 'nobody@example.org')`, ownWords: true },
  ctx_part: { about: () => 'ctx_part(7)', nothing: 'ctx_part(10)', ownWords: true },
};

describe('functions that run with the rights of the keeper', () => {
  let proof: Proof;
  let ids: Ids;

  beforeAll(async () => {
    proof = await openProof();
    ids = await load(proof.superuser, small);
    // They are looked for, and every practitioner may open records in an emergency.
    await proof.superuser.query(`insert into nhs_number_holder (nhs_number, person_id, state) values ($1, $2, 'current')`, [HELD, ids.persons[0]]);
    await proof.superuser.query('update organisation set opens_in_emergency = true where id = any ($1)', [ids.organisations]);
    await proof.superuser.query(
      `insert into contact_point (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_by, source, kind, value, protected) values ($1, $2, $3, 'identity', 'circle', false, '{}', $4, 'ui', 'address', 'x', true)`,
      [ids.persons[0], randomUUID(), ids.organisations[0], ids.users[0]],
    );
    await proof.superuser.query(
      `insert into person_merge (id, kept, merged, because, proposed_by, proposed_by_name, proposed_for) values ($1, $2, $3, 'secret', $4, 'Somebody', $5)`, [MERGE, ids.persons[0], ids.persons[1], ids.users[0], ids.organisations[0]],
    );
    await proof.superuser.query(`insert into credential (user_id, password_hash) values ($1, 'secret')`, [ids.users[0]]);
    await proof.superuser.query(
      `insert into audit_event (request_id, user_id, organisation_id, purpose, action, subject, outcome, person_id) values ('r', $1, $2, 'direct-care', 'register', 'Person', 'refused', $3)`,
      [ids.users[0], ids.organisations[0], ids.persons[0]],
    );
  });
  afterAll(() => proof?.close());

  /** What a caller gets, as text, whether rows or a refusal; and that nothing has changed is seen by the roll-back's caller. */
  async function answer(signed: string, call: string): Promise<string> {
    try {
      return JSON.stringify(await within(proof.app, signed, `select * from ${call}`));
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      return `${code} ${message}`;
    }
  }
  const as = (caller: Caller): string => sign(proof.key, actorOf(ids, caller));

  it('are each called here as a stranger: a new one needs its call', async () => {
    const { rows } = await proof.superuser.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'onestory'::regnamespace and prosecdef and has_function_privilege('onestory_app', oid, 'execute') order by 1`,
    );
    expect(rows.map((row) => row.name)).toEqual(Object.keys(CALLS).sort());
  });

  it.each(Object.keys(CALLS))('%s tells a stranger, an excluded worker and an outsider nothing: what is hidden answers like what does not exist', async (name) => {
    const call = CALLS[name] as Call;
    for (const who of [stranger, excluded, outsider]) {
      expect(await answer(as(who), call.about(ids))).toBe(await answer(as(who), call.nothing));
    }
  });

  it.each(Object.entries(CALLS).filter(([, call]) => !call.beforeSignIn).map(([name]) => name))('%s tells nothing without a context', async (name) => {
    const call = CALLS[name] as Call;
    expect(await answer('', call.about(ids))).toBe(await answer('', call.nothing));
  });

  it('refresh_person_access grants nothing: what follows from the facts is the same after a stranger has called it', async () => {
    const state = async () => (await proof.superuser.query('select * from person_access where person_id = any ($1) order by person_id, scope_id, fact_id', [ids.persons])).rows as unknown[];
    const before = await state();
    await proof.app.query('select refresh_person_access($1)', [ids.persons[0]]);
    expect(await state()).toEqual(before);
  });

  it('register_person takes nobody over: a person who exists is refused to the organisation that would like to have registered them', async () => {
    const call = (person: string): string => `register_person('${person}', '${randomUUID()}', 'organisation', '${ids.organisations[1] ?? ''}', '{plan}')`;
    expect(await answer(as(stranger), call(ids.persons[0] as string))).toBe('42501 refused');
    expect(await answer(as(stranger), call(randomUUID()))).toContain('register_person');
  });

  it('I29: acting for the organisation that knows the person is not offered to the worker who is excluded there', async () => {
    const opens = async (user: number): Promise<unknown> =>
      (await proof.superuser.query('select opens from caller($1, $2)', [ids.users[user], ids.persons[0]])).rows;
    expect(await opens(0)).toEqual([{ opens: true }]);
    expect(await opens(2)).toEqual([{ opens: false }]);
  });
});
