import type { PlannedTask } from '../graph/graph.ts';

type Limits = {
  /** Of any agents: tasks in progress at the same time. */
  slots: number;
  /** Of one agent, by its key. */
  slotsOf: (agent: string) => number;
};

/**
 * How long tasks take when each starts as soon as the ones it depends on are done and both a slot and its agent have room,
 * the first of the ready ones first. Dependencies on tasks of earlier rounds are done. In the unit of `lengthOf`.
 */
export const scheduledLength = (
  tasks: readonly PlannedTask[],
  lengthOf: (task: PlannedTask) => number,
  { slots, slotsOf }: Limits,
): number => {
  const left = new Map(tasks.map((task) => [task.number, task]));
  let running: { task: PlannedTask; until: number }[] = [];
  let now = 0;
  const waiting = new Set(left.keys());
  const isReady = ({ depends_on }: PlannedTask): boolean => !depends_on.some((on) => left.has(on));
  const hasRoom = ({ agent }: PlannedTask): boolean =>
    running.length < slots && running.filter((one) => one.task.agent.key === agent.key).length < slotsOf(agent.key);
  while (left.size > 0) {
    for (const number of waiting) {
      const task = left.get(number);
      if (!task || !isReady(task) || !hasRoom(task)) continue;
      waiting.delete(number);
      running.push({ task, until: now + lengthOf(task) });
    }
    // A graph that was checked has no cycle, so something runs.
    now = Math.min(...running.map(({ until }) => until));
    for (const { task, until } of running) if (until <= now) left.delete(task.number);
    running = running.filter(({ until }) => until > now);
  }
  return now;
};
