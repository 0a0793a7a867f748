import 'reflect-metadata';
import { verify } from '@node-rs/argon2';
import { Test, type TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import { CareTeamsModule } from '@app/care-teams';
import { CasesModule } from '@app/cases';
import { ContactsModule } from '@app/contacts';
import { newId, runInContext } from '@app/kernel';
import { CoverQueries, KeyWorkersModule } from '@app/key-workers';
import { MeasuresModule, WaitingQueries } from '@app/measures';
import { AccessLogQueries, CaseloadQueries, MyPageQueries, OverviewsModule, PersonPageQueries, SearchQueries, TimelineQueries, WorkloadsQueries, type PersonPage } from '@app/overviews';
import { PersonsModule } from '@app/persons';
import { RecordsModule } from '@app/records';
import { SharingConversations, SharingModule } from '@app/sharing';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { actorOf } from '../../../../test/support/actor';
import { entities } from '../../../../migrations/schema';
import { accounts, PASSWORD } from './accounts';
import { loadDemonstration } from './load';
import * as colleagues from './people/colleagues';

describe('the demonstration place in a database', () => {
  let db: TestDatabase;
  let all: Client;
  let module: TestingModule;

  beforeAll(async () => {
    db = await createTestDatabase();
    all = new Client({ connectionString: db.superuserUrl, options: '-c search_path=onestory,public' });
    await all.connect();
    await loadDemonstration(db, { log: () => undefined });
    const { rows: [row] } = await all.query<{ key: Buffer }>('select key from context_key');
    module = await Test.createTestingModule({
      imports: [
        RecordsModule.forRoot({ appUrl: db.appUrl, contextKey: row?.key ?? Buffer.alloc(0), entities }),
        PersonsModule, SharingModule, CasesModule, CareTeamsModule, KeyWorkersModule, ContactsModule, OverviewsModule, MeasuresModule,
      ],
    }).compile();
    await module.init();
  }, 240_000);
  afterAll(async () => {
    await module?.close();
    await all?.end();
    await db?.drop();
  });

  const one = async <T extends object>(sql: string, values: unknown[] = []): Promise<T> => {
    const { rows: [row] } = await all.query<T>(sql, values);
    if (!row) throw new Error(`Nothing answers ${sql}`);
    return row;
  };
  const idOf = async (given: string, family: string, born?: string): Promise<string> =>
    (await one<{ person_id: string }>(`select person_id from person where given = $1 and family = $2 and ($3::date is null or birth_date = $3)`, [given, family, born ?? null])).person_id;
  const as = async <T>(email: string, work: () => Promise<T>): Promise<T> => {
    const actor = await actorOf(all, email);
    return runInContext({ requestId: newId(), actor, purpose: 'direct-care', source: 'ui' }, work);
  };
  const open = (email: string, personId: string): Promise<PersonPage> => as(email, () => module.get(PersonPageQueries).page(personId));
  const texts = async (email: string, personId: string): Promise<string> =>
    (await as(email, () => module.get(TimelineQueries).page(personId, 100, null))).filter(({ type }) => type === 'note').map(({ text }) => text).join('\n');
  const nothing = 'There is nothing here';

  it('has 301 people, one open case at most for each, and everybody told in somebody’s name', async () => {
    expect(await one(`select (select count(*)::int from organisation) as organisations, (select count(*)::int from person) as people,
      (select count(*)::int from user_account) as users, (select count(*)::int from person p where not exists (select 1 from audit_event e where e.person_id = p.person_id)) as "unaudited",
      (select count(*)::int from person p where not exists (select 1 from person_access a where a.person_id = p.person_id)) as unreachable,
      (select count(*)::int from contact_note n where n.happened_at > now()) as ahead`))
      .toEqual({ organisations: 25, people: 301, users: 58, unaudited: 0, unreachable: 0, ahead: 0 });
  });

  it('has nobody leading a case that is closed, and nobody without a lead whose case is under way', async () => {
    const led = `exists (select 1 from key_worker_assignment w where w.person_id = c.person_id and w.case_id = c.id and w.kind = 'lead' and w.ended_at is null)`;
    expect(await one(`select count(*) filter (where state = 'closed' and ${led})::int as closed, count(*) filter (where state in ('active', 'monitoring') and not ${led})::int as unled from coordination_case c`))
      .toEqual({ closed: 0, unled: 0 });
  });

  it('is not built a second time where organisations are', async () => {
    const said: string[] = [];
    expect((await loadDemonstration(db, { log: (line) => said.push(line) })).accounts).toEqual([]);
    expect(said).toEqual([]);
    expect(await one('select count(*)::int as people from person')).toEqual({ people: 301 });
  });

  it('is never built in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    await expect(loadDemonstration(db, { log: () => undefined })).rejects.toThrow('never loaded in production');
    process.env['NODE_ENV'] = before;
  });

  it('lets the ten accounts sign in with the one password', async () => {
    expect(accounts()).toHaveLength(10);
    for (const { email } of accounts()) {
      const { password_hash: kept } = await one<{ password_hash: string }>('select password_hash from credential_of($1)', [email]);
      expect(await verify(kept, PASSWORD)).toBe(true);
    }
  });

  it('shows Martin Quill, who collects rent, nobody: not in a list, not in a search, not by the address of a page', async () => {
    expect(await as('income@demo.test', () => module.get(CaseloadQueries).page('everyone', 'name', 100, null))).toEqual([]);
    for (const name of ['Derek', 'Hallam', 'Siobhan', 'a']) expect(await as('income@demo.test', () => module.get(SearchQueries).find(name, 50))).toEqual([]);
    const { rows } = await all.query<{ person_id: string }>('select person_id from person');
    const { userId, membershipId, organisationId } = await actorOf(all, 'income@demo.test');
    expect(await one('select count(*)::int as doors from person_access where scope_id = any ($1)', [[userId, membershipId, organisationId]])).toEqual({ doors: 0 });
    for (const { person_id: personId } of rows.slice(0, 20)) await expect(open('income@demo.test', personId)).rejects.toThrow(nothing);
  });

  it('lets Jo Whitcombe lead her people, and Fran Lister see who looked', async () => {
    const caseload = await as('keyworker@demo.test', () => module.get(CaseloadQueries).page('mine', 'name', 100, null));
    expect(caseload.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringContaining('Plumtree-Oduya'), expect.stringContaining('Miah')]));
    expect(caseload).toHaveLength(28);
    const margery = await idOf('Margery', 'Plumtree-Oduya');
    expect((await as('ig@demo.test', () => module.get(AccessLogQueries).page(margery, 100, null))).map(({ who }) => who)).toContain('Jo Whitcombe');
  });

  it('gives Denise Marchetti a board: two people wait and one of them is spoken for, somebody is away and covered, and Jo has more than was agreed', async () => {
    const board = await as('manager@demo.test', async () => ({
      waiting: await module.get(WaitingQueries).list(null), covered: await module.get(CoverQueries).now(), workloads: await module.get(WorkloadsQueries).byKeyWorker(),
    }));
    expect(board.waiting.map(({ asked }) => asked).sort()).toEqual(['Marcia Bell', null]);
    expect(board.covered).toMatchObject([{ lead: 'Adaeze Nwosu', cover: 'Pete Langridge' }]);
    expect(board.workloads.filter(({ points, capacity }) => capacity !== null && points > capacity).map(({ name }) => name)).toEqual(['Jo Whitcombe']);
  });

  it('Margery: Warm Hearth knows the house and nothing else; choir and money stay where they are', async () => {
    const margery = await idOf('Margery', 'Plumtree-Oduya');
    expect((({ yourCategories, toldOfSharing }) => [...yourCategories.sort(), toldOfSharing])(await open(colleagues.rory, margery))).toEqual(['housing', 'identity', true]);
    expect((await open(colleagues.rory, margery)).aboutMe).toEqual([]);
    const heard = await texts(colleagues.rory, margery);
    expect(heard).toMatch('24 per cent damp');
    expect(heard).not.toMatch(/perching stool|Weight|choir/i);
    expect((await open('keyworker@demo.test', margery)).keyWorker?.name).toBe('Jo Whitcombe');
    expect(await texts('nurse@demo.test', margery)).not.toMatch('I write it all down now');
  });

  it('Chidi: Ward 7 may open him and his wife on it may not; his mood is with practice and trust', async () => {
    const chidi = await idOf('Chidi', 'Okafor');
    expect((await open(colleagues.oonagh, chidi)).person.given).toBe('Chidi');
    await expect(open(colleagues.ngozi, chidi)).rejects.toThrow(nothing);
    expect(await texts(colleagues.callum, chidi)).toMatch('BURDEN');
    for (const email of [colleagues.oonagh, colleagues.val]) expect(await texts(email, chidi)).not.toMatch('BURDEN');
  });

  it('Siobhan and Derek: Fernlea sees the bathroom, repairs and fire, not health or money', async () => {
    for (const personId of [await idOf('Siobhan', 'Keane-Whitlock'), await idOf('Derek', 'Hallam')]) {
      const page = await open('housing@demo.test', personId);
      expect(page.yourCategories.sort()).toEqual(['housing', 'identity']);
      expect([page.aboutMe, page.relatives, page.nhsNumber]).toEqual([[], [], null]);
    }
    expect(await texts('housing@demo.test', await idOf('Siobhan', 'Keane-Whitlock'))).not.toMatch(/Infusion/);
    expect((await open(colleagues.joan, await idOf('Derek', 'Hallam'))).yourCategories).toContain('money');
  });

  it('Rasheed: what his son asked is with the council alone', async () => {
    const rasheed = await idOf('Rasheed', 'Miah');
    expect(await texts(colleagues.sheila, rasheed)).not.toMatch('Kamal rang');
    expect((await open(colleagues.sheila, rasheed)).yourCategories.sort()).toEqual(['contacts', 'identity']);
  });

  it('Lorna: opens to those named only; her address, phone and practice to four; why, to three', async () => {
    const lorna = await idOf('Lorna', 'Pettifer');
    const strangers = ['keyworker@demo.test', 'manager@demo.test', colleagues.marcia, colleagues.helen, colleagues.keith, colleagues.craig, colleagues.sheila, 'nurse@demo.test'];
    for (const email of strangers) {
      await expect(open(email, lorna)).rejects.toThrow(nothing);
      expect(await as(email, () => module.get(SearchQueries).find('Lorna Pettifer', 10))).toEqual([]);
    }
    const doctors = await open(colleagues.sunil, lorna);
    expect(doctors.circle.map(({ worker }) => worker).sort()).toEqual(['Adaeze Nwosu', 'Dr Sunil Perera']);
    for (const sealed of ['domestic_abuse', 'safeguarding']) expect(doctors.yourCategories).not.toContain(sealed);
    expect(doctors.circle.find(({ worker }) => worker === 'Dr Sunil Perera')?.categories).not.toContain('domestic_abuse');
    expect(doctors.contactPoints.map(({ kind }) => kind).sort()).toEqual(['address', 'phone', 'practice']);
    expect(await texts(colleagues.sunil, lorna)).not.toMatch(/he drives|Harriet/);
    for (const email of [colleagues.adaeze, colleagues.anita, colleagues.harriet]) {
      expect((await open(email, lorna)).circle.map(({ worker }) => worker)).toEqual(expect.arrayContaining(['Anita Bose', 'Harriet Moss']));
      expect(await texts(email, lorna)).toMatch('he drives for a charity');
    }
    expect(await one(`select count(*)::int as open from contact_point where person_id = $1 and sealed_to is null`, [lorna])).toEqual({ open: 0 });
  });

  it('Wanda: her niece signs in to what was agreed, and sees who looked; nothing that Gareth is not to be told', async () => {
    const mine = await as('carer@demo.test', () => module.get(MyPageQueries).page(null, new Date()));
    expect([mine.person.given, mine.as]).toEqual(['Wanda', 'carer']);
    expect(mine.categories).toEqual(expect.arrayContaining(['health', 'access_log']));
    expect(mine.categories).not.toContain('money');
    expect(mine.timeline.map(({ text }) => text).join()).not.toMatch('Gareth');
    expect((await as('carer@demo.test', () => module.get(AccessLogQueries).page(mine.person.personId, 50, null))).length).toBeGreaterThan(0);
    await expect(open(colleagues.nadia, mine.person.personId)).rejects.toThrow(nothing);
  });

  it('Toby: who Mia is stands in no note for the whole circle', async () => {
    const toby = await idOf('Tobias', 'Arkwright-Singh');
    expect(await texts(colleagues.naomi, toby)).toMatch('Mia');
    expect(await texts(colleagues.marcia, toby)).not.toMatch('Mia');
    expect((await open(colleagues.karl, toby)).yourCategories).not.toContain('sexual_health');
    expect((await open(colleagues.marcia, toby)).yourCategories).not.toContain('sexual_health');
  });

  it('Eun-ji: reads her own record; the council that builds her ramp sees no mental health; Saltmarsh is gone', async () => {
    const mine = await as('person@demo.test', () => module.get(MyPageQueries).page(null, new Date()));
    expect([mine.person.given, mine.as, mine.keyWorker?.name]).toEqual(['Eun-ji', 'own', 'Marcia Bell']);
    expect(mine.timeline.filter(({ type }) => type === 'note').length).toBeGreaterThan(2);
    expect((await open(colleagues.leanne, mine.person.personId)).yourCategories).not.toContain('mental_health');
    await expect(open(colleagues.colin, mine.person.personId)).rejects.toThrow(nothing);
  });

  it('Jack and Johnny: Jack’s nurses cannot open Johnny, and New Leaf is known to three', async () => {
    const johnny = await idOf('John', 'Bywater', '1970-03-01');
    for (const email of ['nurse@demo.test', colleagues.ruth, colleagues.abi]) await expect(open(email, johnny)).rejects.toThrow(nothing);
    for (const email of [colleagues.shanelle, 'keyworker@demo.test', colleagues.helen]) {
      const page = await open(email, johnny);
      expect(JSON.stringify([page.circle, page.alerts, await texts(email, johnny)])).not.toMatch(/New Leaf|Aidan|sober/i);
    }
    for (const email of [colleagues.adaeze, colleagues.aidan, colleagues.sunil]) expect((await open(email, johnny)).circle.map(({ organisation }) => organisation)).toContain('New Leaf');
  });

  it('Dawit: immigration is with nobody, tuberculosis with practice and trust, and a voluntary worker leads', async () => {
    const dawit = await idOf('Dawit', 'Tesfaye');
    expect(await one(`select count(*)::int as n from person_access where person_id = $1 and 'immigration' = any (categories)`, [dawit])).toEqual({ n: 0 });
    const treating = await open(colleagues.bernadette, dawit);
    expect([treating.alerts.length, treating.keyWorker?.organisation]).toEqual([1, 'Age Well Brackenbridge']);
    expect([treating.nhsNumber, treating.person.nhsNumberAbsentBecause]).toEqual(['9990633770', null]);
    expect((await open(colleagues.selam, dawit)).alerts).toEqual([]);
    expect(await as(colleagues.selam, () => module.get(SharingConversations).agreed(dawit))).toMatchObject({ version: 1, asks: true, last: { conversation: { answer: 'ask' } } });
    expect((await open(colleagues.gary, dawit)).yourCategories.sort()).toEqual(['housing', 'identity']);
  });

  it('Delphine has referrals waiting for her, and the place has one in every state that a referral comes to stand in', async () => {
    const states = await all.query<{ state: string; n: number }>('select state, count(*)::int as n from referral group by 1 order by 1');
    expect(Object.fromEntries(states.rows.map(({ state, n }) => [state, n]))).toMatchObject({ sent: 2, acknowledged: 2, info_requested: 1, accepted: 1, waiting: 1, in_progress: 2, completed: 1, declined: 1, withdrawn: 1 });
  });

  it('Margery and Chidi: everybody who helps is asked to their reviews, his wife on Ward 7 is not, and what Val said on the telephone waits for her yes', async () => {
    const asked = async (person: string): Promise<(string | null)[]> =>
      (await all.query<{ code: string | null }>(`select o.code from review_invitee i left join organisation o on o.id = i.organisation_id where i.person_id = $1 and i.state = 'invited' and i.organisation_id is not null order by o.code`, [person])).rows.map(({ code }) => code);
    const [margery, chidi] = [await idOf('Margery', 'Plumtree-Oduya'), await idOf('Chidi', 'Okafor')];
    expect(await asked(margery)).toEqual(expect.arrayContaining(['AGE-WELL', 'KESTREL', 'MARL-VALLEY', 'WARM-HEARTH', 'WEIRSIDE-MP']));
    expect(await asked(chidi)).toEqual(expect.arrayContaining(['MARL-GENERAL', 'TALK-AGAIN', 'WEIRSIDE-MP']));
    expect(await one(`select count(*)::int as n from notice n join user_account u on u.id = n.recipient_id where u.email = $1 and n.person_id = $2`, [colleagues.ngozi, chidi])).toEqual({ n: 0 });
    expect(await one(`select said_by_name as said, count(*) over ()::int as n from review_contribution where person_id = $1 and said_by_organisation_id is not null`, [chidi])).toEqual({ said: 'Val Hope', n: 1 });
  });
  it('the integrated team has held its huddle on a Tuesday: Margery and Derek stay on the list, Rasheed comes off, and Idris has something to do', async () => expect((await all.query<Record<string, unknown>>(`select p.family, l.outcome, l.stays, split_part(l.doer_name, ',', 1) as doer, extract(isodow from h.held_on)::int as day, h.held_on < current_date and h.ended_at is not null as over, u.email as chair from huddle_line l join person p on p.person_id = l.person_id join huddle h on h.id = l.huddle_id join membership m on m.id = h.chair_membership_id join user_account u on u.id = m.user_id where l.outcome is not null order by p.family`)).rows.map(Object.values)).toEqual([['Hallam', 'none', true, null, 2, true, colleagues.denise], ['Miah', 'none', false, null, 2, true, colleagues.denise], ['Plumtree-Oduya', 'action', true, 'Idris Vaughan', 2, true, colleagues.denise]]));

  it('Pat: nobody at Age Well may open her, herself as a volunteer included; her earlier number is no search hit', async () => {
    const pat = await idOf('Patricia', 'Ferncliffe');
    for (const email of [colleagues.patAtWork, colleagues.delphine, colleagues.joan]) await expect(open(email, pat)).rejects.toThrow(nothing);
    expect(await one(`select state from nhs_number_holder where nhs_number = '9990801428' and person_id = $1`, [pat])).toEqual({ state: 'superseded' });
    expect(await as(colleagues.helen, () => module.get(SearchQueries).find('9990801428', 10))).toEqual([]);
    expect(await one(`select count(*)::int as told from person where nhs_number = '9990801428'`)).toEqual({ told: 0 });
  });
});
