import { createAgent, newAgentSchema } from '../../../shared/agents/index.ts';
import { claimTask, findLane, findRun, type RunEnding } from '../../../shared/bus/index.ts';
import type { WorkMessage } from '../../../shared/bus/messages/work-message.ts';
import { workMessageSchema } from '../../../shared/bus/messages/work-message.ts';
import type { Clock } from '../../../shared/core/clock.ts';
import { authenticated, type ProjectScope } from '../../../shared/core/scope.ts';
import { readAfter } from '../../../shared/events/index.ts';
import { takenSlots } from '../../../shared/plans/dispatch/slots.ts';
import {
  dispatchAndSettle,
  draftPlan,
  finishPlanTask,
  openPlan,
  type PlanExecution,
  redriveAnyTask,
  runRound,
} from '../../../shared/plans/index.ts';
import { findRound, listPlanTasks, type PlanTask } from '../../../shared/plans/records/items.ts';
import { createSession } from '../../../shared/sessions/index.ts';
import { handleMessage, spaces } from '../../../shared/spaces/index.ts';
import { queryPage, ranges } from '../../../shared/store/index.ts';
import type { RecordedQueues } from '../../support/recorded-queues.ts';

/** Tasks by number from 1: what each depends on, and whether its agent fails. */
export type Shape = { depends_on: number[]; fails: boolean }[];

const AGENTS = ['ann', 'ben'];
const usage = { model: 'scripted', prompt_tokens: 1, completion_tokens: 1 };
const completed: RunEnding = { state: 'completed', answer: 'Done.', agentId: 'agent', usage, unremembered: false };
const error = { error_code: 'model_refused', detail: 'It cannot be done.' };

/** A plan in a table of its own user, with the programs of all who work on it, each to be run at the test's pace. */
export class SmallPlan {
  readonly project: ProjectScope;
  readonly shape: Shape;
  readonly execution: PlanExecution;
  readonly agents: string[];
  /** Tasks in the order in which workers took them up, and those that were finished. */
  readonly begun: number[] = [];
  readonly finished: number[] = [];
  readonly wrong: string[] = [];
  readonly clock: Clock;
  readonly #queues: RecordedQueues;

  private constructor(
    at: Pick<SmallPlan, 'project' | 'shape' | 'execution' | 'agents' | 'clock'>,
    queues: RecordedQueues,
  ) {
    this.project = at.project;
    this.shape = at.shape;
    this.execution = at.execution;
    this.agents = at.agents;
    this.clock = at.clock;
    this.#queues = queues;
  }

  /** Drawn up and open, but nothing of it has begun. */
  static async opened(shape: Shape, queues: RecordedQueues): Promise<SmallPlan> {
    const plan = await SmallPlan.drafted(shape, queues);
    await openPlan(plan.execution, plan.clock);
    return plan;
  }

  /** Drawn up, but not open. */
  static async drafted(shape: Shape, queues: RecordedQueues): Promise<SmallPlan> {
    const plan = await SmallPlan.accepted(shape, queues);
    await draftPlan(plan.execution, plan.clock);
    return plan;
  }

  /** Wished for, and nothing else. */
  static async accepted(shape: Shape, queues: RecordedQueues): Promise<SmallPlan> {
    const project = authenticated({ userId: crypto.randomUUID() }).inProject('default');
    const now = Date.parse('2026-11-21T08:00:00Z');
    const clock = { now: () => now };
    const agents: string[] = [];
    for (const name of AGENTS) {
      const body = { name, system_prompt: 'You work.', concurrency_limit: 2 };
      agents.push((await createAgent(project, newAgentSchema.parse(body), { clock })).key);
    }
    const { id: session } = await createSession(project, {}, clock);
    const tasks = shape.map(({ depends_on }, place) => ({
      id: `t${place + 1}`,
      description: `Task ${place + 1}`,
      agent: AGENTS[place % AGENTS.length] ?? '',
      depends_on: depends_on.map((on) => `t${on}`),
    }));
    const { run } = await handleMessage(spaces.of(project), { session, content: 'Do it.', plan: { tasks } }, clock);
    const execution = { project, session, run: run.run_id, generation: 1 };
    return new SmallPlan({ project, shape, execution, agents, clock }, queues);
  }

  /** The state machine begins to wait for the round. */
  wait(token: string): Promise<void> {
    return runRound(this.execution, token, this.clock);
  }

  /** Messages for workers, oldest first. */
  get messages(): WorkMessage[] {
    return this.#queues.sent
      .filter(({ queue, body }) => queue === 'agents' && body.run_id === this.execution.run)
      .map(({ body }) => workMessageSchema.parse(body));
  }

