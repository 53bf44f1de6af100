import type { Profiler } from 'node:inspector';
import { expect, test } from 'vitest';
import { wantedOf } from '../../profile/arguments.ts';
import { flameGraph } from '../../profile/flame-graph.ts';
import { type Frame, stacksOf } from '../../profile/stacks.ts';

const node = (id: number, functionName: string, children: number[] = []): Profiler.ProfileNode => ({
  id,
  callFrame: { functionName, scriptId: '0', url: '', lineNumber: 0, columnNumber: 0 },
  children,
});

/** `outer` calls `inner`; each sample is a millisecond, and in one of four nothing was done. */
const PROFILE: Profiler.Profile = {
  nodes: [node(1, '(root)', [2, 4]), node(2, 'outer', [3]), node(3, 'inner'), node(4, '(idle)')],
  samples: [2, 3, 3, 4],
  timeDeltas: [1_000, 1_000, 1_000, 1_000],
  startTime: 0,
  endTime: 4_000,
};

const path = (root: Frame, ...names: string[]): Frame | undefined =>
  names.reduce<Frame | undefined>(
    (frame, name) => [...(frame?.children.values() ?? [])].find((one) => one.name === name),
    root,
  );

test('threads of one name are one, and idle time is nobody’s', () => {
  const root = stacksOf([
    { thread: 'worker', profile: PROFILE, cpu: 3_000 },
    { thread: 'worker', profile: PROFILE, cpu: 3_000 },
    { thread: 'main', profile: PROFILE, cpu: 3_000 },
  ]);
  expect(root.total).toBe(9_000);
  expect([...root.children.values()].map(({ name, total }) => [name, total])).toEqual([
    ['worker', 6_000],
    ['main', 3_000],
  ]);
  expect(path(root, 'worker', 'outer')).toMatchObject({ self: 2_000, total: 6_000 });
  expect(path(root, 'worker', 'outer', 'inner')).toMatchObject({ self: 4_000, total: 4_000 });
});

test('a thread that waited for a core has worked as long as the operating system counts', () => {
  const root = stacksOf([{ thread: 'busy', profile: PROFILE, cpu: 1_500 }]);
  expect(path(root, 'busy', 'outer')).toMatchObject({ self: 500, total: 1_500 });
});

test('the page loads nothing, and whatever a function is called stays data', () => {
  const evil = '</script><script>alert(1)</script>';
  const named = { ...PROFILE, nodes: PROFILE.nodes.map((one) => (one.id === 3 ? node(3, evil) : one)) };
  const html = flameGraph('Turns <b>', stacksOf([{ thread: 'main', profile: named, cpu: 3_000 }]));
  expect(html).not.toContain(evil);
  expect(html).toContain('Turns &lt;b&gt;');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/https?:\/\/|<link|\bsrc=|\bimport\b|\bfetch\b/);
  const frames = /const root = (.*);/.exec(html)?.[1] ?? '';
  expect(JSON.parse(frames)).toEqual([
    'all threads',
    '',
    0,
    3_000,
    [['main', '', 0, 3_000, [['outer', '', 1_000, 3_000, [[evil, '', 2_000, 2_000, []]]]]]],
  ]);
});

test('somebody has to be named whose profile it is, and how often is a whole number', () => {
  expect(wantedOf(['turn', '--amount', '5', '--out', 'a.html'], ['turn'])).toEqual({
    name: 'turn',
    amount: 5,
    out: 'a.html',
  });
  for (const argv of [[], ['trun'], ['turn', 'turn'], ['turn', '--amount', '0']]) {
    expect(() => wantedOf(argv, ['turn'])).toThrow();
  }
});
