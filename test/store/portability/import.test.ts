import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountItem, NEW_ACCOUNT } from '../../../shared/accounts/index.ts';
import { listAgents, listVersions } from '../../../shared/agents/index.ts';
import { newId, newUserId } from '../../../shared/core/ids.ts';
import { ALL_PERMISSIONS, authenticated, type ProjectScope } from '../../../shared/core/scope.ts';
import { findOrchestratorConfig } from '../../../shared/plans/index.ts';
import { importProject, type Line } from '../../../shared/portability/index.ts';
import { createProject } from '../../../shared/projects/index.ts';
import { listMessages, listSessions } from '../../../shared/sessions/index.ts';
import { listFiles, readFile } from '../../../shared/tools/index.ts';
import { type CallFault, type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { startTestObjects } from '../../support/objects.ts';
import { startTestTable } from '../../support/table.ts';

/* Requirements: ID11, QA3. */

let table: Awaited<ReturnType<typeof startTestTable>>;
let objects: Awaited<ReturnType<typeof startTestObjects>>;
let proxy: FaultProxy;
beforeAll(async () => {
  table = await startTestTable();
  objects = await startTestObjects();
  proxy = await startFaultProxy(['dynamodb'], async () => undefined);
  proxy.lead({ dynamodb: table.url });
  process.env.AWS_ENDPOINT_URL_DYNAMODB = proxy.addressOf('dynamodb');
});
afterAll(async () => {
  await proxy.stop();
  await objects.stop();
  await table.stop();
});

const newProject = async (): Promise<ProjectScope> => {
  const { putItem } = await import('../../../shared/store/index.ts');
  const user = authenticated({ userId: newUserId(), permissions: ALL_PERMISSIONS });
  await putItem(accountItem(user, NEW_ACCOUNT));
  return user.inProject((await createProject(user, 'Empty')).id);
};

const instant = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2026, 0) });
const iso = (at: number): string => new Date(at).toISOString();
const words = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .map((text) => `a${text.replaceAll(/\s/g, '_')}`);

const agents = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9-]{0,31}$/),
    at: instant,
    versions: fc.array(
      fc.record({
        system_prompt: words,
        concurrency_limit: fc.integer({ min: 1, max: 10 }),
        approval: fc.record({ min_risk: fc.constantFrom('low', 'medium', 'high') }),
      }),
      { minLength: 1, maxLength: 23 },
    ),
  }),
  { maxLength: 3, selector: ({ name }) => name },
);
const sessions = fc.array(
  fc.record({
    title: words,
    at: instant,
    messages: fc.array(
      fc.record({
        role: fc.constantFrom('user', 'assistant'),
        text: fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: fc.constant('long '.repeat(9_000)) }),
      }),
      { maxLength: 60 },
    ),
  }),
  { maxLength: 3 },
);
const files = fc.uniqueArray(
  fc.record({ path: fc.stringMatching(/^[a-z]{1,9}(\/[a-z]{1,9})?\.md$/), content: words }),
  {
    maxLength: 3,
    selector: ({ path }) => path,
  },
);
const project = fc.record({ agents, sessions, files, max_parallel: fc.integer({ min: 1, max: 50 }) });

const linesOf = (of: typeof project extends fc.Arbitrary<infer P> ? P : never): Line[] => [
  { kind: 'orchestrator', value: { max_parallel: of.max_parallel } },
  ...of.agents.flatMap(({ name, at, versions }): Line[] => {
    const key = newId('agt', at);
    return versions.map((config, index) => ({
      kind: 'agent',
      agent_key: key,
      value: {
        key,
        name,
        version: index + 1,
        status: 'busy',
        config,
        created_at: iso(at),
        updated_at: iso(at + index),
      },
    }));
  }),
  ...of.files.map(
    (file): Line => ({ kind: 'file', value: { ...file, encoding: 'utf-8', truncated: false, bytes: 1 } }),
  ),
  ...of.sessions.flatMap(({ title, at, messages }): Line[] => {
    const session_id = newId('ses', at);
    const value = { id: session_id, title, created_at: iso(at), updated_at: iso(at + 1), busy: true };
    return [
      { kind: 'session', session_id, value },
      ...messages.map(({ role, text }, index): Line => {
        const [id, run_id] = [newId('msg', at + index), newId('run', at)];
        const created_at = iso(at + index);
        return { kind: 'message', session_id, value: { id, role, content: text, agent_id: null, run_id, created_at } };
      }),
    ];
  }),
];

const whole = (lines: readonly Line[]): string => {
  const counts = Object.fromEntries([...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]));
  const framed = [{ kind: 'export', value: { version: 1 } }, ...lines, { kind: 'end', value: { counts } }];
  return framed.map((line) => JSON.stringify(line)).join('\n');
};

const all = { limit: 1_000 };

/** What is in a project, as the lines of an export have it. */
const contentsOf = async (at: ProjectScope): Promise<unknown> => {
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
const contentsIn = (lines: readonly Line[]): unknown => {
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

const options = { origin: {} };
const untouched = (): undefined => undefined;

test('ID11: whatever is in an export is in the project it was imported into', async () => {
  await fc.assert(
    fc.asyncProperty(project, async (made) => {
      proxy.begin(untouched);
      const lines = linesOf(made);
      const into = await newProject();
      const { imported } = await importProject(into, whole(lines), options);
      expect(Object.values(imported).reduce((sum, n) => sum + n, 0)).toBe(lines.length);
      expect(await contentsOf(into)).toEqual(contentsIn(lines));
    }),
    { numRuns: 12 },
  );
});

const LINES = linesOf({
  max_parallel: 7,
  agents: ['ann', 'ben'].map((name) => ({
    name,
    at: Date.UTC(2025, 5),
    versions: Array.from({ length: 22 }, (_, n) => ({
      system_prompt: `You are ${n}.`,
      concurrency_limit: 2,
      approval: { min_risk: 'high' },
    })),
  })),
  files: [{ path: 'notes.md', content: 'tea' }],
  sessions: [
    {
      title: 'A chat',
      at: Date.UTC(2025, 6),
      messages: Array.from({ length: 55 }, (_, n) => ({
        role: 'user',
        text: n === 3 ? 'long '.repeat(9_000) : `${n}`,
      })),
    },
  ],
});

test.each<CallFault>(['refuse', 'lose reply'])(
  'ID11: an import that breaks off at any call (%s) goes on with the same file, and takes no other until then',
  async (fault) => {
    let isWhole = false;
    for (let from = 1; !isWhole; from += 1) {
      proxy.begin(untouched);
      const into = await newProject();
      proxy.begin(({ number }) => (number >= from ? fault : undefined));
      isWhole = await importProject(into, whole(LINES), options).then(
        () => true,
        () => false,
      );
      proxy.begin(untouched);
      const { items } = await listAgents(into, all);
      if (!isWhole && items.length > 0) {
        await expect(importProject(into, whole(LINES.slice(0, 1)), options)).rejects.toThrow('empty project');
      }
      if (!isWhole) {
        // Where only the last answer was lost, it is done, and says so.
        const again = await importProject(into, whole(LINES), options).catch((error: Error) => error);
        if (again instanceof Error) expect(again.message).toContain('empty project');
      }
      expect(await contentsOf(into)).toEqual(contentsIn(LINES));
      await expect(importProject(into, whole(LINES), options)).rejects.toThrow('empty project');
    }
  },
);
