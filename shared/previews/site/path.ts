import { isFilePath } from '../../workspace/index.ts';

const INDEX = 'index.html';

/** Of names that begin with a dot the one that is meant for everybody. Source: RFC 8615. */
const WELL_KNOWN = '.well-known';

/**
 * What begins with a dot is settings and secrets, such as `.env`, and no part of a site; `.` and `..` are answered, not resolved. An
 * encoded slash is none, nor is it a letter of a name.
 */
const isName = (segment: string): boolean =>
  segment === WELL_KNOWN || (!segment.startsWith('.') && !/[/\\]/.test(segment));

/** What stands in a preview's path, decoded; `undefined` for a path at which there can be nothing. */
export const segmentsIn = (path: string): string[] | undefined => {
  try {
    const segments = path.replace(/^\//, '').split('/').map(decodeURIComponent);
    return segments.every(isName) ? segments : undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
};

/** The files that a path may mean, the likeliest first: the file, or the page of a folder. */
export const candidates = (segments: readonly string[], folder: string): string[] => {
  const path = segments.filter((segment, index) => segment !== '' || index < segments.length - 1).join('/');
  const isFolder = segments.at(-1) === '';
  const meant = isFolder ? [below(path, INDEX)] : [path, below(path, INDEX)];
  return meant.map((one) => below(folder, one)).filter(isFilePath);
};

/** The page that an application which routes by itself is started from. */
export const startPage = (folder: string): string => below(folder, INDEX);

/** Whether a path names a page, and not a picture or a script that is missing. */
export const mayBePage = (segments: readonly string[]): boolean => !/\.[A-Za-z0-9]+$/.test(segments.at(-1) ?? '');

const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
