import type { Kill } from '../../sandbox/index.ts';
import type { Change, Overview } from '../../workspace/index.ts';
import type { CapturedError } from '../errors/captured.ts';
import type { BuildTask, Page } from '../progress.ts';
import type { Role } from '../roles/role.ts';
import type { Stage } from '../stages/table.ts';

/** Files on their way to become a version: the changes of one line of work, since the version it began at. */
export type Draft = { base: number; changes: readonly Change[] };

/** What a command did to a draft. Its output is cut to what a model can be shown. */
export type CommandResult = {
  exit: number;
  output: string;
  isCut: boolean;
  killed?: Kill;
  durationMs: number;
  /** The draft with what the command wrote. */
  draft: Draft;
};

export type CommitResult =
  | { outcome: 'committed'; version: number; merged: readonly string[] }
  /** Others changed the same lines meanwhile; each with both sides, for whoever resolves it. */
  | { outcome: 'conflict'; head: number; conflicts: readonly { path: string; sides: string }[] }
  /** The workspace takes no such files: a path, a size, a file that is not there. */
  | { outcome: 'refused'; reason: string };

/** Tells followers where the build is. Without a task it is about the stage. */
export type Told = {
  stage: Stage;
  task?: string;
  state?: BuildTask['state'];
  text: string;
  tasks?: readonly BuildTask[];
  /** The folder of the page, once that is known. */
  webFolder?: string | null;
};

/** What a person is shown, and may edit before they agree. */
export type Proposal = { about: string; title: string; content: string };
export type Verdict =
  | { verdict: 'approved'; content: string; reason?: string }
  | { verdict: 'rejected'; reason: string }
  /** They did not answer in time. */
  | { verdict: 'expired' };

/**
 * All that a stage does to the world. Every step is recorded under its name before it returns and never done twice: whoever goes on
 * after a worker died runs the same code again, and gets what was recorded. So between steps there is no time, no randomness and no
 * I/O. A name is unique in its build, and says where it stands: `develop/login/2/review`. Steps of independent work run at the same
 * time.
 */
export type Steps = {
  /** One answer of a role, checked against its schema; a repair is asked for once. Throws `RoleFailed`. */
  ask<Output>(name: string, asked: { role: Role<Output>; input: string; draft?: Draft }): Promise<Output>;
  /** One command in the sandbox, on the files of the draft. */
  run(name: string, asked: { draft: Draft; command: string }): Promise<CommandResult>;
  /** A text file as the draft has it; `undefined` where there is none. */
  read(name: string, asked: { draft: Draft; path: string }): Promise<string | undefined>;
  /** The paths of the draft's files, sorted. */
  list(name: string, asked: { draft: Draft }): Promise<readonly string[]>;
  /** Makes a version of the draft, in one transaction with the record of this step. */
  commit(name: string, asked: { draft: Draft; reason: string }): Promise<CommitResult>;
  /** Waits for a person. */
  person(name: string, proposal: Proposal): Promise<Verdict>;
  /** Tells those who follow the build; recorded too, so that it is told once. */
  tell(name: string, told: Told): Promise<void>;
};

/** With what a build as a whole needs beside its tasks. */
export type BuildSteps = Steps & {
  /** Where a new line of work begins: at the newest version of the project's files. */
  newest(name: string): Promise<number>;
  /** What the project is, found by rules. */
  overview(name: string, asked: { draft: Draft }): Promise<Overview>;
  /**
   * Shows a folder of the newest files, and follows them: in the preview of the session's builds before, where that shows the same
   * folder and is not over; else in one of its own, which is made once. None where the project has too many: an event says so.
   */
  publish(name: string, page: Omit<Page, 'preview_id' | 'url'>): Promise<Page | undefined>;
  /** What browsers said went wrong in a page since a version. None where its preview is over. */
  captured(name: string, page: Page): Promise<readonly CapturedError[]>;
  /** What the build remembers of its page from now on. */
  page(name: string, page: Page): Promise<void>;
};
