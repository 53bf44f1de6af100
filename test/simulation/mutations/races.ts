import { agentConfig } from '../operations/agents.ts';
import type { Doing, Operation, Place } from '../operations/index.ts';
import { AGENT_NAMES } from '../operations/messages.ts';

/** Where a race takes place, and who works in it. */
type Scene = { place: Place; session: string; agent: string; label: string };
type Act = (doing: Doing, scene: Scene) => Promise<unknown>;

const send =
  (bodyOf: (doing: Doing, scene: Scene) => Record<string, unknown>): Act =>
  async (doing, scene) => {
    const { person } = doing;
    const { place, session, label } = scene;
    const body = { content: `Message ${label}`, ...bodyOf(doing, scene) };
    const path = `${place.base}/chat/${session}/message`;
    const answer = await person.client.call('POST', path, { body, key: `race-${person.name}-${label}` });
    if (answer?.status !== 202) return;
    const { run } = answer.body as { run: { id: string; session_id: string } };
    if (place.runs.includes(run.id)) return;
    place.runs.push(run.id);
    person.accepted.push({ run: run.id, session: run.session_id, place });
  };

const call =
  (
    method: string,
    pathOf: (doing: Doing, scene: Scene) => string | undefined,
    bodyOf?: (doing: Doing) => unknown,
  ): Act =>
  async (doing, scene) => {
    const path = pathOf(doing, scene);
    const body = bodyOf?.(doing);
    if (path !== undefined) await doing.person.client.call(method, path, body === undefined ? {} : { body });
  };

const agentPath =
  (suffix = '') =>
  (_: Doing, { place, agent }: Scene): string =>
    `${place.base}/agents/${agent}${suffix}`;

/** Each task but the first builds on some before it. */
const graph = ({ chance }: Doing, { agent }: Scene) => ({
  tasks: Array.from({ length: chance.integer(2, 4) }, (_, at) => ({
    id: `t${at + 1}`,
    description: `Part ${at + 1}`,
    agent: chance.happens(0.6) ? agent : chance.one(AGENT_NAMES),
    depends_on: at > 0 && chance.happens(0.6) ? [`t${chance.integer(1, at)}`] : [],
  })),
});

type Pending = { id: string; expires_at: string };
const pendingIn = async ({ person }: Doing, { place }: Scene): Promise<Pending[]> => {
  const answer = await person.client.call('GET', `${place.base}/approvals`, { query: { status: 'pending' } });
  return answer?.status === 200 ? (answer.body as { items: Pending[] }).items : [];
};

const decide = async (doing: Doing, scene: Scene, until: (approval: Pending) => Promise<void>): Promise<void> => {
  const { chance, person } = doing;
  const open = await pendingIn(doing, scene);
  if (open.length === 0) return;
  const approval = chance.one(open);
  await until(approval);
  const { id } = approval;
  const path = `${scene.place.base}/approvals/${id}/confirm`;
  const body = { decision: chance.one(['approve', 'approve', 'reject']) };
  // Two programs, one person: each may press its button.
  await Promise.all(Array.from({ length: chance.integer(1, 2) }, () => person.client.call('POST', path, { body })));
};

const plan = send((doing, scene) => ({ plan: graph(doing, scene), on_conflict: 'enqueue' }));

const wish = send(({ chance }) => ({
  content: 'Write a poem, then check it.',
  on_conflict: chance.one(['enqueue', 'interrupt']),
}));

const askAlways = async ({ person }: Doing): Promise<void> => {
  const body = { approval: { max_tasks: 0, max_cost: 1, min_risk: 'high' }, max_parallel: 3 };
  await person.client.call('PUT', '/my/orchestrator/config', { body });
};

export const ACTS = {
  message: send((_, { agent }) => ({ target_agent: agent, on_conflict: 'enqueue' })),
  interrupt: send((_, { agent }) => ({ target_agent: agent, on_conflict: 'interrupt' })),
  plan,
  wish,
  'plan in between': send((doing, scene) => ({ plan: graph(doing, scene), on_conflict: 'interrupt' })),
  'wish asked about': async (doing, scene) => {
    await askAlways(doing);
    await wish(doing, scene);
  },
  /** By settings under which a person is asked about every plan. */
  'plan asked about': async (doing, scene) => {
    await askAlways(doing);
    await plan(doing, scene);
  },
  cancel: call('POST', ({ chance }, { place: { base, runs } }) =>
    runs.length > 0 ? `${base}/runs/${chance.one(runs.slice(-2))}/cancel` : undefined,
  ),
  'session removed': call('DELETE', (_, { place, session }) => `${place.base}/chat/sessions/${session}`),
  'agent removed': call('DELETE', agentPath()),
  'agent made': call(
    'POST',
    (_, { place }) => `${place.base}/agents`,
    ({ chance, person }) => ({
      name: chance.one(AGENT_NAMES),
      ...agentConfig(chance, person.name),
    }),
  ),
  'agent drained': call('POST', agentPath('/deregister')),
  'agent registered': call('POST', agentPath('/register')),
  'limits moved': call('PUT', agentPath(), ({ chance }) => ({
    concurrency_limit: chance.integer(1, 3),
    max_pending: chance.integer(0, 4),
  })),
  'plans limited': call(
    'PUT',
    () => '/my/orchestrator/config',
    ({ chance }) => ({
      approval: { max_tasks: chance.one([0, 20]), max_cost: 1, min_risk: 'high' },
      max_parallel: chance.integer(1, 2),
    }),
  ),
  /** With a reason, so that a plan is drafted again. */
  rejection: async (doing, scene) => {
    for (const { id } of await pendingIn(doing, scene)) {
      const body = { decision: 'reject', reason: 'Otherwise, please.' };
      await doing.person.client.call('POST', `${scene.place.base}/approvals/${id}/confirm`, { body });
    }
  },
  decision: (doing, scene) => decide(doing, scene, async () => undefined),
  /** As the approval expires: a few milliseconds before it, or after. */
  'late decision': (doing, scene) =>
    decide(doing, scene, ({ expires_at }) =>
      doing.world.wait(Math.max(1, Date.parse(expires_at) - doing.world.schedule.now + doing.chance.integer(-60, 10))),
    ),
} satisfies Record<string, Act>;
export type ActName = keyof typeof ACTS;

type Race = { begins: readonly ActName[]; during: readonly ActName[]; within: number; count: number };

/** Work begins, and while it goes on several programs of one person do what they want, each at its own moment. */
export const race = (name: string, { begins, during, within, count }: Race): Operation => ({
  name,
  weight: 1,
  run: async (doing) => {
    const { person, chance, world, number } = doing;
    const place = person.places[0] as Place;
    const session = place.sessions.length > 0 ? chance.one(place.sessions.slice(-2)) : undefined;
    if (session === undefined) return;
    const agent = chance.happens(0.8) ? (AGENT_NAMES[0] as string) : chance.one(AGENT_NAMES);
    const act = (one: ActName, at: number): Promise<unknown> =>
      ACTS[one](doing, { place, session, agent, label: `${number}.${at}` });
    await act(chance.one(begins), 0);
    await Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const wait = chance.integer(1, within);
        const one = chance.one(during);
        await world.wait(wait);
        await act(one, at + 1);
      }),
    );
    if (place.sessions.length < 2 && during.includes('session removed')) await another(doing, place);
  },
});

const another = async ({ person }: Doing, place: Place): Promise<void> => {
  const answer = await person.client.call('POST', `${place.base}/chat/sessions`, { body: {} });
  const id = (answer?.body as { id?: string } | undefined)?.id;
  if (id !== undefined) place.sessions.push(id);
};
