import { NotFound, PayloadTooLarge } from '../../../core/errors.ts';
import { EditConflict, InvalidPath, WorkspaceFull } from '../../../workspace/index.ts';
import { failed } from '../../result.ts';
import type { ToolResult } from '../../tool.ts';

/** A call that the model can make better; it reads the sentence. */
export class Mistaken extends Error {
  override readonly name = 'Mistaken';
}

/** What the model can do something about. */
const isForTheModel = (error: unknown): error is Error =>
  [Mistaken, InvalidPath, WorkspaceFull, PayloadTooLarge, NotFound].some((kind) => error instanceof kind);

export const explained = async (work: () => Promise<ToolResult>): Promise<ToolResult> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EditConflict) return failed(bothSidesOf(error));
    if (isForTheModel(error)) return failed(error.message);
    throw error;
  }
};

const bothSidesOf = ({ message, errors = [] }: EditConflict): string =>
  [message, ...errors.map(({ path, message: sides }) => `${path}: ${sides}`)].join('\n\n');
