import type { Origin } from '../audit/index.ts';
import { createLane } from '../bus/index.ts';
import { Conflict } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { createWithinAgents } from '../limits/index.ts';
import { getItem, projectKeys, SCHEMA_VERSION, transact, type Write } from '../store/index.ts';
import { loosenings, mayLoosen } from '../tools/index.ts';
import { auditWrites } from './change.ts';
import { agentItem, type StoredAgent, versionItem } from './items.ts';
import { BY_DEFAULT, oversightOf } from './oversight.ts';
import { revisionWrite } from './revision.ts';

/** All versions of one agent, the newest first. */
export type RestoredAgent = [StoredAgent, ...StoredAgent[]];

/** `guard` is checked with every transaction. */
type Restoring = { guard: Write; origin: Partial<Origin>; now: number };

/** Far below the 100 of a transaction; a version is at most some 100 KB, and a transaction 4 MB. */
const VERSIONS_TOGETHER = 20;

const isNew = 'attribute_not_exists(#pk)';

/**
 * Writes an agent with its key, its versions and its times, and a lane in which nothing waits; repeatable. Says `over` once
 * the guard no longer holds. Oversight that is looser than by default needs a decider.
 */
export const restoreAgent = async (
  project: ProjectScope,
  versions: RestoredAgent,
  { guard, origin, now }: Restoring,
): Promise<'restored' | 'over'> => {
  const [newest] = versions;
  const { agent_key, name, config } = newest;
  const looser = loosenings(BY_DEFAULT, oversightOf(config));
  mayLoosen(project.user, looser);
  const outcome = await createWithinAgents(project, [
    guard,
    { put: { ...projectKeys.agentName(project, name), v: SCHEMA_VERSION, agent_key }, when: isNew },
    { put: agentItem(project, newest), when: isNew },
    // What is left of one that was deleted under this key is looked for once more, and would be found here.
    { check: projectKeys.removed(project, agent_key), when: isNew },
    createLane(project, { key: agent_key, name }, config),
    ...auditWrites(project, { ...newest, updated_at: now }, { looser, origin }),
    revisionWrite(project, now),
  ]);
  if (!outcome.ok && outcome.lost.includes(0)) return 'over';
  if (!outcome.ok && (await getItem(projectKeys.agentName(project, name)))?.agent_key !== agent_key) {
    throw new Conflict(`An agent named "${name}" already exists, or is still being removed.`);
  }
  return restoreVersions(project, versions, guard);
};

const restoreVersions = async (
  project: ProjectScope,
  versions: readonly StoredAgent[],
  guard: Write,
): Promise<'restored' | 'over'> => {
  for (let from = 0; from < versions.length; from += VERSIONS_TOGETHER) {
    const together = versions.slice(from, from + VERSIONS_TOGETHER);
    // A deleted agent gets no versions; one that is there already keeps its own.
    const agentStands: Write = {
      check: projectKeys.agent(project, together[0]?.agent_key ?? ''),
      when: 'attribute_exists(#pk)',
    };
    const outcome = await transact([
      guard,
      agentStands,
      ...together.map((version) => ({ put: versionItem(project, version), when: isNew })),
    ]);
    if (!outcome.ok && outcome.lost.includes(0)) return 'over';
  }
  return 'restored';
};
