import { PayloadTooLarge, Unprocessable } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { WORKSPACE } from '../../core/tiers/built-in.ts';
import { tierOf } from '../../limits/index.ts';
import { sizeOf, type Tree } from '../files/tree.ts';

const MEGABYTE = 1024 * 1024;

export type WorkspaceLimits = { files: number; fileBytes: number; bytes: number; versions: number };

export const limitsOf = async (user: UserScope): Promise<WorkspaceLimits> =>
  (await tierOf(user)).workspace ?? WORKSPACE;

/** More files than a tier allows, or too many bytes of them; the message is for whoever writes. */
export class WorkspaceFull extends Unprocessable {}

const megabytes = (bytes: number): string => `${Math.floor(bytes / MEGABYTE)} MB`;

export const mustFit = (bytes: number, limits: WorkspaceLimits): void => {
  if (bytes > limits.fileBytes)
    throw new PayloadTooLarge(`A file of the workspace has at most ${limits.fileBytes} bytes.`);
};

/** A tree that is over its limits already, since its tier was changed, may still shrink. */
export const mustStayWithin = (tree: Tree, before: Tree, limits: WorkspaceLimits): void => {
  const [now, then] = [sizeOf(tree), sizeOf(before)];
  if (now.files > limits.files && now.files > then.files)
    throw new WorkspaceFull(`A workspace has at most ${limits.files} files; this would be ${now.files}.`);
  if (now.bytes > limits.bytes && now.bytes > then.bytes)
    throw new WorkspaceFull(`The files of a workspace have at most ${megabytes(limits.bytes)} together.`);
};
