import { Defect } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { partOfKey } from '../core/scope.ts';
import { getObject, putObject } from '../platform/objects.ts';

/** A text in an item, or the pointer to its object. */
export type StoredText = { content: string } | { content_ref: string };

/** Longer texts live in the bucket, so that an item stays cheap to read and far under DynamoDB's 400 KB. */
const MAX_INLINE_BYTES = 32 * 1024;

/**
 * Writes a long text to the bucket *before* the item that points to it; `id` makes a repeat harmless. Items that are read by
 * the hundred keep less inline.
 */
export const packText = async (
  project: ProjectScope,
  { id, text, maxInlineBytes = MAX_INLINE_BYTES }: { id: string; text: string; maxInlineBytes?: number | undefined },
): Promise<StoredText> => {
  if (Buffer.byteLength(text) <= maxInlineBytes) return { content: text };
  const content_ref = `u/${project.userId}/${project.projectId}/texts/${partOfKey(id)}`;
  await putObject(content_ref, text);
  return { content_ref };
};

export const unpackText = async (stored: { content?: unknown; content_ref?: unknown }): Promise<string> => {
  if (typeof stored.content === 'string') return stored.content;
  if (typeof stored.content_ref !== 'string') throw new Defect('A stored text has neither content nor a pointer.');
  const text = await getObject(stored.content_ref);
  if (text === undefined) throw new Defect(`The object of a stored text is gone.`);
  return text;
};
