import { Unprocessable } from '../../core/errors.ts';
import { excerpt } from '../../core/excerpt.ts';

/** S3 allows 1,024 bytes for a key; the rest is for what stands before. */
const MAX_PATH_BYTES = 512;

/** Of each name in it: file systems take no longer one, so neither a sandbox nor whoever unpacks an archive could make the file. */
const MAX_NAME_BYTES = 255;

/** Of a path that is refused, in characters. */
const MAX_SHOWN = 100;

/** Not a valid path of a workspace file; the message is for the model, or the person. */
export class InvalidPath extends Unprocessable {}

/** ASCII control characters, backslashes, invisible format characters, ends of lines and unpaired surrogates. */
const STRANGE = /(?![\u0080-\u009f])\p{Cc}|\\|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u0085]/u;

/**
 * A path inside the workspace in its canonical form: relative, no empty, `.` or `..` parts, composed characters. Anything
 * else is refused rather than corrected, so that nobody reads one file and writes another.
 */
export const filePath = (text: string): string => {
  const path = text.normalize('NFC').replace(/^\.\//, '');
  if (Buffer.byteLength(path) > MAX_PATH_BYTES)
    throw new InvalidPath(`The path ${shown(text)} is too long: it may have ${MAX_PATH_BYTES} bytes.`);
  const wrong =
    path === '' ||
    STRANGE.test(path) ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..' || part !== part.trim());
  if (wrong)
    throw new InvalidPath(`Not a valid file path: ${shown(text)}. Use a relative one, such as "notes/today.md".`);
  return path;
};

/** Of new files only: whoever has one from before can still read, move and remove it. */
export const namesMustFit = (path: string): void => {
  const long = path.split('/').find((name) => Buffer.byteLength(name) > MAX_NAME_BYTES);
  if (long === undefined) return;
  throw new InvalidPath(`The name ${shown(long)} is too long: between slashes it may have ${MAX_NAME_BYTES} bytes.`);
};

/** In quotes, with strange characters spelled out. */
const shown = (text: string): string => JSON.stringify(excerpt(text.toWellFormed(), MAX_SHOWN));

/** Whether a text is a path in its canonical form. */
export const isFilePath = (text: string): boolean => {
  try {
    return filePath(text) === text;
  } catch (error) {
    if (error instanceof InvalidPath) return false;
    throw error;
  }
};

/** Two paths that are one file on a system that does not tell capitals from small letters. */
export const sameWithoutCase = (path: string): string => path.toLowerCase().normalize('NFC');

/** The folders a path lies in, the outermost first: `a` and `a/b` of `a/b/c.txt`. */
export const foldersOf = (path: string): string[] => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
