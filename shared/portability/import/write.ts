import { isDeepStrictEqual } from 'node:util';
import { findAgent, restoreAgent } from '../../agents/index.ts';
import type { Origin } from '../../audit/index.ts';
import type { Clock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { importAll } from '../../memory/index.ts';
import { changeOrchestratorConfig, findOrchestratorConfig } from '../../plans/index.ts';
import { importIsOver, whileImporting } from '../../projects/index.ts';
import { type RestoredMessage, restoreMessages, restoreSession } from '../../sessions/index.ts';
import type { Write } from '../../store/index.ts';
import { BesideLost, commit, copyVersion, keepPiece } from '../../workspace/index.ts';
import type { Contents } from './contents.ts';
import { idHere } from './ended.ts';
import { goOn } from './go-on.ts';
import type { ValueOf } from './schemas.ts';
import { writeHistory } from './write-history.ts';

type Writing = { mark: string; origin: Partial<Origin>; signal?: AbortSignal | undefined; clock: Clock };

/**
 * Writes what was read, what others lead to first. Repeatable with the same contents at any point: what is there already
 * stays as it is, and each transaction holds only while this import is the project's.
 */
export const writeContents = async (project: ProjectScope, contents: Contents, writing: Writing): Promise<void> => {
  const { mark, origin, clock } = writing;
  const guard = whileImporting(project, mark);
  await writeOrchestrator(project, contents, writing);
  for (const key of contents.agents.keys()) {
    goOn(await restoreAgent(project, contents.versionsOf(key), { guard, origin, now: clock.now() }));
  }
  await writeVersions(project, contents, { guard, clock });
  await writeFiles(project, contents, writing);
  for (const session of contents.sessions.values()) goOn(await restoreSession(project, session, guard));
  for (const [id, some] of Map.groupBy(contents.messages, ({ of }) => of)) {
    const messages = some.map(({ value }) => messageOf(project, value));
    goOn(await restoreMessages(project, id, { messages, guard }));
  }
  await writeHistory(project, contents, { guard, clock });
  await writeMemories(project, contents, writing);
};

/** The history of the files, version after version; the bytes first, which may be those of a version in a later part. */
const writeVersions = async (
  project: ProjectScope,
  { pieces, versions }: Contents,
  during: { guard: Write; clock: Clock },
): Promise<void> => {
  for (const piece of pieces) await keepPiece(project, piece);
  try {
    for (const version of versions) await copyVersion(project, version, during);
  } catch (error) {
    if (error instanceof BesideLost) throw importIsOver();
    throw error;
  }
};

/** All in one version: of the same files again there is no second. */
const writeFiles = async (project: ProjectScope, { files }: Contents, { mark, clock }: Writing): Promise<void> => {
  if (files.size === 0) return;
  const changes = [...files].map(([path, content]) => ({ path, content }));
  const edit = { changes, author: { kind: 'person' as const }, reason: 'Imported' };
  try {
    await commit(project, edit, { beside: () => [whileImporting(project, mark)], clock });
  } catch (error) {
    if (error instanceof BesideLost) throw importIsOver();
    throw error;
  }
};

const writeOrchestrator = async (
  project: ProjectScope,
  { orchestrator }: Contents,
  { origin, clock }: Writing,
): Promise<void> => {
  if (!orchestrator || isDeepStrictEqual(orchestrator, await findOrchestratorConfig(project))) return;
  await changeOrchestratorConfig(project, orchestrator, { origin, clock });
};

const messageOf = (project: ProjectScope, { agent_id, ...message }: ValueOf<'message'>): RestoredMessage => {
  const agent = idHere(project, agent_id);
  return agent === undefined ? message : { ...message, agent_id: agent };
};

/** A memory with a known id replaces that one, so a repeat remembers nothing twice. */
const writeMemories = async (project: ProjectScope, contents: Contents, { signal }: Writing): Promise<void> => {
  for (const [key, memories] of Map.groupBy(contents.memories, ({ of }) => of)) {
    const { config } = await findAgent(project, key);
    const ndjson = memories.map(({ value }) => JSON.stringify(value)).join('\n');
    await importAll(project, key, ndjson, { maxVectors: config.memory.max_vectors, ...(signal && { signal }) });
  }
};
