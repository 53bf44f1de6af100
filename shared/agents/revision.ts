import type { ProjectScope } from '../core/scope.ts';
import { getItem, projectKeys, SCHEMA_VERSION, updateItem, type Write } from '../store/index.ts';

/**
 * Rises with every change of a project's agents, in the transaction that makes the change. Who keeps agents in memory compares
 * it, one small read, and knows whether what it keeps still holds.
 */
export const revisionOf = async (project: ProjectScope): Promise<number> =>
  Number((await getItem(projectKeys.space(project)))?.revision ?? 0);

const RAISED = 'set #v = :v, #since = if_not_exists(#since, :now) add #revision :one';

/** For the transaction that changes an agent. */
export const revisionWrite = (project: ProjectScope, now: number): Write => ({
  key: projectKeys.space(project),
  update: RAISED,
  values: { v: SCHEMA_VERSION, now, one: 1 },
});

/** Where nothing is changed that a transaction would hold together: every container reads the agents anew. */
export const raiseRevision = async (project: ProjectScope, now: number): Promise<void> => {
  await updateItem(projectKeys.space(project), RAISED, { values: { v: SCHEMA_VERSION, now, one: 1 } });
};
