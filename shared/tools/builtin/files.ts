import * as z from 'zod';
import { InvalidPath } from '../files/path.ts';
import { listFiles, readFile, writeFile } from '../files/workspace.ts';
import { failed, MAX_RESULT_BYTES, succeeded, wholeCharacters } from '../result.ts';
import type { ToolResult } from '../tool.ts';
import { builtin } from './define.ts';

const MAX_FILE_BYTES = 256 * 1024;
/** Reserves room for the note about what follows. */
const MAX_PIECE_BYTES = MAX_RESULT_BYTES - 256;

const path = z
  .string()
  .min(1)
  .max(512)
  .describe('Relative to the workspace of the project, for example notes/today.md');

const aboutPaths = async (work: () => Promise<ToolResult>): Promise<ToolResult> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InvalidPath) return failed(error.message);
    throw error;
  }
};

export const fileRead = builtin({
  name: 'file_read',
  description: 'Reads a text file of the workspace; longer files in pieces.',
  schema: z.strictObject({
    path,
    offset: z.int().min(0).default(0).describe('The byte to begin at'),
    length: z.int().min(4).max(MAX_PIECE_BYTES).default(MAX_PIECE_BYTES).describe('How many bytes at most'),
  }),
  risk: 'low',
  repeat: 'safe',
  run: (args, { project }) =>
    aboutPaths(async () => {
      const { offset, length } = args;
      const piece = await readFile(project, args.path, { offset, length });
      if (!piece) return failed(`There is no file ${args.path}.`);
      const { bytes, size } = piece;
      if (bytes.includes(0)) return failed('This file is not text.');
      const end = offset + bytes.length < size ? wholeCharacters(bytes) : bytes.length;
      const text = Buffer.from(bytes.subarray(0, end)).toString();
      const next = offset + end;
      return succeeded(
        next < size ? `${text}\n[bytes ${offset} to ${next} of ${size}; go on at offset ${next}]` : text,
      );
    }),
});

export const fileList = builtin({
  name: 'file_list',
  description: 'Lists the files of the workspace, or of one folder in it, with their sizes.',
  schema: z.strictObject({
    folder: path.optional(),
    after: path.optional().describe('The last path of the list before, to go on from there'),
    limit: z.int().min(1).max(500).default(200),
  }),
  risk: 'low',
  repeat: 'safe',
  run: ({ folder, after, limit }, { project }) =>
    aboutPaths(async () => {
      const { items, more } = await listFiles(project, {
        limit,
        ...(folder !== undefined && { folder: folder.replace(/\/$/, '') }),
        ...(after !== undefined && { after }),
      });
      return succeeded(JSON.stringify({ files: items, more }));
    }),
});

export const fileWrite = builtin({
  name: 'file_write',
  description: 'Writes a text file of the workspace, replacing its content.',
  schema: z.strictObject({
    path,
    content: z
      .string()
      .refine((text) => Buffer.byteLength(text) <= MAX_FILE_BYTES, `At most ${MAX_FILE_BYTES} bytes.`)
      .refine(
        (text) => text.isWellFormed() && !text.includes('\0'),
        'Must be text without unpaired surrogates or NUL characters.',
      ),
  }),
  risk: 'medium',
  // The same content again leaves the same file.
  repeat: 'safe',
  run: (args, { project }) =>
    aboutPaths(async () => {
      await writeFile(project, args.path, args.content);
      return succeeded(JSON.stringify({ written: args.path, bytes: Buffer.byteLength(args.content) }));
    }),
});
