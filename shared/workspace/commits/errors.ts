import { Conflict, NotFound } from '../../core/errors.ts';
import { excerpt } from '../../core/excerpt.ts';
import type { FileConflict } from '../files/merge.ts';

/** Of one side of a conflict, in characters. */
const MAX_SIDE = 8_000;
/** The rest are named only. */
const MAX_SHOWN = 5;

const side = (text: string | undefined): string =>
  text === undefined ? '(no such text file)' : excerpt(text, MAX_SIDE);

const bothSides = ({ theirs, yours }: FileConflict): string =>
  `Changed by somebody else too, in the same lines. Now it is:\n${side(theirs)}\nYou wanted:\n${side(yours)}`;

/** Somebody else changed the same lines since the version the edit was made from. Nothing was written. */
export class EditConflict extends Conflict {
  readonly conflicts: FileConflict[];

  constructor(conflicts: FileConflict[]) {
    super('Somebody else changed the same files. Read them again and repeat your change.', {
      errors: conflicts.map((conflict, index) => ({
        path: conflict.path,
        message: index < MAX_SHOWN ? bothSides(conflict) : 'Changed by somebody else too.',
      })),
    });
    this.conflicts = conflicts;
  }
}

export const noSuchFile = (path: string): NotFound => new NotFound(`There is no file ${path}.`);
