import * as fc from 'fast-check';
import type { GivenTask } from '../../support/plans.ts';
import type { Fate } from './orderly-log.ts';

export type RandomGraph = {
  /** Slots of each agent. */
  slots: number[];
  max_parallel: number;
  tasks: GivenTask[];
  /** Descriptions of the tasks whose agent fails. */
  failing: Set<string>;
  /** Which answers are let go, each time it is the test's turn. */
  choices: number[];
};

const AGENTS = 4;
export const agentName = (place: number): string => `agent-${place}`;
export const described = (id: string): string => `Do ${id}`;

const task = fc.record({
  agent: fc.nat(AGENTS - 1),
  on: fc.uniqueArray(fc.nat(59), { maxLength: 5 }),
  rank: fc.nat(),
  fails: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** Lines, fans, layers and loose heaps of up to 60 tasks, written down in any order. */
export const randomGraph: fc.Arbitrary<RandomGraph> = fc
  .record({
    slots: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: AGENTS, maxLength: AGENTS }),
    max_parallel: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 50 })),
    /** How far back a task may look for what it depends on: 1 is a line. */
    reach: fc.constantFrom(1, 4, 12, 60),
    tasks: fc.array(task, { minLength: 1, maxLength: 60, size: 'max' }),
    choices: fc.array(fc.nat(1_000), { minLength: 8, maxLength: 8 }),
  })
  .map(({ slots, max_parallel, reach, tasks, choices }) => {
    const made = tasks.map(({ agent, on, rank, fails }, place) => {
      const before = place === 0 ? [] : on.map((back) => place - 1 - (back % Math.min(reach, place)));
      const id = `t${place + 1}`;
      const depends_on = [...new Set(before)].map((one) => `t${one + 1}`);
      return { rank, fails, given: { id, description: described(id), agent: agentName(agent), depends_on } };
    });
    return {
      slots,
      max_parallel,
      choices,
      tasks: made.toSorted((a, b) => a.rank - b.rank).map(({ given }) => given),
      failing: new Set(made.filter(({ fails }) => fails).map(({ given }) => given.description)),
    };
  });

/** What the graph implies: a task runs if all it depends on completed. */
export const fatesOf = ({ tasks, failing }: Pick<RandomGraph, 'tasks' | 'failing'>): Map<string, Fate> => {
  const byId = new Map(tasks.map((one) => [one.id, one]));
  const fates = new Map<string, Fate>();
  const fateOf = (id: string): Fate => {
    const known = fates.get(id);
    if (known) return known;
    const { depends_on = [], description } = byId.get(id) as GivenTask;
    const goes = depends_on.map(fateOf).every((fate) => fate === 'completed');
    const fate = goes ? (failing.has(description) ? 'failed' : 'completed') : 'skipped';
    fates.set(id, fate);
    return fate;
  };
  for (const { id } of tasks) fateOf(id);
  return fates;
};

/**
 * How many answers are in the making once everything that can start has started, when `done` have been given: the graph,
 * the agents' slots and the person's limit allow so many and not one fewer. Failing tasks pass through.
 */
export const mostAtOnce = (graph: RandomGraph, done: ReadonlySet<string>): number => {
  const fates = fatesOf(graph);
  const working = graph.tasks.filter(
    ({ id, depends_on = [] }) =>
      fates.get(id) === 'completed' && !done.has(id) && depends_on.every((on) => done.has(on)),
  );
  const byAgent = graph.slots.map((slots, place) =>
    Math.min(slots, working.filter(({ agent }) => agent === agentName(place)).length),
  );
  return Math.min(
    graph.max_parallel,
    byAgent.reduce((sum, one) => sum + one, 0),
  );
};
