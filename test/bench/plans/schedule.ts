import type { Job, Shape } from './shapes.ts';

/*
 * What a graph takes where nothing but its tasks takes any time: what a measured makespan is held against. Milliseconds.
 */

type Ordered = Pick<Shape, 'limits' | 'jobs'>;

/** The longest chain of tasks. */
export const criticalPath = ({ jobs }: Ordered): number => {
  const heads = headsOf(jobs);
  return Math.max(...jobs.map(({ id, time }) => (heads.get(id) ?? 0) + time));
};

/**
 * No schedule whatever is shorter. For each agent, and for the limit over all: tasks that cannot begin before `head` and
 * have at least `tail` behind them take the sum of the two and of what their own work takes, so many at a time. Source: J.
 * Carlier, Scheduling jobs with release dates and tails on identical machines, EJOR 29 (1987), 298–306.
 */
export const lowerBound = (shape: Ordered, mostParallel: number): number => {
  const { jobs, limits } = shape;
  const [heads, tails] = [headsOf(jobs), tailsOf(jobs)];
  const groups = [
    { members: jobs, limit: mostParallel },
    ...Object.entries(limits).map(([name, limit]) => ({ members: jobs.filter(({ agent }) => agent === name), limit })),
  ];
  const bounds = groups.flatMap(({ members, limit }) => {
    const headsHere = new Set(members.map(({ id }) => heads.get(id) ?? 0));
    const tailsHere = new Set(members.map(({ id }) => tails.get(id) ?? 0));
    return [...headsHere].flatMap((head) =>
      [...tailsHere].map((tail) => {
        const within = members.filter(({ id }) => (heads.get(id) ?? 0) >= head && (tails.get(id) ?? 0) >= tail);
        return within.length === 0 ? 0 : head + shortest(within, limit) + tail;
      }),
    );
  });
  return Math.max(criticalPath(shape), ...bounds);
};

/** Independent tasks on so many machines take their sum divided evenly, and their shortest as often as one machine must work. */
const shortest = (jobs: Job[], limit: number): number => {
  const times = jobs.map(({ time }) => time);
  const work = times.reduce((sum, time) => sum + time, 0);
  return Math.max(work / limit, Math.ceil(jobs.length / limit) * Math.min(...times), ...times);
};

export type Schedule = { makespan: number; waited: boolean };

/** The oldest task that is ready and fits both limits begins at once: what the platform does, if it took no time. */
export const listSchedule = ({ jobs, limits }: Ordered, mostParallel: number): Schedule => {
  const ends = new Map<string, number>();
  const free = new Map(Object.entries(limits));
  let running: { job: Job; end: number }[] = [];
  let waiting = jobs;
  let now = 0;
  let waited = false;
  for (;;) {
    for (const job of waiting) {
      if (!job.depends_on.every((on) => (ends.get(on) ?? Number.POSITIVE_INFINITY) <= now)) continue;
      const slots = free.get(job.agent) ?? 0;
      if (slots === 0 || running.length >= mostParallel) {
        waited = true;
        continue;
      }
      free.set(job.agent, slots - 1);
      running.push({ job, end: now + job.time });
      waiting = waiting.filter((one) => one !== job);
    }
    if (running.length === 0) break;
    const next = Math.min(...running.map(({ end }) => end));
    for (const { job } of running.filter(({ end }) => end === next)) {
      ends.set(job.id, next);
      free.set(job.agent, (free.get(job.agent) ?? 0) + 1);
    }
    running = running.filter(({ end }) => end !== next);
    now = next;
  }
  if (waiting.length > 0) throw new Error(`The benchmark's graph has tasks that never begin: ${waiting[0]?.id}, …`);
  return { makespan: now, waited };
};

/** The same where a level waits for the end of the one before: a task's level is how many dependencies lie above it. */
export const levelByLevel = ({ jobs, limits }: Ordered, mostParallel: number): number => {
  const levels = new Map<string, number>();
  for (const { id, depends_on } of jobs) {
    levels.set(id, 1 + Math.max(-1, ...depends_on.map((on) => levels.get(on) ?? Number.NaN)));
  }
  const alone = jobs.map((job) => ({ ...job, depends_on: [] }));
  return Array.from({ length: 1 + Math.max(...levels.values()) }, (_, level) =>
    alone.filter(({ id }) => levels.get(id) === level),
  ).reduce((sum, level) => sum + listSchedule({ jobs: level, limits }, mostParallel).makespan, 0);
};

/** By task, how long what it depends on takes at least. Jobs stand after those they depend on. */
const headsOf = (jobs: Job[]): Map<string, number> => {
  const heads = new Map<string, number>();
  const times = new Map(jobs.map(({ id, time }) => [id, time]));
  for (const { id, depends_on } of jobs) {
    heads.set(id, Math.max(0, ...depends_on.map((on) => (heads.get(on) ?? Number.NaN) + (times.get(on) ?? 0))));
  }
  return heads;
};

/** By task, how long what depends on it takes at least. */
const tailsOf = (jobs: Job[]): Map<string, number> => {
  const tails = new Map<string, number>(jobs.map(({ id }) => [id, 0]));
  for (const { id, time, depends_on } of jobs.toReversed()) {
    for (const on of depends_on) tails.set(on, Math.max(tails.get(on) ?? 0, (tails.get(id) ?? 0) + time));
  }
  return tails;
};
