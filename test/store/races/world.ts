import type { Accepted, NewWork } from '../../../shared/bus/accept/acceptance.ts';
import {
  acceptWork,
  type Claim,
  claimTask,
  createLane,
  type Run,
  type RunEnding,
  type Task,
} from '../../../shared/bus/index.ts';
import { findLane } from '../../../shared/bus/lanes/changes.ts';
import { findRun } from '../../../shared/bus/records/find-run.ts';
import { listTasks } from '../../../shared/bus/records/tasks.ts';
import { newId } from '../../../shared/core/ids.ts';
import { authenticated, type ProjectScope } from '../../../shared/core/scope.ts';
import { createSession } from '../../../shared/sessions/index.ts';
import { transact } from '../../../shared/store/index.ts';
import { type HeldWrites, startHeldWrites } from '../../support/held-writes.ts';
import { type RecordedQueues, startRecordedQueues } from '../../support/recorded-queues.ts';
import { type SocketEndpoints, startSocketEndpoints } from '../../support/socket-endpoints.ts';
import { startTestTable } from '../../support/table.ts';

export type World = HeldWrites & { queues: RecordedQueues; sockets: SocketEndpoints };

/** One table behind a door that can be held, and queues that only take notes. */
export const startWorld = async (): Promise<World> => {
  const table = await startTestTable();
  const [writes, queues, sockets] = await Promise.all([
    startHeldWrites(table.url),
    startRecordedQueues(),
    startSocketEndpoints(),
  ]);
  const { stop } = writes;
  return Object.assign(writes, {
    queues,
    sockets,
    stop: async () => {
      await stop();
      await Promise.all([queues.stop(), sockets.stop(), table.stop()]);
    },
  });
};

/** A run with its one task. */
export type DirectRun = Run & { task_id: string };
type Said = Accepted & { run: DirectRun };

export const alice = authenticated({ userId: 'alice' });

export const usage = { model: 'scripted', prompt_tokens: 1, completion_tokens: 1 };
export const completed: RunEnding = {
  state: 'completed',
  answer: 'An answer.',
  agentId: 'agent',
  usage,
  unremembered: false,
};

/** A project of its own for each test: its agents, its sessions and what is said in them. */
export class Place {
  readonly project: ProjectScope = alice.inProject(newId('prj'));
  readonly agents: string[] = [];
  readonly sessions: string[] = [];
  /** Time stands still until a test moves it. */
  now = Date.parse('2026-11-21T08:00:00Z');
  readonly clock = { now: (): number => this.now };

  async agent(slots = 1, pending = 30): Promise<string> {
    const key = newId('agt');
    this.agents.push(key);
    await transact([createLane(this.project, { key, name: key }, { concurrency_limit: slots, max_pending: pending })]);
    return key;
  }

  async session(): Promise<string> {
    const { id } = await createSession(this.project, {}, this.clock);
    this.sessions.push(id);
    return id;
  }

  async say(session: string, agent: string, more: Partial<NewWork> = {}): Promise<Said> {
    const asked = { key: agent, id: agent, name: agent, version: 1 };
    const said = await acceptWork(this.project, { session, content: 'Hello.', agent: asked, ...more }, this.clock);
    if (said.run.task_id === undefined) throw new Error('A message for an agent made no direct run.');
    return { ...said, run: { ...said.run, task_id: said.run.task_id } };
  }

  /** A message in a session of its own, taken up by a worker. */
  async working(agent: string): Promise<{ session: string; run: DirectRun; claim: Claim }> {
    const session = await this.session();
    const { run } = await this.say(session, agent);
    return { session, run, claim: await this.claim(run) };
  }

  async queued(agent: string): Promise<{ session: string; run: DirectRun }> {
    const session = await this.session();
    const { run } = await this.say(session, agent);
    return { session, run };
  }

  async claim(run: DirectRun, task = run.task_id): Promise<Claim> {
    const { wake } = await this.task(run, task);
    const { user_id, project_id, session_id, run_id } = run;
    const claim = await claimTask({ user_id, project_id, session_id, run_id, task_id: task, wake }, this.clock);
    if (!claim) throw new Error('The task could not be claimed.');
    return claim;
  }

  async task(run: DirectRun, id = run.task_id): Promise<Task> {
    const task = (await listTasks(this.project, run.run_id)).find(({ task_id }) => task_id === id);
    if (!task) throw new Error('There is no such task.');
    return task;
  }

  async states(...runs: Run[]): Promise<string[]> {
    return Promise.all(runs.map(async ({ run_id }) => (await findRun(this.project, run_id))?.state ?? 'absent'));
  }

  /** `running`, `waiting`, `live`. */
  async lane(agent: string): Promise<[number, number, number]> {
    const lane = await findLane(this.project, agent);
    if (!lane) throw new Error('There is no such lane.');
    return [lane.running, lane.waiting, lane.live];
  }
}
