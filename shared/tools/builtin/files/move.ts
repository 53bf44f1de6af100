import * as z from 'zod';
import { builtin } from '../define.ts';
import { pathSchema } from './arguments.ts';
import { changed } from './change.ts';
import { explained } from './explained.ts';

export const fileMove = builtin({
  name: 'file_move',
  description: 'Moves or renames a file of the workspace, or a folder with all that is in it.',
  schema: z.strictObject({ path: pathSchema, to: pathSchema.describe('Where there is no file yet') }),
  risk: 'medium',
  repeat: 'safe',
  run: ({ path, to }, context) =>
    explained(() => {
      const wanted = { changes: [{ path, moveTo: to }], reason: `Moved ${path} to ${to}` };
      return changed(context, wanted, { say: () => ({ moved: path, to }) });
    }),
});

export const fileDelete = builtin({
  name: 'file_delete',
  description: 'Removes a file of the workspace, or a folder with all that is in it. Earlier versions keep it.',
  schema: z.strictObject({ path: pathSchema }),
  risk: 'medium',
  repeat: 'safe',
  run: ({ path }, context) =>
    explained(() => {
      const wanted = { changes: [{ path, remove: true as const }], reason: `Removed ${path}` };
      return changed(context, wanted, { say: ({ files }) => ({ removed: path, files_left: files }) });
    }),
});
