import * as z from 'zod';
import { Unavailable } from '../../core/errors.ts';
import { invokeSandbox } from '../../platform/functions.ts';
import { CommandRefused, SandboxUnavailable } from '../errors.ts';
import type { Job, Reply } from './messages.ts';
import type { RunJob } from './wall.ts';
import { packJob, unpackReply } from './wire.ts';

const MEGABYTE = 1024 * 1024;
/** Lambda takes 6 MB of request, and as much of an answer. */
export const MAX_PACKED_BYTES = 5.5 * MEGABYTE;

const answerSchema = z.union([z.strictObject({ reply: z.string() }), z.strictObject({ tooLarge: z.int() })]);

/** Runs jobs in the function `sandbox`. */
export const inFunction: RunJob = async ({ project, signal, limits }, job) => {
  const packed = packJob(job);
  if (packed.length > MAX_PACKED_BYTES)
    throw new CommandRefused(`${tooLarge('The files', packed.length)} The largest: ${largestOf(job)}.`);
  const called = { user_id: project.userId, job: packed };
  try {
    const answer = answerSchema.parse(await invokeSandbox(called, { timeMs: limits.timeMs, signal }));
    if ('tooLarge' in answer) throw new CommandRefused(tooLarge('What the command changed', answer.tooLarge));
    return unpackReply(answer.reply);
  } catch (error) {
    if (signal.aborted) return calledOff;
    if (error instanceof Unavailable) throw new SandboxUnavailable(error.message, { cause: error });
    throw error;
  }
};

const inMegabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);
const tooLarge = (what: string, bytes: number): string =>
  `${what} are too many for the wall “light”: packed ${inMegabytes(bytes)} MB of at most ${inMegabytes(MAX_PACKED_BYTES)}. The walls “process” and “machine” take more.`;

const NAMED = 3;

/** What to take out of the project, or to run the command without. */
const largestOf = ({ files }: Job): string =>
  files
    .toSorted((one, other) => other.content.length - one.content.length)
    .slice(0, NAMED)
    .map(({ path, content }) => `${path} (${inMegabytes(content.length)} MB)`)
    .join(', ');

/** Nobody waits for it any more; it ends by its own limit. */
const calledOff: Reply = {
  kind: 'ran',
  exit: 137,
  output: '',
  isCut: false,
  changed: [],
  killed: 'signal',
  durationMs: 0,
};
