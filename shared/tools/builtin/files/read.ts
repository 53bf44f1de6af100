import * as z from 'zod';
import { filePath, listFiles, readFile } from '../../../workspace/index.ts';
import { failed, MAX_RESULT_BYTES, succeeded, wholeCharacters } from '../../result.ts';
import { builtin } from '../define.ts';
import { pathSchema, versionSchema } from './arguments.ts';
import { explained } from './explained.ts';

/** Reserves room for the note about what follows. */
const MAX_PIECE_BYTES = MAX_RESULT_BYTES - 256;

export const fileRead = builtin({
  name: 'file_read',
  description: 'Reads a text file of the workspace; longer files in pieces.',
  schema: z.strictObject({
    path: pathSchema,
    offset: z.int().min(0).default(0).describe('The byte to begin at'),
    length: z.int().min(4).max(MAX_PIECE_BYTES).default(MAX_PIECE_BYTES).describe('How many bytes at most'),
    version: versionSchema.optional().describe('An earlier version of the files; by default the newest'),
  }),
  risk: 'low',
  repeat: 'safe',
  run: (args, { project }) =>
    explained(async () => {
      const { offset, length } = args;
      const piece = await readFile(project, args.path, { offset, length, at: args.version });
      if (!piece) return failed(`There is no file ${args.path}.`);
      const { bytes, size, version } = piece;
      if (bytes.includes(0)) return failed('This file is not text.');
      const end = offset + bytes.length < size ? wholeCharacters(bytes) : bytes.length;
      const text = Buffer.from(bytes.subarray(0, end)).toString();
      const next = offset + end;
      const shown = next < size ? `${text}\n[bytes ${offset} to ${next} of ${size}; go on at offset ${next}]` : text;
      return { ...succeeded(shown), touched: [{ path: filePath(args.path), version }] };
    }),
});

export const fileList = builtin({
  name: 'file_list',
  description: 'Lists the files of the workspace, or of one folder in it, with their sizes.',
  schema: z.strictObject({
    folder: pathSchema.optional(),
    after: pathSchema.optional().describe('The last path of the list before, to go on from there'),
    limit: z.int().min(1).max(500).default(200),
    version: versionSchema.optional().describe('An earlier version of the files; by default the newest'),
  }),
  risk: 'low',
  repeat: 'safe',
  run: ({ folder, after, limit, version: at }, { project }) =>
    explained(async () => {
      const { items, more, version } = await listFiles(project, {
        limit,
        at,
        ...(folder !== undefined && { folder: folder.replace(/\/$/, '') }),
        ...(after !== undefined && { after }),
      });
      return succeeded(JSON.stringify({ version, files: items, more }));
    }),
});
