import { changeLimits, createLane, settleLane, untilDecided } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { Conflict, NotFound, Unprocessable } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import { admitAgent } from '../limits/index.ts';
import { projectKeys, SCHEMA_VERSION, transact } from '../store/index.ts';
import type { AgentConfig, NewAgent } from './config.ts';
import { type Agent, findStoredAgent, publicAgent, withStatus } from './find.ts';
import { agentItem, type StoredAgent, versionItem } from './items.ts';

/** Makes an agent with its first version and its lane, in one transaction. The name is unique within the project. */
export const createAgent = async (
  project: ProjectScope,
  input: NewAgent,
  clock: Clock = systemClock,
): Promise<Agent> => {
  await admitAgent(project, clock);
  const now = clock.now();
  const { name, ...config } = input;
  const agent: StoredAgent = {
    agent_key: newId('agt', now),
    name,
    version: 1,
    config,
    created_at: now,
    updated_at: now,
  };
  const outcome = await transact([
    {
      put: { ...projectKeys.agentName(project, name), v: SCHEMA_VERSION, agent_key: agent.agent_key },
      when: 'attribute_not_exists(#pk)',
    },
    { put: agentItem(project, agent) },
    { put: versionItem(project, agent) },
    createLane(project, { key: agent.agent_key, name }, config),
  ]);
  if (!outcome.ok) throw new Conflict(`An agent named "${name}" already exists.`);
  return publicAgent(project, agent, 'ready');
};

const sameVersion = 'attribute_exists(#pk) and #version = :version';

/** Makes the next version. Work accepted for an older version is still done by that version. */
export const updateAgent = async (
  project: ProjectScope,
  reference: string,
  { input, clock = systemClock }: { input: AgentConfig & { name?: string }; clock?: Clock | undefined },
): Promise<Agent> => {
  const { name, ...config } = input;
  const changed = await untilDecided(async () => {
    const agent = await findStoredAgent(project, reference);
    if (name !== undefined && name !== agent.name) {
      throw new Unprocessable('Some of the input is not valid.', {
        errors: [{ path: 'name', message: 'The name of an agent cannot change.' }],
      });
    }
    const now = clock.now();
    const next: StoredAgent = { ...agent, version: agent.version + 1, config, updated_at: now };
    const outcome = await transact([
      { put: agentItem(project, next), when: sameVersion, values: { version: agent.version } },
      { put: versionItem(project, next), when: 'attribute_not_exists(#pk)' },
      changeLimits(project, agent.agent_key, { limits: config, now }),
    ]);
    if (outcome.ok) return { done: next };
    if (outcome.lost.includes(2)) throw new NotFound('There is no such agent.');
    return 'again';
  });
  await settleLane(project, changed.agent_key, clock);
  return withStatus(project, changed);
};
