import * as z from 'zod';
import { filePath } from '../../../workspace/index.ts';
import type { ToolContext } from '../../tool.ts';
import { builtin } from '../define.ts';
import { pathSchema, textSchema, versionSchema } from './arguments.ts';
import { changed } from './change.ts';
import { explained, Mistaken } from './explained.ts';

/** Whoever writes a whole file twice in one answer has lost the first: nobody has read it in between. */
const mustBeFirst = ({ files }: ToolContext, path: string): void => {
  if (files?.isWrittenInAnswer(filePath(path)))
    throw new Mistaken(
      `You have written ${path} in this answer already. Write each file once, whole, or use file_edit.`,
    );
};

export const fileWrite = builtin({
  name: 'file_write',
  description: 'Writes a text file of the workspace, replacing its content.',
  schema: z.strictObject({
    path: pathSchema,
    content: textSchema,
    base: versionSchema
      .optional()
      .describe('The version you read the file at: what was changed since is merged, or you are shown both'),
  }),
  risk: 'medium',
  // The same content again leaves the same file.
  repeat: 'safe',
  run: ({ path, content, base }, context) =>
    explained(async () => {
      mustBeFirst(context, path);
      const bytes = Buffer.byteLength(content);
      const wanted = { changes: [{ path, content }], base, reason: `Wrote ${path}` };
      return changed(context, wanted, { say: () => ({ written: path, bytes }), knows: path });
    }),
});
