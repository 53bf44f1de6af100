import { readdirSync, readFileSync } from 'node:fs';
import type { Kill, Limits } from '../contract.ts';

/** Whoever fills a gigabyte a second is 25 MB beyond its limit when it is seen. */
const EVERY_MS = 25;

/** The processes of a command, and whether its files are beyond their limit, at the moment. */
export type Watched = { processes: () => number[]; isDiskFull: (bytes: number) => boolean };

/** Looks at them until the returned function is called. */
export function watchLimits(watched: Watched, limits: Limits, beyond: (limit: Kill) => void): () => void {
  const timer = setInterval(() => {
    const limit = beyondLimit(watched, limits);
    if (limit !== undefined) beyond(limit);
  }, EVERY_MS);
  return () => clearInterval(timer);
}

function beyondLimit(watched: Watched, { memoryBytes, processes, diskBytes }: Limits): Kill | undefined {
  const running = watched.processes();
  if (running.length > processes) return 'processes';
  if (running.reduce((sum, pid) => sum + memoryOf(pid), 0) > memoryBytes) return 'memory';
  return watched.isDiskFull(diskBytes) ? 'disk' : undefined;
}

/** `undefined` instead of an error. */
export const orGone = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    // A process may end at any moment, and takes its files in `/proc` along.
    return undefined;
  }
};

/** All that descends from a process. Who loses its parent becomes a child of the first process of the namespace. */
export function processesBelow(first: number): number[] {
  const found: number[] = [];
  const unvisited = childrenOf(first);
  for (let pid = unvisited.pop(); pid !== undefined; pid = unvisited.pop()) {
    found.push(pid);
    unvisited.push(...childrenOf(pid));
  }
  return found;
}

/** Each thread has the children it started. */
const childrenOf = (pid: number): number[] =>
  (orGone(() => readdirSync(`/proc/${pid}/task`)) ?? [])
    .flatMap((thread) => orGone(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'))?.split(' ') ?? [])
    .filter((text) => text.trim() !== '')
    .map(Number);

/** Not that of mapped files: programs and libraries, which are there once for all. */
const memoryOf = (pid: number): number => {
  const status = orGone(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
  const kilobytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)].map(([, amount]) => Number(amount));
  return kilobytes.reduce((sum, amount) => sum + amount, 0) * 1024;
};
