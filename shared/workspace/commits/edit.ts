import type { Author, StepOfRun } from '../history/version.ts';

/** One change of a tree. Of several about the same path the later one counts. */
export type Change =
  | { path: string; content: string | Uint8Array; executable?: boolean | undefined }
  | { path: string; remove: true }
  /** Also of a folder, with all that lies in it. */
  | { path: string; moveTo: string };

/**
 * What somebody wants to change. `base` is the version they looked at: what was changed since in the same files is merged with
 * it, or it is refused. Without it their content replaces what is there.
 */
export type Edit = { changes: Change[]; base?: number | undefined } & About;

/** What a version says of itself. `reason` is for persons. */
export type About = { author: Author; reason: string; of?: StepOfRun | undefined };
