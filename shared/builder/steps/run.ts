import { SECOND } from '../../core/clock.ts';
import { excerpt } from '../../core/excerpt.ts';
import { CommandRefused, type Kill, type Limits, type Outcome } from '../../sandbox/index.ts';
import { contentsOf } from './files.ts';
import type { CommandResult, Draft } from './steps.ts';
import { changeOf, type StoredChange, storedChange } from './stored-changes.ts';
import type { Team } from './team.ts';

const MEGABYTE = 1024 * 1024;

/** Of one command of a build. */
const LIMITS: Limits = {
  timeMs: 60 * SECOND,
  memoryBytes: 512 * MEGABYTE,
  diskBytes: 200 * MEGABYTE,
  outputBytes: MEGABYTE,
  processes: 64,
};

/** What a model is shown of an output, in characters: both ends, as errors stand at either. */
const MAX_SHOWN = 12_000;

/** A command as the journal holds it: of the draft, what the command changed. */
export type Ran = {
  exit: number;
  output: string;
  isCut: boolean;
  killed?: Kill;
  durationMs: number;
  changed: StoredChange[];
};

export const runCommand = async (team: Team, { draft, command }: { draft: Draft; command: string }): Promise<Ran> => {
  team.checkBounds(undefined);
  const { project, signal, sandbox } = team;
  const files = await contentsOf(project, draft);
  try {
    const outcome = await sandbox.run({ project, files, command, limits: LIMITS, grants: { hosts: [] }, signal });
    // Called off, it came to nothing: whoever goes on runs it again.
    signal.throwIfAborted();
    return recorded(outcome);
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    // Exit code of a shell for a command that it may not run.
    return { exit: 126, output: error.message, isCut: false, durationMs: 0, changed: [] };
  }
};

const recorded = ({ exit, output, isCut, killed, durationMs, changed }: Outcome): Ran => ({
  exit,
  output: bothEnds(output),
  isCut: isCut || output.length > MAX_SHOWN,
  ...(killed && { killed }),
  durationMs,
  changed: changed.map(({ path, content, executable }) =>
    content === undefined
      ? { path, remove: true as const }
      : storedChange({ path, content, ...(executable !== undefined && { executable }) }),
  ),
});

const bothEnds = (output: string): string => {
  if (output.length <= MAX_SHOWN) return output;
  const half = MAX_SHOWN / 2;
  return `${excerpt(output, half)}\n…\n${output.slice(-half)}`;
};

export const resultOf = ({ changed, ...ran }: Ran, { base, changes }: Draft): CommandResult => ({
  ...ran,
  draft: { base, changes: [...changes, ...changed.map(changeOf)] },
});
