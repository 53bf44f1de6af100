import { authenticated } from '../../../shared/core/scope.ts';
import type { Command, Files, Limits, Outcome, Sandbox } from '../../../shared/sandbox/index.ts';

export const MEGABYTE = 1024 * 1024;

const LIMITS: Limits = {
  timeMs: 30_000,
  memoryBytes: 256 * MEGABYTE,
  diskBytes: 8 * MEGABYTE,
  outputBytes: 64 * 1024,
  processes: 32,
};

export const filesOf = (texts: Record<string, string>): Files =>
  new Map(Object.entries(texts).map(([path, text]) => [path, { content: Buffer.from(text) }]));

export type Asked = Partial<Omit<Command, 'limits'>> & { texts?: Record<string, string>; limits?: Partial<Limits> };

/** A command of alice's, with room for what it does unless something is said. */
export const commandOf = (command: string, { texts = {}, limits, ...more }: Asked = {}): Command => ({
  project: authenticated({ userId: 'alice' }).inProject('default'),
  files: filesOf(texts),
  command,
  limits: { ...LIMITS, ...limits },
  grants: { hosts: [] },
  signal: new AbortController().signal,
  ...more,
});

export const changesOf = ({ changed }: Outcome): Record<string, string | undefined> =>
  Object.fromEntries(changed.map(({ path, content }) => [path, content && Buffer.from(content).toString()]));

/** Runs a command behind the wall that is looked at. */
export type Run = (command: string, asked?: Asked) => Promise<Outcome>;

export type Walled = {
  /** Opened once for all tests of it; `close` ends what it started. */
  open(): Promise<{ sandbox: Sandbox; close(): Promise<void> | void }>;
  /** Whether it has processes, that can go on in the background or be too many. */
  hasProcesses: boolean;
};
