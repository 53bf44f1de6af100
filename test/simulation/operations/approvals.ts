import type { Chance } from '../world/chance.ts';
import type { Doing, Operation, Place } from './person.ts';

type Pending = {
  id: string;
  expires_at: string;
  payload: { arguments?: Record<string, unknown>; tasks?: unknown[] };
  kind: string;
};

const pending = async ({ person }: Doing, place: Place): Promise<Pending[]> => {
  const answer = await person.client.call('GET', `${place.base}/approvals`, { query: { status: 'pending' } });
  return answer?.status === 200 ? (answer.body as { items: Pending[] }).items : [];
};

const verdict = (chance: Chance, { payload }: Pending, isLate: boolean): Record<string, unknown> => {
  const decision = chance.one(
    isLate ? ['approve', 'edit', 'edit'] : ['approve', 'approve', 'approve', 'reject', 'edit'],
  );
  return {
    decision,
    ...(decision === 'edit' && { arguments: payload.arguments ?? { tasks: payload.tasks?.slice(0, 2) } }),
    ...(decision === 'approve' && chance.happens(0.2) && { remember: true }),
  };
};

const decide = async (doing: Doing, { atExpiry }: { atExpiry: boolean }): Promise<void> => {
  const { person, chance, world } = doing;
  // Agents take a while until they ask; whoever looks at once finds nothing.
  await world.wait(chance.one([1, 500, 5_000, 40_000, 120_000]));
  const places = atExpiry ? [chance.one(person.places)] : person.places;
  for (const place of places) {
    const open = await pending(doing, place);
    const chosen = atExpiry ? open.slice(0, 1) : open.filter(() => chance.happens(0.7));
    for (const approval of chosen) {
      if (atExpiry) await world.wait(Date.parse(approval.expires_at) - world.schedule.now - chance.integer(-30, 30));
      const path = `${place.base}/approvals/${approval.id}/confirm`;
      const body = verdict(chance, approval, atExpiry);
      await person.client.call('POST', path, { body });
      if (chance.happens(0.2)) await person.client.call('POST', path, { body });
    }
  }
};

/** Of a run in any state, most often one that is under way. */
const askInRun = async ({ person, chance, world }: Doing): Promise<void> => {
  await world.wait(chance.one([1, 200, 2_000, 20_000]));
  const { base } = chance.one(person.places);
  const state = chance.one([undefined, 'running', 'running', 'waiting']);
  const answer = await person.client.call('GET', `${base}/runs`, { query: { limit: '5', ...(state && { state }) } });
  const runs = answer?.status === 200 ? (answer.body as { items: { id: string; mode: string }[] }).items : [];
  if (runs.length === 0) return;
  const { id, mode } = chance.one(runs);
  const found = mode === 'direct' ? undefined : await person.client.call('GET', `${base}/runs/${id}`);
  const tasks = found?.status === 200 ? (found.body as { tasks: { id: string }[] }).tasks : [];
  const body = {
    question: 'May it go on?',
    ...(tasks.length > 0 && chance.happens(0.6) && { task_id: chance.one(tasks).id }),
    ...(chance.happens(0.5) && { expires_in: 60 }),
    ...(chance.happens(0.3) && { schema: { type: 'object' } }),
  };
  await person.client.call('POST', `${base}/runs/${id}/approvals`, { body });
};

export const approvalOperations: Operation[] = [
  { name: 'approval decided', weight: 25, run: (doing) => decide(doing, { atExpiry: false }) },
  { name: 'approval decided as it expires', weight: 1, run: (doing) => decide(doing, { atExpiry: true }) },
  {
    name: 'a client has a run ask',
    weight: 3,
    run: (doing) => askInRun(doing),
  },
  {
    name: 'approvals decided together',
    weight: 1,
    run: async (doing) => {
      const { person, chance } = doing;
      const place = chance.one(person.places);
      const ids = (await pending(doing, place)).map(({ id }) => id);
      if (ids.length === 0) return;
      const body = { ids, decision: chance.one(['approve', 'reject']) };
      await person.client.call('POST', `${place.base}/approvals/batch`, { body });
    },
  },
  {
    name: 'remembered permissions revoked',
    weight: 1,
    run: async ({ person, chance }) => {
      const path = `${chance.one(person.places).base}/permissions`;
      const answer = chance.happens(0.5) ? await person.client.call('GET', path) : undefined;
      const known = answer?.status === 200 ? (answer.body as { items: { id: string }[] }).items : [];
      const [one] = known;
      await person.client.call('DELETE', one ? `${path}/${one.id}` : path);
    },
  },
];
