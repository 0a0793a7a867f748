import { fileFrom, pageCountOf, rolesIn, structureOf, wordsIn } from '../support/pdf';
import { aWorker } from '../support/staff';
import { wordsOf } from './people';
import { publish, smallest } from './plans';
import { margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app.close());

const planned = async (): Promise<string> => {
  const personId = await margery(round, jo);
  await publish(jo, personId, {
    ...smallest(), atNight: 'Rapid Response, 01632 960113', whatHelps: 'The radio in the kitchen.', noReply: 'Number 11 has a key.', carerCannot: 'Kestrel comes twice a day.', conditions: 'The tablet dries her eyes.',
    additionalPlans: 'Escalation plan: yellow folder by the bed.', ifItGoesWrongContact: 'Community matron, 01632 960112',
  });
  return personId;
};

describe('The emergency view', () => {
  it('says on one screen whom to ring, what to do, how to talk with them and who is there, and what is not held', async () => {
    const personId = await planned();
    await jo.send('post', `/api/people/${personId}/about-me`, { heading: 'please_do_not', text: 'Do not shout.', voice: 'self' }).expect(201);
    expect((await jo.get(`/people/${personId}`).expect(200)).text).toContain(`href="/people/${personId}/emergency"`);
    for (const visitor of [jo, idris]) {
      const words = wordsOf((await visitor.get(`/people/${personId}/emergency`).expect(200)).text);
      expect(words).toMatch(/Medicines and allergies are not held here\..*Ring first.*At this hour.*What to do.*Two pillows are not enough: ring the same day\..*Ring first then: ?Community matron.*The radio in the kitchen.*Number 11 has a key.*Kestrel comes twice a day.*yellow folder.*How to talk with.*Do not shout\..*Who is with/);
      expect(words).toContain('Rapid Response, 01632 960113');
      expect(words).toContain('Jo Whitcombe, 01632 960010');
    }
    const answer = (await jo.get(`/api/people/${personId}/emergency`).expect(200)).body as Record<string, unknown>;
    expect(answer).toMatchObject({ notHeld: ['medicines', 'allergies'], whatToDo: [{ section: 'if_it_goes_wrong', contact: 'Community matron, 01632 960112' }, { section: 'what_helps' }, { section: 'no_reply' }, { section: 'carer_cannot' }, { section: 'additional_plans' }] });
    expect(answer['ring']).toEqual(expect.arrayContaining([{ section: 'at_night', text: 'Rapid Response, 01632 960113' }]));
  });

  it('says of a child that it is one, after those who are rung, and gives no number for it', async () => {
    const personId = await planned();
    const kin = (name: string, relation: string, born: string, phone: string): Promise<unknown> => app.sql(
      `insert into related_person (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, name, relation, main_carer, emergency_contact, lives_with, may_be_told, birth_date, phone)
       values ($1, gen_random_uuid(), $2, 'circle', 'circle', true, $3, 'system', $4, $5, false, true, true, '{}', $6, $7)`, [personId, round.council.id, round.jo.userId, name, relation, born, phone]);
    await kin('Ellie', 'daughter', '2013-03-01', '01632 960171');
    await kin('Kerry', 'sister', '1980-03-01', '01632 960172');
    for (const page of ['emergency', 'first-day']) {
      const words = wordsOf((await jo.get(`/people/${personId}/${page}`).expect(200)).text);
      expect(words).toMatch(/Kerry ?, sister, lives there, rung in an emergency.*Ellie ?, daughter, lives there, a child: nobody to ring or to count on/);
      expect([words.includes('01632 960172'), words.includes('01632 960171')]).toEqual([true, false]);
    }
    expect(((await jo.get(`/api/people/${personId}/emergency`)).body as { withThem: unknown[] }).withThem).toMatchObject([{ name: 'Kerry', emergencyContact: true, child: false }, { name: 'Ellie', emergencyContact: false, phone: null, child: true }]);
  });

  it('has on paper what everybody may read who comes in, as a tagged PDF, in large print too, with whom to ring at whatever hour; that it was printed is in the audit', async () => {
    const personId = await planned();
    await jo.send('post', `/api/people/${personId}/family`, { name: 'Kerry', relation: 'sister', livesWith: 'yes', phone: '01632 960172' }).expect(201);
    await jo.send('post', `/api/people/${personId}/family`, { name: 'Ray', relation: 'nephew', emergencyContact: 'yes', birthDate: '1980-01-01', mustNotBeTold: 'That she has savings' }).expect(201);
    const answer = await fileFrom(jo.get(`/people/${personId}/emergency/pdf`)).expect(200);
    const words = await wordsIn(answer.body as Buffer);
    expect(words).toMatch(/^ ?Emergency view of Margery .*Ring first Key worker: Jo Whitcombe, Marlshire County Council: .*Where nobody answers: NHS 111, day and night: 111 .*Jo Whitcombe, 01632 960010.*What to do.*Two pillows are not enough.*Ring first then: Community matron.*Who is with Margery.*Kerry, sister, lives there 01632 960172/);
    expect(words).not.toMatch(/savings|Ray|undefined|null/);
    const screen = wordsOf((await jo.get(`/people/${personId}/emergency`).expect(200)).text);
    for (const line of ['savings', 'Ray']) expect(screen).toContain(line);
    const [document] = await structureOf(answer.body as Buffer);
    expect(rolesIn(document ? [document] : [])).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody']));
    const large = (await fileFrom(jo.get(`/people/${personId}/emergency/pdf?size=large`)).expect(200)).body as Buffer;
    expect([(await wordsIn(large)).includes('Two pillows are not enough'), (await pageCountOf(large)) > (await pageCountOf(answer.body as Buffer))]).toEqual([true, true]);
    expect(await app.sql(`select 1 from audit_event where request_id = $1 and person_id = $2 and action = 'print' and subject = 'CarePlan'`, [answer.headers['x-request-id'], personId])).toHaveLength(1);
  });

  it('opens to nobody who could not open the person, and shows nobody more than the rest of the record does', async () => {
    const personId = await planned();
    const stranger = await round.martin.signIn();
    for (const path of [`/people/${personId}/emergency`, `/api/people/${personId}/emergency`]) await stranger.get(path).expect(404);
    const [view, plan] = [wordsOf((await delphine.get(`/people/${personId}/emergency`).expect(200)).text), wordsOf((await delphine.get(`/people/${personId}/plan`).expect(200)).text)];
    expect(view).not.toContain('dries her eyes');
    expect(plan).not.toContain('dries her eyes');
    expect(await app.sql(`select count(*)::int > 0 as audited from audit_event where person_id = $1 and subject = 'CarePlan' and user_id = $2`, [personId, round.delphine.userId])).toEqual([{ audited: true }]);
  });

  it('is one link away in the banner of every page for whoever looks at records in emergencies, and for nobody else', async () => {
    const personId = await planned();
    const viewer = await (await aWorker(app, round.council, { roles: ['emergency_viewer'] })).signIn();
    for (const path of ['/plan', '/circle', '/timeline']) {
      const on = async (visitor: typeof jo): Promise<boolean> => (await visitor.get(`/people/${personId}${path}`).expect(200)).text.includes(`href="/people/${personId}/emergency"`);
      expect([path, await on(viewer), await on(jo)]).toEqual([path, true, false]);
    }
  });
});
