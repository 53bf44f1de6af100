import { availableParallelism } from 'node:os';
import { median, ms, percentile, print, table } from '../figures.ts';
import { awsCalls, type Counts, PRICES, priceOf, readUnits, writeUnits } from '../prices.ts';
import type { Measured } from './measured.ts';
import { criticalPath, levelByLevel, listSchedule, lowerBound } from './schedule.ts';
import type { Shape } from './shapes.ts';

/** What every user has who has set nothing else. */
export const MAX_PARALLEL = 10;

const seconds = (value: number): string => `${(value / 1_000).toFixed(2)} s`;
export const byShape = (all: Measured[]): [Shape, Measured[]][] => [...Map.groupBy(all, ({ shape }) => shape)];

/** Beside each makespan what the graph alone takes, and what it would take any scheduler that waits for whole levels. */
export const makespans = (all: Measured[]): void => {
  const rows = byShape(all).map(([shape, runs]) => {
    const makespan = median(runs.map((run) => run.makespan));
    const possible = shortest(shape);
    return [
      shape.name,
      seconds(criticalPath(shape)),
      seconds(possible),
      seconds(levelByLevel(shape, MAX_PARALLEL)),
      seconds(makespan),
      (makespan / possible).toFixed(3),
      ms(median(runs.map(({ concluding }) => concluding))),
      ms(median(runs.map(({ cpu }) => cpu / shape.jobs.length))),
    ];
  });
  table(`Makespan, from plan_created to the last task_completed; median of ${all.length / rows.length}`, [
    ['', 'critical path', 'under limits', 'by levels', 'measured', 'ratio', 'to run_completed', 'CPU a task'],
    ...rows,
  ]);
  print(
    '  under limits: the shortest that the limits of agents and user allow; the ratio is to that. by levels: no task',
  );
  print(
    '  begins before the whole level above it is done. Neither has any overhead. CPU is this machine’s, for functions,',
  );
  print(`  table and all else together: tasks that begin at the same time share its ${availableParallelism()} cores.`);
};

/** Certain only where a schedule is as short as no schedule can be shorter than: the shapes are chosen so. */
export const shortest = (shape: Shape): number => {
  const { makespan } = listSchedule(shape, MAX_PARALLEL);
  if (makespan === lowerBound(shape, MAX_PARALLEL)) return makespan;
  throw new Error(`It is not known how fast "${shape.name}" can be: the benchmark needs another seed.`);
};

/** Where a task ends and the next begins: of tasks that follow at once, because no limit holds them back. */
export const handOvers = (all: Measured[]): void => {
  const free = byShape(all).filter(([shape]) => !listSchedule(shape, MAX_PARALLEL).waited);
  const parts: [string, (last: Times, next: Times) => number][] = [
    ['answer complete to task_completed', (last) => last.completed - last.answered],
    ['task_completed to the next task_started', (last, next) => next.started - last.completed],
    ['task_started to the model being asked', (_, next) => next.arrived - next.started],
    ['the whole: answer complete to the next being asked', (last, next) => next.arrived - last.answered],
  ];
  const found = free.map(([shape, runs]) => ({ name: shape.name, pairs: runs.flatMap(pairsOf) }));
  const title = 'Overhead per task on the critical path, p50 / p95';
  table(title, [
    ['', ...found.map(({ name }) => name)],
    ...parts.map(([name, of]) => [
      name,
      ...found.map(({ pairs }) => {
        const values = pairs.map(([last, next]) => of(last, next));
        return `${median(values).toFixed(0)} / ${ms(percentile(values, 0.95))}`;
      }),
    ]),
  ]);
};

type Times = { arrived: number; answered: number; started: number; completed: number };

/** Each task that has dependencies, with the one of them that was completed last. */
const pairsOf = ({ shape, tasks }: Measured): [Times, Times][] =>
  shape.jobs.flatMap(({ id, depends_on }): [Times, Times][] => {
    const next = tasks.get(id);
    const before = depends_on.flatMap((on) => tasks.get(on) ?? []).toSorted((a, b) => b.completed - a.completed);
    return next && before[0] ? [[before[0], next]] : [];
  });

/** What AWS is called for and what it takes for that, per plan and per task. */
export const cost = (all: Measured[]): void => {
  const rows = byShape(all).map(([shape, runs]) => {
    const tasks = shape.jobs.length;
    const per = (of: (counts: Counts) => number): number => median(runs.map(({ counts }) => of(counts))) / tasks;
    const transitions = median(runs.map((run) => run.transitions));
    const price = median(runs.map((run) => priceOf(run.counts) + run.transitions * PRICES.transition));
    return [
      shape.name,
      transitions,
      (transitions / tasks).toFixed(2),
      per(awsCalls).toFixed(1),
      per(readUnits).toFixed(1),
      per(writeUnits).toFixed(1),
      `$${price.toFixed(6)}`,
      `$${((price / tasks) * 1_000).toFixed(4)}`,
    ];
  });
  table('Cost at AWS, with one client listening', [
    [
      '',
      'state transitions',
      'a task',
      'AWS calls a task',
      'read units a task',
      'write units a task',
      'a plan',
      '1,000 tasks',
    ],
    ...rows,
  ]);
  print(
    '  DynamoDB, SQS, Step Functions and Lambda’s requests. For each second the model takes, Lambda bills the worker’s',
  );
  print(`  gigabyte as well: $${(1_000 * PRICES.gigabyteSecond).toFixed(4)} for 1,000 tasks of one second.`);
};

/** Of one shape, by action. */
export const actions = (runs: Measured[]): void => {
  const [first] = runs;
  if (!first) return;
  const { name, jobs } = first.shape;
  const of = (action: string, what: 'calls' | 'readUnits' | 'writeUnits'): number =>
    median(runs.map(({ counts }) => counts[action]?.[what] ?? 0)) / jobs.length;
  const seen = [...new Set(runs.flatMap(({ counts }) => Object.keys(counts)))].toSorted();
  const shown = seen.filter((action) => of(action, 'calls') >= 0.01);
  const figure = (value: number): string => (value === 0 ? '' : value.toFixed(2));
  table(`Calls a task: ${name}`, [
    ['', 'calls', 'read units', 'write units'],
    ...shown.map((action) => [
      action,
      figure(of(action, 'calls')),
      figure(of(action, 'readUnits')),
      figure(of(action, 'writeUnits')),
    ]),
  ]);
};
