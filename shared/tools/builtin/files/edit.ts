import * as z from 'zod';
import { filePath, isSameFile, readTextFile } from '../../../workspace/index.ts';
import type { ToolContext } from '../../tool.ts';
import { builtin } from '../define.ts';
import { pathSchema, textSchema } from './arguments.ts';
import { changed } from './change.ts';
import { explained, Mistaken } from './explained.ts';

export const fileEdit = builtin({
  name: 'file_edit',
  description:
    'Replaces one piece of a text file of the workspace that you have read. The piece must occur exactly once.',
  schema: z.strictObject({
    path: pathSchema,
    find: textSchema.min(1).describe('The piece as the file has it, with enough around it to occur only once'),
    replace: textSchema.describe('What stands there instead'),
  }),
  risk: 'medium',
  // Its record is written with it, so it is never done again after it was done.
  repeat: 'safe',
  run: ({ path, find, replace }, context) =>
    explained(async () => {
      const { text, version } = await asRead(context, path);
      const at = text.indexOf(find);
      if (at < 0) throw new Mistaken(`The piece to replace does not occur in ${path}. Copy it from the file as it is.`);
      if (text.indexOf(find, at + 1) >= 0)
        throw new Mistaken(`The piece to replace occurs several times in ${path}. Give more of what stands around it.`);
      const content = text.slice(0, at) + replace + text.slice(at + find.length);
      const wanted = { changes: [{ path, content }], base: version, reason: `Edited ${path}` };
      return changed(context, wanted, { say: () => ({ edited: path }), knows: path });
    }),
});

/** The file as it is now, which is as the agent has read it in this task. */
const asRead = async ({ project, files }: ToolContext, path: string): Promise<{ text: string; version: number }> => {
  const file = await readTextFile(project, path);
  if (!file) throw new Mistaken(`There is no text file ${path}.`);
  const seen = files?.seenAt(filePath(path));
  if (seen === undefined) throw new Mistaken(`You have not read ${path} in this task. Read it first.`);
  if (!(await isSameFile(project, path, { one: seen, other: file.version })))
    throw new Mistaken(`${path} has changed since you read it. Read it again.`);
  return file;
};
