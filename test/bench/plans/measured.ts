import type { Artel, Person } from '../../support/artel.ts';
import type { StoredEvent } from '../../support/events.ts';
import { type Listener, listen } from '../../support/listener.ts';
import { sendPlan, taskIn, team } from '../../support/plans.ts';
import type { RecordedRequest } from '../../support/scripted-model.ts';
import type { Counts } from '../prices.ts';
import type { Job, Shape } from './shapes.ts';

/** When the model was asked about a task and when its answer was complete; clocks of one machine, in epoch milliseconds. */
type Asked = { arrived: number; answered: number };

/** One plan as it went. Of each task: the model's times, and those of its events. */
export type Measured = {
  shape: Shape;
  /** From `plan_created` to the last `task_completed`. */
  makespan: number;
  /** From the last `task_completed` to `run_completed`. */
  concluding: number;
  /** Milliseconds of this process, in which everything runs. */
  cpu: number;
  tasks: Map<string, Asked & { started: number; completed: number }>;
  counts: Counts;
  transitions: number;
};

/** A plan is measured in a session of its own, with one client that listens. */
export const measure = async (artel: Artel, who: Person, shape: Shape): Promise<Measured> => {
  const { session, ears } = await listeningSession(artel, who);
  const asked = simulate(artel, shape);
  await artel.cloud.resetCounts();
  const before = process.cpuUsage();
  const tasks = shape.jobs.map(({ id, agent, depends_on }) => ({ id, description: id, agent, depends_on }));
  const sent = await sendPlan(who, session, tasks);
  if (sent.status !== 202) throw new Error(`The benchmark's plan was refused: ${JSON.stringify(sent.body)}`);
  const { id } = sent.body.run;
  const end = await ears.end(session, id);
  const { user, system } = process.cpuUsage(before);
  const { counts, transitions } = await whatItTook(artel, id);
  const events = ears.events(session);
  ears.close();
  if (end.payload.state !== 'completed') throw new Error(`A plan of the benchmark ended ${end.payload.state}.`);
  const completed = timesOf(events, 'task_completed');
  const last = Math.max(...completed.values());
  return {
    shape,
    makespan: last - timeOf(events, 'plan_created'),
    concluding: Date.parse(end.timestamp) - last,
    cpu: (user + system) / 1_000,
    tasks: joined(shape.jobs, asked, timesOf(events, 'task_started'), completed),
    counts,
    transitions,
  };
};

export const listeningSession = async (artel: Artel, who: Person): Promise<{ session: string; ears: Listener }> => {
  const { body } = await who.call<{ id: string }>('POST', '/my/chat/sessions', {});
  const ears = await listen(artel.cloud.socketUrl, who);
  await ears.hear(body.id);
  return { session: body.id, ears };
};

/** The model answers about each task after the task's time. */
const simulate = ({ model }: Artel, { jobs }: Shape): Map<string, Asked> => {
  const times = new Map(jobs.map(({ id, time }) => [id, time]));
  const asked = new Map<string, Asked>();
  model.always((request: RecordedRequest) => {
    const task = taskIn(request) ?? '';
    const arrived = Date.now();
    const gate = new Promise<void>((resolve) =>
      setTimeout(() => {
        asked.set(task, { arrived, answered: Date.now() });
        resolve();
      }, times.get(task)),
    );
    return { text: `Result of ${task}.`, gate };
  });
  return asked;
};

/** All that AWS was called for, once the execution is through. */
const whatItTook = async ({ cloud }: Artel, run: string): Promise<{ counts: Counts; transitions: number }> => {
  const executions = cloud.stepFunctions.executions().filter(({ name }) => name.startsWith(run));
  await Promise.all(executions.map(({ ended }) => ended));
  const transitions = executions.reduce((sum, execution) => sum + execution.transitions, 0);
  return { counts: await cloud.counts(), transitions };
};

export const timeOf = (events: StoredEvent[], type: string): number => {
  const event = events.find(({ event_type }) => event_type === type);
  if (!event) throw new Error(`The benchmark's plan had no ${type}.`);
  return Date.parse(event.timestamp);
};

const timesOf = (events: StoredEvent[], type: string): Map<string, number> =>
  new Map(
    events
      .filter(({ event_type }) => event_type === type)
      .map(({ payload, timestamp }) => [String(payload.plan_task), Date.parse(timestamp)]),
  );

const joined = (
  jobs: Job[],
  asked: Map<string, Asked>,
  started: Map<string, number>,
  completed: Map<string, number>,
): Measured['tasks'] =>
  new Map(
    jobs.map(({ id }) => {
      const [model, begun, done] = [asked.get(id), started.get(id), completed.get(id)];
      if (!model || begun === undefined || done === undefined) throw new Error(`Task ${id} left no trace.`);
      return [id, { ...model, started: begun, completed: done }];
    }),
  );

/** One person, with the agents of a shape: they work for that person's plans alone. */
export const teamFor = async (artel: Artel, { limits }: Pick<Shape, 'limits'>): Promise<Person> => {
  const who = await artel.register('alice');
  for (const [agent, concurrency_limit] of Object.entries(limits)) await team(who, [agent], { concurrency_limit });
  const config = { approval: { max_tasks: 200 }, max_tasks: 200 };
  const changed = await who.call('PUT', '/my/orchestrator/config', config);
  if (changed.status !== 200) throw new Error(`The benchmark's settings were refused: ${JSON.stringify(changed.body)}`);
  return who;
};
