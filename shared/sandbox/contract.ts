import type { ProjectScope } from '../core/scope.ts';
import { type WallName, walls } from '../core/walls.ts';

export { type WallName, walls };

/** A file as a command finds it or leaves it. Paths are those of the workspace: relative, with `/`, canonical. */
export type SandboxFile = { content: Uint8Array; executable?: boolean };
export type Files = ReadonlyMap<string, SandboxFile>;

/** What a command may take. Whoever goes beyond one of them is killed. */
export type Limits = {
  timeMs: number;
  memoryBytes: number;
  /** All files together, after the command. */
  diskBytes: number;
  /** Both streams together; what is beyond is cut, and the command killed. */
  outputBytes: number;
  /** Processes at a time, where the wall has processes. */
  processes: number;
};

/** What a person allowed this one command beyond its files. */
export type Grants = {
  /** Host names it may reach, through the guarded dispatcher; none by default. */
  hosts: readonly string[];
};

export type Command = {
  project: ProjectScope;
  files: Files;
  /** For a POSIX shell, in the root of the files. */
  command: string;
  stdin?: string;
  limits: Limits;
  grants: Grants;
  signal: AbortSignal;
};

/** Which limit a command went beyond; `signal`: it was called off. */
export const kills = ['time', 'memory', 'disk', 'output', 'processes', 'signal'] as const;
export type Kill = (typeof kills)[number];

/** `undefined` as content: the command removed the file. */
export type FileChange = { path: string; content: Uint8Array | undefined; executable?: boolean };

export type Outcome = {
  /** Of the shell; 137 where it was killed. */
  exit: number;
  /** Both streams in the order they were written, cut at `outputBytes`. */
  output: string;
  isCut: boolean;
  /** Sorted by path. Empty where it was killed. */
  changed: readonly FileChange[];
  killed?: Kill;
  durationMs: number;
  wall: WallName;
};

/**
 * Runs commands behind one wall. A command that fails, or is killed, is an outcome. Throws `SandboxUnavailable` where no command
 * can be run at the moment, and `CommandRefused` where this wall never runs it (its message says which wall would).
 */
export type Sandbox = { readonly wall: WallName; run(command: Command): Promise<Outcome> };
