import type { Visitor } from '../support/app';

/** A day so many from today, as JSON sends it. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The smallest useful plan: one line in each box. */
export const smallest = (): Record<string, unknown> => ({
  whatMatters: 'Singing, and being at home with Tunde.',
  needs: [{ text: 'Getting to rehearsals', domain: 'transport' }],
  goals: [{ text: 'Sing the Fauré at Easter, sitting down.', actions: [{ what: 'Practise on the perching stool', doer: 'person' }] }],
  whoToRing: 'Jo Whitcombe, 01632 960010', ifItGoesWrong: 'Two pillows are not enough: ring the same day.', nextReviewOn: inDays(90), personView: 'agrees', viewAsked: 'directly',
});

export interface Line { id: string; version: number; text?: string; what?: string }
export interface Plan {
  plan: { id: string; version: number; label: string; state: string; changeSummary: string | null; nextReviewOn: string; personView: Record<string, unknown> | null } | null;
  statements: { section: string; text: string; contact: string | null }[];
  needs: { id: string; text: string }[];
  goals: { id: string; text: string; actions: { id: string; version: number; what: string; doer: { kind: string; name: string | null; organisationId: string | null } | null; dueOn: string | null; daysTimes: string | null; state: string }[] }[];
  otherActions: { id: string; what: string }[];
  versions: { id: string; label: string }[];
  readBefore: { id: string; label: string } | null;
  draft: { id: string; version: number } | null;
  version: number;
}

/** Starts a draft as JSON. Throws when that is refused. */
export async function draft(visitor: Visitor, personId: string, plan: Record<string, unknown> = smallest()): Promise<Plan> {
  const answer = await visitor.send('post', `/api/people/${personId}/care-plan/drafts`, plan);
  if (answer.status !== 201) throw new Error(`No draft: ${answer.status} ${answer.text}`);
  return answer.body as Plan;
}

/** The goals of a draft, each with its steps, of all of which is said that they go on. */
export const goingOn = ({ goals }: Pick<Plan, 'goals'>): object[] => goals.map(({ id, text, actions }) => ({ item: id, text, actions: actions.map((action) => ({ item: action.id, what: action.what, goesOn: 'yes' })) }));

/** Says of each step of a draft that it goes on. Throws when that is refused. */
export async function stepsGoOn(visitor: Visitor, personId: string, open: Plan): Promise<Plan> {
  const answer = await visitor.send('patch', `/api/people/${personId}/care-plan/drafts/${open.plan?.id}`, { goals: goingOn(open) }).set('If-Match', `"${open.plan?.version}"`);
  if (answer.status !== 200) throw new Error(`Not written: ${answer.status} ${answer.text}`);
  return answer.body as Plan;
}

/** Drafts and publishes as JSON; where it says nothing of goals, all steps go on. Throws when that is refused. */
export async function publish(visitor: Visitor, personId: string, plan: Record<string, unknown> = smallest()): Promise<Plan> {
  const begun = await draft(visitor, personId, plan);
  const { plan: version } = plan['goals'] ? begun : await stepsGoOn(visitor, personId, begun);
  const answer = await visitor.send('post', `/api/people/${personId}/care-plan/drafts/${version?.id}/publication`).set('If-Match', `"${version?.version}"`);
  if (answer.status !== 201) throw new Error(`Not published: ${answer.status} ${answer.text}`);
  return answer.body as Plan;
}

/** The plan as somebody reads it in JSON. */
export const planOf = async (visitor: Visitor, personId: string): Promise<Plan> => (await visitor.get(`/api/people/${personId}/care-plan`).expect(200)).body as Plan;

/** The ids of goals and steps on a page, in its order. */
export const linesOn = (html: string): string[] => [...html.matchAll(/id="(?:goal|step|need)-([0-9a-f-]{36})"/g)].map((match) => match[1] ?? '');
export const linesOf = ({ goals, otherActions, needs }: Plan): string[] => [...needs.map(({ id }) => id), ...goals.flatMap((goal) => [goal.id, ...goal.actions.map((action) => action.id)]), ...otherActions.map(({ id }) => id)];
