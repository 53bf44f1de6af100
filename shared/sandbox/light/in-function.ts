import { SECOND } from '../../core/clock.ts';
import { Unavailable } from '../../core/errors.ts';
import { invokeSandbox } from '../../platform/functions.ts';
import { CommandRefused, SandboxUnavailable } from '../errors.ts';
import { type Ran, ranSchema, restSchema, type SandboxCall } from './calls.ts';
import { cut, isWhole, MAX_CARRIED_BYTES, MAX_PACKED_BYTES, type Whole } from './carried.ts';
import type { Job, Reply } from './messages.ts';
import type { RunJob } from './wall.ts';
import { packJob, unpackReply } from './wire.ts';

const MEGABYTE = 1024 * 1024;
/** For a piece, beside the way there and back. */
const PIECE_MS = 5 * SECOND;
/** Pieces that reach other environments than the first are sent again. Whoever's commands take turns in several needs a few rounds. */
const MAX_ROUNDS = 6;

export type Invoke = (call: SandboxCall, around: { timeMs: number; signal: AbortSignal }) => Promise<unknown>;
type Call = (asked: Asked, timeMs?: number) => Promise<unknown>;
/** A call without whose it is. */
type Asked = SandboxCall extends infer One ? (One extends unknown ? Omit<One, 'user_id'> : never) : never;

/** Runs jobs in the function `sandbox`. */
export const callingFunction =
  (invoke: Invoke): RunJob =>
  async ({ project, signal, limits }, job) => {
    const packed = packJob(job);
    if (packed.length > MAX_CARRIED_BYTES)
      throw new CommandRefused(`${tooLarge('The files', packed.length)} The largest: ${largestOf(job)}.`);
    const call: Call = (asked, timeMs = PIECE_MS) =>
      invoke({ user_id: project.userId, ...asked } as SandboxCall, { timeMs, signal });
    try {
      const isOne = packed.length <= MAX_PACKED_BYTES;
      const ran = await (isOne ? inOneCall(call, packed, limits.timeMs) : inPieces(call, packed, limits.timeMs));
      if ('tooLarge' in ran) throw new CommandRefused(tooLarge('What the command changed', ran.tooLarge));
      return unpackReply('held' in ran ? await takenAway(call, ran.held) : ran.reply);
    } catch (error) {
      if (signal.aborted) return calledOff;
      if (error instanceof Unavailable) throw new SandboxUnavailable(error.message, { cause: error });
      throw error;
    }
  };

export const inFunction: RunJob = callingFunction(invokeSandbox);

type Done = Exclude<Ran, { missing: number[] }>;

const inOneCall = async (call: Call, job: string, timeMs: number): Promise<Done> => {
  const ran = ranSchema.parse(await call({ job }, timeMs));
  if ('missing' in ran) throw new Unavailable('The sandbox failed to run this command.');
  return ran;
};

/** Brings the pieces, and has the job run by an environment that has all of them. */
const inPieces = async (call: Call, packed: string, timeMs: number): Promise<Done> => {
  const { whole, pieces } = cut(packed);
  let missing = [...pieces.keys()];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    for (const at of missing) await call({ piece: { digest: whole.digest, at, text: pieces[at] ?? '' } });
    const ran = ranSchema.parse(await call({ joined: whole }, timeMs));
    if (!('missing' in ran)) return ran;
    missing = ran.missing;
  }
  throw new Unavailable('The files did not get into the sandbox. Try again.');
};

/** What a command changed, out of the environment that it ran in. */
const takenAway = async (call: Call, whole: Whole): Promise<string> => {
  const { digest } = whole;
  const pieces: string[] = [];
  for (let asked = 0; pieces.length < whole.pieces && asked < whole.pieces * MAX_ROUNDS; asked += 1) {
    const rest = restSchema.parse(await call({ rest: { digest, at: pieces.length } }));
    if ('piece' in rest) pieces.push(rest.piece);
  }
  const packed = pieces.join('');
  if (!isWhole(packed, whole))
    throw new Unavailable('What the command changed did not get out of the sandbox. Try again.');
  return packed;
};

const inMegabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);
const tooLarge = (what: string, bytes: number): string =>
  `${what} are too many for the wall “light”: packed ${inMegabytes(bytes)} MB of at most ${inMegabytes(MAX_CARRIED_BYTES)}. The walls “process” and “machine” take more.`;

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
