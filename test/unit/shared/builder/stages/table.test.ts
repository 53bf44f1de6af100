import { expect, test } from 'vitest';
import {
  isEnd,
  type Outcome,
  outcomes,
  type Stage,
  stageAfter,
  stages,
} from '../../../../../shared/builder/stages/table.ts';

/* Requirements: BT1. */

/** Every pair that a build can come to; all others are none. */
const WAYS: [Stage, Outcome, Stage][] = [
  ['specification', 'accepted', 'architecture'],
  ['specification', 'rework', 'specification'],
  ['specification', 'gave_up', 'given_up'],
  ['architecture', 'accepted', 'plan'],
  ['architecture', 'rework', 'architecture'],
  ['architecture', 'gave_up', 'given_up'],
  ['plan', 'accepted', 'development'],
  ['plan', 'rework', 'plan'],
  ['plan', 'gave_up', 'given_up'],
  ['development', 'passed', 'test'],
  ['development', 'failed', 'troubleshoot'],
  ['development', 'gave_up', 'given_up'],
  ['test', 'passed', 'documentation'],
  ['test', 'failed', 'hunt'],
  ['test', 'gave_up', 'given_up'],
  ['hunt', 'passed', 'test'],
  ['hunt', 'failed', 'troubleshoot'],
  ['hunt', 'gave_up', 'given_up'],
  ['troubleshoot', 'accepted', 'development'],
  ['troubleshoot', 'rework', 'plan'],
  ['troubleshoot', 'gave_up', 'given_up'],
  ['documentation', 'passed', 'release'],
  ['documentation', 'gave_up', 'given_up'],
  ['release', 'accepted', 'done'],
  ['release', 'rework', 'troubleshoot'],
  ['release', 'gave_up', 'given_up'],
];

const PAIRS = stages.flatMap((stage) => outcomes.map((outcome): [Stage, Outcome] => [stage, outcome]));

test.each(PAIRS)('what follows where %s comes to %s is in the table, and nothing else', (stage, outcome) => {
  const way = WAYS.find(([from, with_]) => from === stage && with_ === outcome);
  expect(stageAfter(stage, outcome)).toBe(way?.[2]);
});

test('from every stage a build can be done and can be given up, and nothing follows an end', () => {
  const reach = (from: Stage, seen = new Set<Stage>()): Set<Stage> => {
    for (const outcome of outcomes) {
      const next = stageAfter(from, outcome);
      if (next && !seen.has(next)) reach(next, seen.add(next));
    }
    return seen;
  };
  for (const stage of stages) {
    const ends = [...reach(stage)].filter(isEnd).sort();
    expect(ends).toEqual(isEnd(stage) ? [] : ['done', 'given_up']);
  }
});
