import { median } from '../figures.ts';
import { awsCalls, type Counts, readUnits, writeUnits } from '../prices.ts';
import { beside, figure, type Result } from '../results/result.ts';
import type { Measured } from './measured.ts';
import { byShape, shortest } from './report.ts';

/** Each shape beside the shortest that its graph and limits allow, and what a task of it costs. */
export const besideOptimum = (all: Measured[]): Result[] =>
  byShape(all).flatMap(([shape, runs]) => {
    const tasks = shape.jobs.length;
    const makespan = { ours: median(runs.map((run) => run.makespan)), peer: shortest(shape) };
    const aTask = (work: string, of: (run: Measured) => number, unit: string): Result =>
      figure(`${shape.name}: ${work} a task`, median(runs.map(of)) / tasks, unit);
    const counted = (work: string, of: (counts: Counts) => number): Result =>
      aTask(work, ({ counts }) => of(counts), 'a task');
    return [
      beside(`${shape.name}: makespan; peer: the shortest possible`, 'ms', makespan),
      aTask('CPU', ({ cpu }) => cpu, 'ms'),
      counted('AWS calls', awsCalls),
      counted('read units', readUnits),
      counted('write units', writeUnits),
    ];
  });
