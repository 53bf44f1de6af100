import type { Chance } from '../world/chance.ts';
import type { Streamed } from '../world/client.ts';
import { AGENT_NAMES } from './messages.ts';
import type { Doing, Operation } from './person.ts';

type Api = { path: string; body(text: string, before: string | undefined): Record<string, unknown> };

const APIS: Api[] = [
  { path: '/v1/chat/completions', body: (text) => ({ messages: [{ role: 'user', content: text }] }) },
  { path: '/v1/messages', body: (text) => ({ max_tokens: 100, messages: [{ role: 'user', content: text }] }) },
  {
    path: '/v1/responses',
    body: (text, before) => ({ input: text, ...(before !== undefined && { previous_response_id: before }) }),
  },
];

/** Most programs wait; others are stopped at once, between two pieces, or long after. */
const LEAVES = [undefined, undefined, undefined, 1, 10, 40, 150, 2_000, 20_000];
const MAX_ATTEMPTS = 3;

const ask = async (doing: Doing, model: string): Promise<void> => {
  const { person, chance, number } = doing;
  const api = chance.one(APIS);
  const before = person.responses.length > 0 && chance.happens(0.5) ? chance.one(person.responses) : undefined;
  const stream = chance.happens(0.6);
  const body = { model, stream, ...api.body(`Question ${number}`, before) };
  const key = !stream && chance.happens(0.5) ? `v1-${person.name}-${number}` : undefined;
  const named: Record<string, string> = chance.happens(0.5)
    ? { 'X-Artel-Session': `named-${chance.integer(1, 2)}` }
    : {};
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const answer = await person.client.stream('v1', ['POST', api.path], {
      body,
      key,
      headers: named,
      leavesAfter: chance.one(LEAVES),
      pieceMs: chance.one([0, 0, 0, 30, 70_000]),
    });
    person.asked.push({ path: api.path, stream, key: named['X-Artel-Session'] && key, answer });
    remember(doing, api, answer);
    if (key === undefined || (answer.whole && answer.status === 200)) return;
    await doing.world.wait(attempt * 8_000);
  }
};

/** The run and the session of an agent's answer, and the response that the next one goes on from. */
const remember = ({ person }: Doing, { path }: Api, { status, headers, text, whole }: Streamed): void => {
  if (status !== 200) return;
  const { 'x-artel-run': run, 'x-artel-session': session } = headers;
  const [place] = person.places;
  if (run !== undefined && session !== undefined && place && !place.runs.includes(run)) {
    place.runs.push(run);
    if (!place.sessions.includes(session)) place.sessions.push(session);
    person.accepted.push({ run, session, place });
  }
  const id = path === '/v1/responses' && whole ? text.match(/"id":"(resp_\w+)"/)?.[1] : undefined;
  if (id !== undefined) person.responses.push(id);
};

const modelOf = (chance: Chance): string => `agent/${chance.one(AGENT_NAMES)}`;

export const gatewayOperations: Operation[] = [
  { name: 'model asked over /v1', weight: 3, run: (doing) => ask(doing, 'scripted') },
  { name: 'agent asked over /v1', weight: 3, run: (doing) => ask(doing, modelOf(doing.chance)) },
  {
    name: 'embeddings asked over /v1',
    weight: 0.5,
    run: async ({ person, chance, number }) => {
      const body = { model: 'embedding', input: [`text ${number}`, 'another'] };
      const leavesAfter = chance.one(LEAVES);
      await person.client.stream('v1', ['POST', '/v1/embeddings'], { body, leavesAfter });
    },
  },
];
