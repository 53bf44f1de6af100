import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Coded } from '../routing/reply/coding.ts';

const name = z.string().regex(/^[\w.-]+$/);

/** What the bundler has made of the console; `files` are all there are, with their types of content. */
const manifestSchema = z.strictObject({
  script: name,
  style: name,
  icon: name,
  chunks: z.array(name),
  licences: name,
  files: z.record(name, z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export type ConsoleFile = { type: string; text: string; codings: Coded };
export type Console = {
  manifest: Manifest;
  /** By the name that the manifest has for it; nothing where it has none. */
  file(name: string): ConsoleFile | undefined;
};

/** The console in a folder where the bundler has put it. Each file is read when it is first asked for. */
export const consoleIn = (folder: URL): Console => {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')));
  const types = new Map(Object.entries(manifest.files));
  const read = new Map<string, ConsoleFile>();
  return {
    manifest,
    file: (name) => {
      const type = types.get(name);
      if (type === undefined) return undefined;
      const known = read.get(name) ?? fileAt(new URL(name, folder), type);
      read.set(name, known);
      return known;
    },
  };
};

const fileAt = ({ href }: URL, type: string): ConsoleFile => {
  const gzip = readFileSync(new URL(`${href}.gz`));
  return { type, text: gunzipSync(gzip).toString(), codings: { br: readFileSync(new URL(`${href}.br`)), gzip } };
};
