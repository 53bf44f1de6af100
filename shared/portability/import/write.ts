import { isDeepStrictEqual } from 'node:util';
import { agentId, restoreAgent } from '../../agents/index.ts';
import type { Origin } from '../../audit/index.ts';
import type { Clock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { importAll } from '../../memory/index.ts';
import { changeOrchestratorConfig, findOrchestratorConfig } from '../../plans/index.ts';
import { importIsOver, whileImporting } from '../../projects/index.ts';
import { type RestoredMessage, restoreMessages, restoreSession } from '../../sessions/index.ts';
import { writeFile } from '../../tools/index.ts';
import type { Contents } from './contents.ts';
import type { ValueOf } from './schemas.ts';

type Writing = { file: string; origin: Partial<Origin>; signal?: AbortSignal | undefined; clock: Clock };

/**
 * Writes what was read, what others lead to first. Repeatable with the same contents at any point: what is there already
 * stays as it is, and each transaction holds only while this import is the project's.
 */
export const writeContents = async (project: ProjectScope, contents: Contents, writing: Writing): Promise<void> => {
  const { file, origin, clock } = writing;
  const guard = whileImporting(project, file);
  const goOn = (outcome: 'restored' | 'over') => {
    if (outcome === 'over') throw importIsOver();
  };
  await writeOrchestrator(project, contents, writing);
  for (const key of contents.agents.keys()) {
    goOn(await restoreAgent(project, contents.versionsOf(key), { guard, origin, now: clock.now() }));
  }
  for (const [path, content] of contents.files) await writeFile(project, path, content);
  const messages = Map.groupBy(contents.messages, ({ of }) => of);
  for (const [id, session] of contents.sessions) {
    goOn(await restoreSession(project, session, guard));
    const restored = (messages.get(id) ?? []).map(({ value }) => messageOf(project, value));
    goOn(await restoreMessages(project, id, { messages: restored, guard }));
  }
  await writeMemories(project, contents, writing);
};

const writeOrchestrator = async (
  project: ProjectScope,
  { orchestrator }: Contents,
  { origin, clock }: Writing,
): Promise<void> => {
  if (!orchestrator || isDeepStrictEqual(orchestrator, await findOrchestratorConfig(project))) return;
  await changeOrchestratorConfig(project, orchestrator, { origin, clock });
};

/** The id of an agent names its user and project: here those that it is imported into. */
const messageOf = (project: ProjectScope, { agent_id, ...message }: ValueOf<'message'>): RestoredMessage => {
  const [, name, version] = /_([a-z][a-z0-9-]{0,31})_(\d{1,6})$/.exec(agent_id ?? '') ?? [];
  if (name === undefined) return message;
  return { ...message, agent_id: agentId(project, { name, version: Number(version) }) };
};

/** A memory with a known id replaces that one, so a repeat remembers nothing twice. */
const writeMemories = async (project: ProjectScope, contents: Contents, { signal }: Writing): Promise<void> => {
  for (const [key, memories] of Map.groupBy(contents.memories, ({ of }) => of)) {
    const { config } = contents.versionsOf(key)[0];
    const ndjson = memories.map(({ value }) => JSON.stringify(value)).join('\n');
    await importAll(project, key, ndjson, { maxVectors: config.memory.max_vectors, ...(signal && { signal }) });
  }
};
