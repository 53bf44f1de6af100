import { Unprocessable } from '../../core/errors.ts';
import { excerpt } from '../../core/excerpt.ts';

/** Of a name that is shown, in characters. */
const MAX_NAME = 200;

/** An archive that cannot be imported, because of one entry where that is named. Nothing was written. */
export class ArchiveRefused extends Unprocessable {
  constructor(why: string, entry?: string) {
    const name = entry === undefined ? undefined : excerpt(entry.toWellFormed(), MAX_NAME);
    super(name === undefined ? why : `The archive cannot be imported because of ${name}: ${why}`, {
      errors: [{ path: name ?? 'archive', message: why }],
    });
  }
}

export const damaged = (entry?: string): ArchiveRefused =>
  new ArchiveRefused(entry === undefined ? 'The archive is damaged or cut off.' : 'It is damaged or cut off.', entry);
export const isLink = (entry: string): ArchiveRefused =>
  new ArchiveRefused('It is a link; a workspace has files only.', entry);
export const isNoFile = (entry: string): ArchiveRefused =>
  new ArchiveRefused('It is a device, a pipe or of another kind; a workspace has files only.', entry);
export const liesAboutSize = (entry: string): ArchiveRefused =>
  new ArchiveRefused('It does not unpack to as many bytes as the archive says.', entry);

/** Whether `zlib` stopped because more came out than was allowed. */
export const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
