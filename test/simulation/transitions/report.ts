import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Campaign } from '../campaign.ts';
import { type Coverage, neverHit, POINTS } from './coverage.ts';

const WIDTH = 12;

/** The table of what became of each write, and what never happened at any. */
export const tableOf = (coverage: Coverage): string[] => {
  const lines = coverage.lines();
  const never = neverHit(lines);
  return [
    POINTS.map((point) => point.padStart(WIDTH)).join(''),
    ...lines.map(
      (line) => `${POINTS.map((point) => String(line[point]).padStart(WIDTH)).join('')}  ${line.transition}`,
    ),
    `${never.length} of ${lines.length * (POINTS.length - 1)} were never hit:`,
    ...never.map((pair) => `  ${pair}`),
  ];
};

/** The same for a program, or for the next campaign to go on from. */
export const save = (file: string, all: Campaign, coverage: Coverage): void => {
  const lines = coverage.lines();
  const report = {
    seeds: all.seeds,
    steps: all.steps,
    faults: Object.fromEntries(all.faults),
    operations: Object.fromEntries(all.operations),
    deaths: Object.fromEntries(all.deaths),
    transitions: lines,
    never: neverHit(lines),
  };
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
};

const savedSchema = z.object({ never: z.array(z.string()) });

/** What an earlier campaign never hit. */
export const neverHitBefore = (file: string): ReadonlySet<string> =>
  new Set(savedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).never);
