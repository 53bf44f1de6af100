import { expect, test } from 'vitest';
import { besidePeer } from '../../bench/gateway/report.ts';
import { wantedOf } from '../../bench/results/arguments.ts';
import { beside, figure } from '../../bench/results/result.ts';
import type { Measured } from '../../bench/turns/measure.ts';
import { besidePeers } from '../../bench/turns/report.ts';

const measured = (name: string, factor: number): Measured => ({
  name,
  alone: { times: [10 * factor, 10 * factor], cpu: 4 * factor },
  crowd: { perSecond: 100 / factor, cpu: 5 * factor },
  memory: { idle: 100 * factor, crowd: 200 * factor, later: 150 * factor },
});

test('a result beside a peer has the ratio of ours to theirs, one without has neither', () => {
  expect(beside('work', 'ms', { ours: 30, peer: 20 })).toEqual({
    work: 'work',
    ours: 30,
    peer: 20,
    ratio: 1.5,
    unit: 'ms',
  });
  expect(figure('work', 1.234567, 'MB')).toEqual({ work: 'work', ours: 1.235, peer: null, ratio: null, unit: 'MB' });
});

test('turns are held against every peer there is, and 16 at a time against our own one at a time', () => {
  const results = besidePeers([measured('Artel', 3), measured('Mastra', 1), measured('LangGraph', 2)]);
  const [first, second] = results;
  expect(first).toMatchObject({ work: expect.stringMatching(/one at a time, p50; peer: Mastra$/), ours: 30, ratio: 3 });
  expect(second).toMatchObject({ work: expect.stringMatching(/peer: LangGraph$/), ours: 30, ratio: 1.5 });
  expect(results.at(-1)).toMatchObject({ ours: 33.33, peer: 33.33, ratio: 1 });
});

test('turns without any peer are figures of ours alone', () => {
  const [first] = besidePeers([measured('Artel', 3)]);
  expect(first).toMatchObject({ ours: 30, peer: null, ratio: null });
});

test('the gateway without its peer has the figures of ours alone', () => {
  const lines = [
    {
      work: 'CPU a call',
      unit: 'ms',
      values: new Map([
        ['module', 2],
        ['Portkey', 4],
      ]),
    },
  ];
  expect(besidePeer(lines, ['module'], undefined)).toEqual([figure('module: CPU a call', 2, 'ms')]);
  expect(besidePeer(lines, ['module'], 'Portkey')).toMatchObject([{ ours: 2, peer: 4, ratio: 0.5 }]);
});

test('benchmarks are run in their own order, all where none is named, and an unknown one is refused', () => {
  const known = ['bus', 'plans', 'turns'];
  expect(wantedOf(['turns', 'bus', '--json', 'out.json'], known)).toEqual({
    names: ['bus', 'turns'],
    json: 'out.json',
  });
  expect(wantedOf([], known)).toEqual({ names: known });
  expect(() => wantedOf(['tunrs'], known)).toThrow('There is no benchmark tunrs; there are bus, plans, turns.');
});
