import { readBytes } from '../../../app/person/bytes.ts';
import type { FileEntry } from '../api.ts';
import { type Content, contentOf } from './text.ts';

/** What a page shows and a text area edits without becoming slow. */
export const MAX_SHOWN = 512 * 1024;

export const bytesOf = async (
  path: string,
  { version, first, signal }: { version: number; first?: number; signal?: AbortSignal | undefined },
): Promise<Uint8Array> => {
  const blob = await readBytes(`files/${encodeURIComponent(path)}`, { query: { version }, first, signal });
  return new Uint8Array(await blob.arrayBuffer());
};

/** A file as far as it is shown. */
export const readContent = async (
  { path, bytes }: FileEntry,
  { version, signal }: { version: number; signal?: AbortSignal },
): Promise<Content> => {
  const cut = bytes > MAX_SHOWN ? { first: MAX_SHOWN } : {};
  return contentOf(await bytesOf(path, { version, ...cut, signal }), bytes);
};
