import type { CapturedError } from '../errors/captured.ts';
import { firstOwnFrame, framesIn } from '../errors/frames.ts';
import { plainMessage } from '../errors/group.ts';
import { errorsIn } from '../errors/output.ts';
import { bugHunterReproduction } from '../roles/bug-hunter.ts';
import type { Draft, Steps } from '../steps/steps.ts';
import { isFailure, type Reproduction, withFiles } from './observe.ts';

/** In a folder of its own, so that it meets nothing of the project's. */
const PATH = '.hunt/reproduce.mjs';
const MAX_TRIES = 2;
const MAX_OUTPUT = 2_000;

/** A program that fails as an error that was captured elsewhere did; `undefined` where the hunter cannot make it fail. */
export const reproduceError = async (
  steps: Pick<Steps, 'ask' | 'run' | 'list'>,
  { name, draft, error }: { name: string; draft: Draft; error: CapturedError },
): Promise<Reproduction | undefined> => {
  const paths = await steps.list(`${name}/list`, { draft });
  let question = errorText(error);
  for (let tried = 1; tried <= MAX_TRIES; tried += 1) {
    const asked = { role: bugHunterReproduction, input: question, draft };
    const { content } = await steps.ask(`${name}/${tried}/write`, asked);
    const reproduction = { command: `node ${PATH}`, files: [{ path: PATH, content }] };
    const written = withFiles(draft, reproduction.files);
    const ran = await steps.run(`${name}/${tried}/try`, { draft: written, command: reproduction.command });
    if (isFailure(ran) && showsError(ran.output, error, paths)) return reproduction;
    question += `\n\nYour last program did not show it. It ended with ${ran.exit}, after this:\n${ran.output.slice(-MAX_OUTPUT)}`;
  }
  return undefined;
};

export const errorText = ({ source, message, stack }: CapturedError): string =>
  [`An error of the ${source}:`, message, ...(stack === undefined ? [] : [stack])].join('\n');

/**
 * Whether an output tells of this error, and not of another that the program happened to make. Engines word the same error
 * differently, so an error in the same file of the project counts, too.
 */
const showsError = (output: string, error: CapturedError, paths: readonly string[]): boolean => {
  const fileOf = (trace: string): string | undefined => firstOwnFrame(framesIn(trace), paths)?.file;
  const file = fileOf(error.stack ?? error.message);
  return errorsIn(output, error.source).some(
    ({ message, stack }) =>
      plainMessage(message) === plainMessage(error.message) ||
      (file !== undefined && fileOf(stack ?? message) === file),
  );
};
