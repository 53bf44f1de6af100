import { auditItem, type Origin } from '../audit/index.ts';
import { changeLimits, createLane, settleLane, untilDecided } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { Conflict, NotFound, Unprocessable } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import { createWithinAgents } from '../limits/index.ts';
import { projectKeys, SCHEMA_VERSION, transact, type Write } from '../store/index.ts';
import { type Loosening, loosenings, mayLoosen } from '../tools/index.ts';
import type { AgentConfig, NewAgent } from './config.ts';
import { type Agent, findStoredAgent, publicAgent, withStatus } from './find.ts';
import { agentItem, type StoredAgent, versionItem } from './items.ts';
import { BY_DEFAULT, oversightOf } from './oversight.ts';
import { revisionWrite } from './revision.ts';

/**
 * Makes an agent with its first version and its lane, in one transaction. The name is unique within the project. Looser
 * oversight than by default needs a decider.
 */
export const createAgent = async (
  project: ProjectScope,
  input: NewAgent,
  { origin = {}, clock = systemClock }: { origin?: Partial<Origin>; clock?: Clock } = {},
): Promise<Agent> => {
  const { name, ...config } = input;
  const looser = loosenings(BY_DEFAULT, oversightOf(config));
  mayLoosen(project.user, looser);
  const now = clock.now();
  const agent: StoredAgent = {
    agent_key: newId('agt', now),
    name,
    version: 1,
    config,
    created_at: now,
    updated_at: now,
  };
  const writes: Write[] = [
    {
      put: { ...projectKeys.agentName(project, name), v: SCHEMA_VERSION, agent_key: agent.agent_key },
      when: 'attribute_not_exists(#pk)',
    },
    { put: agentItem(project, agent) },
    { put: versionItem(project, agent) },
    createLane(project, { key: agent.agent_key, name }, config),
    ...auditWrites(project, agent, { looser, origin }),
    revisionWrite(project, now),
  ];
  const outcome = await createWithinAgents(project, writes);
  if (!outcome.ok) throw new Conflict(`An agent named "${name}" already exists.`);
  return publicAgent(project, agent, 'ready');
};

type Updating = { input: AgentConfig & { name?: string }; origin?: Partial<Origin>; clock?: Clock };

/** Who loosened what they are asked, when and from where. */
export const auditWrites = (
  { user }: ProjectScope,
  agent: StoredAgent,
  { looser, origin }: { looser: Loosening[]; origin: Partial<Origin> },
): Write[] => {
  if (looser.length === 0) return [];
  const target = `${agent.agent_key} version ${agent.version}`;
  return [{ put: auditItem(user, 'oversight_loosened', { ...origin, target }, agent.updated_at) }];
};

const sameVersion = 'attribute_exists(#pk) and #version = :version';

/** Makes the next version. Work accepted for an older version is still done by that version. Looser oversight needs a decider. */
export const updateAgent = async (
  project: ProjectScope,
  reference: string,
  { input, origin = {}, clock = systemClock }: Updating,
): Promise<Agent> => {
  const { name, ...config } = input;
  const changed = await untilDecided(async () => {
    const agent = await findStoredAgent(project, reference);
    if (name !== undefined && name !== agent.name) {
      throw new Unprocessable('Some of the input is not valid.', {
        errors: [{ path: 'name', message: 'The name of an agent cannot change.' }],
      });
    }
    const looser = loosenings(oversightOf(agent.config), oversightOf(config));
    mayLoosen(project.user, looser);
    const now = clock.now();
    const next: StoredAgent = { ...agent, version: agent.version + 1, config, updated_at: now };
    const outcome = await transact([
      { put: agentItem(project, next), when: sameVersion, values: { version: agent.version } },
      { put: versionItem(project, next), when: 'attribute_not_exists(#pk)' },
      changeLimits(project, agent.agent_key, { limits: config, now }),
      ...auditWrites(project, next, { looser, origin }),
      revisionWrite(project, now),
    ]);
    if (outcome.ok) return { done: next };
    if (outcome.lost.includes(2)) throw new NotFound('There is no such agent.');
    return 'again';
  });
  await settleLane(project, changed.agent_key, clock);
  return withStatus(project, changed);
};
