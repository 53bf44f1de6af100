import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';

/** One file of a tree. `blob` is the name of its object below the project's part of the bucket. */
export type Entry = { blob: string; bytes: number; at: number; executable: boolean };

/** The files of a version by their paths. */
export type Tree = ReadonlyMap<string, Entry>;

const FORMAT = 1;

const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  files: z.array(
    z.tuple([z.string(), z.strictObject({ blob: z.string(), bytes: z.int(), at: z.int(), executable: z.boolean() })]),
  ),
});

/** UTF-16 code units, so that the same files always make the same manifest. */
const byPath = ([one]: [string, Entry], [other]: [string, Entry]): number => (one < other ? -1 : 1);

export const sorted = (tree: Tree): [string, Entry][] => [...tree].sort(byPath);

/** A tree as its manifest is stored: JSON in gzip, its files in the order of their paths. */
export const manifestOf = (tree: Tree): Buffer =>
  gzipSync(
    JSON.stringify({
      format: FORMAT,
      files: sorted(tree).map(([path, { blob, bytes, at, executable }]) => [path, { blob, bytes, at, executable }]),
    }),
  );

export const treeIn = (manifest: Uint8Array): Tree =>
  new Map(manifestSchema.parse(JSON.parse(gunzipSync(manifest).toString())).files);

/** How many files, and how many bytes they have together. */
export const sizeOf = (tree: Tree): { files: number; bytes: number } => ({
  files: tree.size,
  bytes: [...tree.values()].reduce((sum, { bytes }) => sum + bytes, 0),
});

/** The digest at the end of a blob's name; an earlier file, which lies under its path, has none. */
export const digestIn = (blob: string): string | undefined => /\/([0-9a-f]{64})$/.exec(blob)?.[1];

/** Whether two entries are known to hold the same bytes. */
export const sameContent = (one: Entry | undefined, other: Entry | undefined): boolean => {
  if (!one || !other) return one === other;
  const digest = digestIn(one.blob);
  return one.blob === other.blob || (digest !== undefined && digest === digestIn(other.blob));
};

export const sameEntry = (one: Entry | undefined, other: Entry | undefined): boolean =>
  sameContent(one, other) && one?.executable === other?.executable;
