import type { Profiler } from 'node:inspector';
import { placeOf } from './places.ts';
import type { ThreadProfile } from './threads.ts';

/** A function as it was called from where it stands in the tree; times in microseconds, `self` without what it called. */
export type Frame = { name: string; place: string; self: number; total: number; children: Map<string, Frame> };

/** Outside all functions: nothing to do, or so little that a thread is seen there mostly because looking wakes it. */
const OUTSIDE = new Set(['(idle)', '(program)']);
/** Whoever watches is no part of what is watched. */
const WATCHING = 'node:inspector';
const ROOT = '(root)';

const frame = (name: string, place = ''): Frame => ({ name, place, self: 0, total: 0, children: new Map() });

/** All threads in one tree; below its root the threads, those of one name together. */
export const stacksOf = (threads: readonly ThreadProfile[]): Frame => {
  const all = frame('all threads');
  for (const one of threads) add(child(all, frame(one.thread)), one);
  sum(all);
  return all;
};

const add = (thread: Frame, { profile, cpu }: ThreadProfile): void => {
  const { nodes, samples = [], timeDeltas = [] } = profile;
  const frames = new Map<number, Frame | undefined>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const place = (node: Profiler.ProfileNode, under: Frame): void => {
    const own = frameIn(under, node);
    frames.set(node.id, own);
    for (const id of node.children ?? []) {
      const next = byId.get(id);
      if (next && own) place(next, own);
    }
  };
  if (nodes[0]) place(nodes[0], thread);
  const seen = samples.flatMap((id, at) => {
    const sampled = frames.get(id);
    return sampled ? [{ sampled, time: Math.max(0, timeDeltas[at] ?? 0) }] : [];
  });
  // A thread that waits for a core is seen at work. It cannot have worked more than the operating system counts.
  const all = seen.reduce((total, { time }) => total + time, 0);
  const part = all > cpu ? cpu / all : 1;
  for (const { sampled, time } of seen) sampled.self += time * part;
};

/** The root of a profile is its thread. */
const frameIn = (under: Frame, { callFrame }: Profiler.ProfileNode): Frame | undefined => {
  const { functionName, url, lineNumber, columnNumber } = callFrame;
  if (functionName === ROOT) return under;
  if (OUTSIDE.has(functionName) || url === WATCHING) return undefined;
  return child(under, frame(functionName || '(anonymous)', placeOf(url, lineNumber, columnNumber)));
};

const child = (parent: Frame, wanted: Frame): Frame => {
  const key = `${wanted.name} ${wanted.place}`;
  const known = parent.children.get(key);
  if (known) return known;
  parent.children.set(key, wanted);
  return wanted;
};

const sum = (one: Frame): number => {
  one.total = one.self;
  for (const next of one.children.values()) one.total += sum(next);
  return one.total;
};
