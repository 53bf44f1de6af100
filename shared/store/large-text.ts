import { Defect } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { partOfKey } from '../core/scope.ts';
import { deleteObjects, getObject, putObject } from '../platform/objects.ts';
import { textFolder } from './project-objects.ts';
import { deleteItems, type Item } from './table.ts';

/** A text in an item, or the pointer to its object. */
export type StoredText = { content: string } | { content_ref: string };

/** Longer texts live in the bucket, so that an item stays cheap to read and far under DynamoDB's 400 KB. */
const MAX_INLINE_BYTES = 32 * 1024;

/** With the session that it goes with, if it is of one. */
type LongText = { id: string; session?: string; text: string; maxInlineBytes?: number };

/**
 * Writes a long text to the bucket *before* the item that points to it; `id` makes a retry harmless. Items that are read by
 * the hundred keep less inline.
 */
export const packText = async (
  project: ProjectScope,
  { id, session, text, maxInlineBytes = MAX_INLINE_BYTES }: LongText,
): Promise<StoredText> => {
  if (Buffer.byteLength(text) <= maxInlineBytes) return { content: text };
  const content_ref = `${textFolder(project, session)}${partOfKey(id)}`;
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

/** Removes items with every long text they point to, at any depth: a run's graph, an approval's draft, an answer. */
export const deleteItemsWithTexts = async (items: Item[]): Promise<void> => {
  await deleteTexts(items);
  await deleteItems(items);
};

/** Removes the long texts of items that are gone, or go next. */
export const deleteTexts = async (items: Item[]): Promise<void> => {
  const refs = items.flatMap(refsIn);
  for (let from = 0; from < refs.length; from += DELETE_BATCH_SIZE) {
    await deleteObjects(refs.slice(from, from + DELETE_BATCH_SIZE));
  }
};

/** S3's limit for one deletion. */
const DELETE_BATCH_SIZE = 1_000;

const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'content_ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
};
