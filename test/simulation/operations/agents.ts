import { TOKEN } from '../cloud/mcp.ts';
import type { Chance } from '../world/chance.ts';
import { AGENT_NAMES } from './messages.ts';
import type { Doing, Operation } from './person.ts';

const TOOLS = ['calculate', 'http_fetch', 'ask_agent', 'ask_person', 'memory_save', 'memory_search'];

/** The person's own server, which half of the agents show a secret: without it they have none of its tools. */
const mcpTools = (chance: Chance, owner: string): unknown[] => {
  if (chance.happens(0.7)) return [];
  const headers = chance.happens(0.5) ? { headers: { [TOKEN]: { secret: 'token' } } } : {};
  return [{ mcp: { url: `https://${owner}.example.com/mcp`, trusted: chance.happens(0.5), ...headers } }];
};

export const agentConfig = (chance: Chance, owner: string): Record<string, unknown> => ({
  system_prompt: 'You do what you are asked.',
  tools: [...TOOLS.filter(() => chance.happens(0.5)), ...mcpTools(chance, owner)],
  concurrency_limit: chance.one([1, 1, 2, 3]),
  max_pending: chance.one([0, 2, 100]),
  approval: { min_risk: chance.one(['low', 'medium', 'high']) },
});

const onAgent =
  (method: string, suffix = '') =>
  async ({ person, chance }: Doing): Promise<void> => {
    const place = chance.one(person.places);
    await person.client.call(method, `${place.base}/agents/${chance.one(AGENT_NAMES)}${suffix}`);
  };

export const agentOperations: Operation[] = [
  {
    name: 'agent created',
    weight: 2,
    run: async ({ person, chance }) => {
      const body = { name: chance.one(AGENT_NAMES), ...agentConfig(chance, person.name) };
      await person.client.call('POST', `${chance.one(person.places).base}/agents`, { body });
    },
  },
  {
    name: 'agent changed',
    weight: 3,
    run: async ({ person, chance }) => {
      const path = `${chance.one(person.places).base}/agents/${chance.one(AGENT_NAMES)}`;
      await person.client.call('PUT', path, { body: agentConfig(chance, person.name) });
    },
  },
  { name: 'agent registered', weight: 2, run: onAgent('POST', '/register') },
  { name: 'agent reloaded', weight: 1, run: onAgent('POST', '/reload') },
  { name: 'agent drained', weight: 1, run: onAgent('POST', '/deregister') },
  { name: 'agent deleted', weight: 1, run: onAgent('DELETE') },
];