  /** What a worker does with a message: a task is begun only after all it depends on, and not again once it is done. */
  async work(message: WorkMessage): Promise<void> {
    const claim = await claimTask(message, this.clock);
    if (!claim) return;
    const number = Number(message.task_id.slice(-4));
    this.begun.push(number);
    if (this.finished.includes(number)) this.wrong.push(`${number} was begun again after its end`);
    const early = this.#of(number).depends_on.filter((on) => !this.finished.includes(on) || this.#of(on).fails);
    if (early.length > 0) this.wrong.push(`${number} was begun before ${early.join()}`);
    const fails = this.#of(number).fails;
    const ending: RunEnding = fails ? { state: 'failed', error, agentAtFault: false } : completed;
    await finishPlanTask(claim, ending, this.clock);
  }

  #of(number: number): Shape[number] {
    const task = this.shape[number - 1];
    if (!task) throw new Error(`There is no task ${number}.`);
    return task;
  }

  /** What the sweeper does for this plan a while later, when everything is due and every lease is over. */
  async sweep(minutes = 10): Promise<void> {
    const late = { now: () => this.clock.now() + minutes * 60_000 };
    for (const { task_id, due_at } of await this.tasks()) {
      if (due_at !== undefined)
        await redriveAnyTask(this.project, { run: this.execution.run, id: task_id, clock: late });
    }
    await dispatchAndSettle(this.project.user, late, true);
  }

  tasks(): Promise<PlanTask[]> {
    return listPlanTasks(this.project, this.execution.run);
  }

  async roundState(): Promise<string | undefined> {
    return (await findRound(this.project, this.execution.run, 1))?.state;
  }

  /** How each task ends whatever happens on the way. */
  get fates(): Record<string, string> {
    const fates: Record<string, string> = {};
    for (const [place, { depends_on, fails }] of this.shape.entries()) {
      const isSkipped = depends_on.some((on) => fates[`t${on}`] !== 'completed');
      fates[`t${place + 1}`] = isSkipped ? 'skipped' : fails ? 'failed' : 'completed';
    }
    return fates;
  }

  /** Everything that does not add up once the round is over, in words; nothing when all is well. */
  async audit(): Promise<string[]> {
    const { project, execution, fates } = this;
    const [tasks, run, places, ready, { lines }] = await Promise.all([
      this.tasks(),
      findRun(project, execution.run),
      takenSlots(project.user),
      queryPage(ranges.readyTasks(project.user)),
      readAfter(project, execution.session, { after: 0, clock: this.clock }),
    ]);
    const lanes = await Promise.all(this.agents.map((agent) => findLane(project, agent)));
    const events = lines.map((line) => JSON.parse(line) as { event_id: number; event_type: string; payload: object });
    const told = events
      .filter(({ event_type }) => /^task_(completed|failed|skipped)$/.test(event_type))
      .map(({ event_type, payload }) => `${(payload as { plan_task: string }).plan_task} ${event_type.slice(5)}`);
    const wanted = Object.entries(fates).map(([id, fate]) => `${id} ${fate}`);
    return [
      ...this.wrong,
      ...tasks.filter(({ plan_id, state }) => fates[plan_id] !== state).map((one) => `${one.plan_id} is ${one.state}`),
      ...tasks.filter(({ due_at }) => due_at !== undefined).map((one) => `${one.plan_id} is still due`),
      ...differ('told', told.toSorted(), wanted.toSorted()),
      ...differ(
        'told in order',
        told.map((line) => line.split(' ')[0] ?? '').filter((id) => !this.#inOrder(id, told)),
        [],
      ),
      ...differ(
        'event numbers',
        events.map(({ event_id }) => event_id),
        events.map((_, place) => place + 1),
      ),
      ...differ('finished', this.finished.toSorted(), [...new Set(this.finished)].toSorted()),
      ...differ('places', [...places], []),
      ...differ(
        'ready',
        ready.items.map(({ sk }) => sk),
        [],
      ),
      ...differ(
        'lanes',
        lanes.map((lane) => [lane?.running, lane?.waiting, lane?.live]),
        this.agents.map(() => [0, 0, 0]),
      ),
      ...differ('round', await this.roundState(), 'ended'),
      ...differ('run', run?.state, 'running'),
    ];
  }

  #inOrder(id: string, told: string[]): boolean {
    const at = (name: string): number => told.findIndex((line) => line.startsWith(`${name} `));
    return this.#of(Number(id.slice(1))).depends_on.every((on) => at(`t${on}`) < at(id));
  }
}

const differ = (what: string, found: unknown, wanted: unknown): string[] =>
  JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`${what}: ${JSON.stringify(found)}`];
