import { expect } from 'vitest';
import { listAgents, listVersions } from '../../../shared/agents/index.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { findOrchestratorConfig } from '../../../shared/plans/index.ts';
import type { Line } from '../../../shared/portability/index.ts';
import { listMessages, listSessions } from '../../../shared/sessions/index.ts';
import { listFiles, readFile } from '../../../shared/workspace/index.ts';

const all = { limit: 1_000 };

/** What is in a project, as the lines of an export have it. */
export const contentsOf = async (at: ProjectScope): Promise<unknown> => {
  const { items: newest } = await listAgents(at, all);
  const { items: chats } = await listSessions(at, { ...all, oldestFirst: true });
  const { items: paths } = await listFiles(at, all);
  const whole = { offset: 0, length: 1_000_000 };
  return {
    orchestrator: (await findOrchestratorConfig(at)).max_parallel,
    agents: await Promise.all(
      newest.map(async ({ key }) =>
        (await listVersions(at, key, all)).items.map(({ name, version, config, created_at, updated_at }) => {
          const { system_prompt, concurrency_limit, approval } = config;
          return { key, name, version, created_at, updated_at, config: { system_prompt, concurrency_limit, approval } };
        }),
      ),
    ),
    sessions: await Promise.all(
      chats.map(async ({ message_count, busy, ...session }) => {
        const messages = (await listMessages(at, session.id, all)).items;
        expect([message_count, busy]).toEqual([messages.length, false]);
        return { ...session, messages };
      }),
    ),
    files: await Promise.all(
      paths.map(async ({ path }) => [path, Buffer.from((await readFile(at, path, whole))?.bytes ?? []).toString()]),
    ),
  };
};

const byId = <T>(of: readonly T[], id: (one: T) => string): T[] => of.toSorted((a, b) => (id(a) < id(b) ? -1 : 1));

/** The same of the lines themselves. */
export const contentsIn = (lines: readonly Line[]): unknown => {
  const of = (kind: Line['kind']) => lines.filter((line) => line.kind === kind);
  const versions = Map.groupBy(of('agent'), ({ agent_key }) => agent_key ?? '');
  return {
    orchestrator: of('orchestrator')[0]?.value.max_parallel,
    agents: byId([...versions], ([key]) => key).map(([, some]) =>
      some.map(({ value: { status, ...version } }) => version).reverse(),
    ),
    sessions: byId(of('session'), ({ value }) => String(value.id)).map(
      ({ session_id, value: { busy, ...session } }) => ({
        ...session,
        messages: byId(
          of('message').flatMap((line) => (line.session_id === session_id ? [line.value] : [])),
          ({ id }) => String(id),
        ),
      }),
    ),
    files: byId(of('file'), ({ value }) => String(value.path)).map(({ value }) => [value.path, value.content]),
  };
};
