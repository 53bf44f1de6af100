import { afterAll, beforeAll } from 'vitest';
import { type Build, findBuild, startBuild, workOnBuild } from '../../../shared/builder/index.ts';
import { claimTask, findRun, findTask } from '../../../shared/bus/index.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { ENV } from '../../../shared/core/environment.ts';
import { newId } from '../../../shared/core/ids.ts';
import { authenticated, type ProjectScope } from '../../../shared/core/scope.ts';
import { readAfter, type SessionEvent } from '../../../shared/events/index.ts';
import type { Command, Outcome, Sandbox } from '../../../shared/sandbox/index.ts';
import { listFiles, listVersions, readFile } from '../../../shared/workspace/index.ts';
import { startTestObjects, type TestObjects } from '../objects.ts';
import { type RecordedQueues, startRecordedQueues } from '../recorded-queues.ts';
import { type SocketEndpoints, startSocketEndpoints } from '../socket-endpoints.ts';
import { startTestTable } from '../table.ts';

type Table = Awaited<ReturnType<typeof startTestTable>>;
export type BuildWorld = { table: Table; queues: RecordedQueues; sockets: SocketEndpoints; objects: TestObjects };

/** An empty table, bucket and queues, in which builds are worked on by calls of the tests themselves. */
export const inBuilds = (): BuildWorld => {
  const here = {} as BuildWorld;
  beforeAll(async () => {
    Object.assign(process.env, { [ENV.previewAddress]: 'http://localhost:4001', [ENV.previewToken]: 'host' });
    here.table = await startTestTable();
    here.objects = await startTestObjects();
    here.queues = await startRecordedQueues();
    here.sockets = await startSocketEndpoints();
  });
  afterAll(async () => {
    await Promise.all([here.queues?.stop(), here.sockets?.stop(), here.objects?.stop()]);
    await here.table?.stop();
    delete process.env[ENV.previewAddress];
    delete process.env[ENV.previewToken];
  });
  return here;
};

const alice = authenticated({ userId: 'alice' });
export const newProject = (): ProjectScope => alice.inProject(newId('prj'));

export const DONE: Omit<Outcome, 'wall'> = { exit: 0, output: '', isCut: false, changed: [], durationMs: 1 };

/** A sandbox as a function of the files and the command. */
export const sandboxOf = (run: (command: Command) => Partial<Outcome> = () => ({})): Sandbox => ({
  wall: 'light',
  run: async (command) => ({ ...DONE, ...run(command), wall: 'light' }),
});

type Settings = Parameters<typeof startBuild>[1]['settings'];

export const UNASKED: Settings = {
  oversight: 'none',
  limits: { max_tokens: 1_000_000, max_minutes: 60, max_attempts: 3 },
};

export const begin = (project: ProjectScope, settings: Settings = UNASKED): Promise<Build> =>
  startBuild(project, { request: 'Build me a thing.', settings });

/** `now`: when it claims the task, in milliseconds; later than a dead worker's lease, for one. */
type Worker = { sandbox?: Sandbox; remaining?: number; now?: number };

/** One worker's stretch of work, as its message would bring it about. `false`: there was nothing for it. */
export const workOnce = async (
  project: ProjectScope,
  build: string,
  { sandbox = sandboxOf(), remaining = 5 * MINUTE, now = Date.now() }: Worker = {},
): Promise<boolean> => {
  const run = await findRun(project, build);
  const task = await findTask(project, build, run?.task_id ?? '');
  if (!task) return false;
  const { user_id, project_id, session_id, run_id, task_id, wake } = task;
  const claim = await claimTask({ user_id, project_id, session_id, run_id, task_id, wake }, { now: () => now });
  if (!claim) return false;
  await workOnBuild(claim, { remaining: () => remaining, sandbox });
  return true;
};

export const buildAsItIs = findBuild;

export const filesOf = async (project: ProjectScope): Promise<Record<string, string>> => {
  const { items } = await listFiles(project, { limit: 100 });
  const read = await Promise.all(items.map(({ path }) => readFile(project, path, { offset: 0, length: 100_000 })));
  return Object.fromEntries(items.map(({ path }, index) => [path, Buffer.from(read[index]?.bytes ?? []).toString()]));
};

export const reasonsOf = async (project: ProjectScope): Promise<string[]> =>
  (await listVersions(project, { limit: 100, newestFirst: false })).items.map(({ reason }) => reason);

export const eventsOf = async (project: ProjectScope, session: string): Promise<SessionEvent[]> => {
  const { lines } = await readAfter(project, session, { after: 0, limit: 500 });
  return lines.map((line) => JSON.parse(line) as SessionEvent);
};
