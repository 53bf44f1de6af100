import { existsSync } from 'node:fs';
import { type Clock, SECOND, systemClock } from '../../core/clock.ts';
import { type EgressDial, egressDial } from '../../egress/index.ts';
import type { Command, FileChange, Kill, Outcome, Sandbox } from '../contract.ts';
import { CommandRefused, SandboxUnavailable } from '../errors.ts';
import { Collected } from '../inside/collected.ts';
import type { Order, Report } from '../inside/command.ts';
import { type Envelope, seal, unseal } from '../inside/envelope.ts';
import { staysInside } from '../inside/tree.ts';
import { watchLimits } from '../inside/watch.ts';
import { exitReported, NO_REPORT } from '../reported.ts';
import { environmentFor, type Mounts } from './mounts.ts';
import { insideProgram } from './program.ts';
import { watchedFrom } from './watched.ts';
import { serveWay } from './way.ts';
import { startWrapped, type Wrapped } from './wrapped.ts';

/** For what is not the command's own time: starting and laying files out, and later, reading them back. */
const AROUND = 15 * SECOND;
/** Names and lengths in an answer, beside the contents. */
const HEADER_BYTES = 16 * 1024 * 1024;
const COMPLAINT_BYTES = 16 * 1024;
/** Linux counts threads where it limits processes; Node has about ten. This is the belt: processes are counted outside. */
const THREADS_OF_A_PROCESS = 16;

export type ProcessSettings = {
  /** A `node_modules` that commands find in `/node_modules`, read-only. */
  dependencies?: string;
  bubblewrap?: string;
  runtime?: string;
  clock?: Clock;
  /** What reaches granted hosts. */
  dial?: EgressDial;
};

/** Commands as Linux processes of this machine, behind namespaces made by bubblewrap. */
export function createProcessSandbox(settings: ProcessSettings = {}): Sandbox {
  const {
    dependencies,
    bubblewrap = 'bwrap',
    runtime = process.execPath,
    clock = systemClock,
    dial = egressDial,
  } = settings;
  const program = insideProgram('command');
  const mounts: Mounts = { runtime, program, ...(dependencies !== undefined && { dependencies }) };
  return {
    wall: 'process',
    async run(command) {
      if (dependencies !== undefined && !existsSync(dependencies)) throw new SandboxUnavailable(NO_DEPENDENCIES);
      const wrapped = startWrapped(mounts, command.limits, program.entry, bubblewrap);
      const { hosts } = command.grants;
      if (hosts.length > 0) await serveWay(wrapped.way, hosts, dial);
      const order: Order = {
        command: command.command,
        stdin: command.stdin ?? '',
        env: environmentFor(command.limits),
        threads: command.limits.processes * THREADS_OF_A_PROCESS,
        hasWay: hosts.length > 0,
      };
      for (const bytes of seal({ header: order, files: [...command.files], removed: [] })) wrapped.input.write(bytes);
      wrapped.input.end();
      return outcomeOf(wrapped, command, clock);
    },
  };
}

const NO_WALL = 'Commands cannot be run at the moment: this machine did not put up the wall "process".';
const NO_DEPENDENCIES = 'The folder of dependencies that commands are to find is not there.';

/** What the pipes of a command bring, and what ends it. */
async function outcomeOf(wrapped: Wrapped, command: Command, clock: Clock): Promise<Outcome> {
  const { limits, signal } = command;
  const output = new Collected(limits.outputBytes);
  const answer = new Collected(limits.diskBytes + HEADER_BYTES);
  const complaint = new Collected(COMPLAINT_BYTES);
  let killed: Kill | undefined;
  let begun: number | undefined;
  const kill = (reason: Kill): void => {
    killed ??= reason;
    wrapped.process.kill('SIGKILL');
  };
  const callOff = (): void => kill('signal');
  signal.addEventListener('abort', callOff);
  if (signal.aborted) callOff();
  const unwatch = watchLimits(watchedFrom(wrapped.first), limits, kill);
  let timer = setTimeout(kill, AROUND, 'time');
  const allow = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(kill, ms, 'time');
  };

  wrapped.output.on('data', (part: Buffer) => {
    if (!output.add(part)) kill('output');
  });
  wrapped.complaint.on('data', (part: Buffer) => complaint.add(part));
  wrapped.answer.once('data', () => {
    begun = clock.now();
    allow(limits.timeMs);
    // The report follows: the command is over. It could say so itself while it goes on, and would win no more than this.
    wrapped.answer.once('data', () => allow(AROUND));
  });
  wrapped.answer.on('data', (part: Buffer) => {
    if (!answer.add(part)) kill('disk');
  });
  await wrapped.ended;
  unwatch();
  clearTimeout(timer);
  signal.removeEventListener('abort', callOff);

  const durationMs = begun === undefined ? 0 : clock.now() - begun;
  const said = { output: output.text(), isCut: output.isCut, durationMs, wall: 'process' as const };
  if (killed !== undefined) return { ...said, exit: 137, changed: [], killed };
  if (begun === undefined) throw new SandboxUnavailable(NO_WALL, { cause: new Error(complaint.text()) });
  const { exit, changed, bytes } = reported(answer.bytes());
  if (bytes > limits.diskBytes) return { ...said, exit: 137, changed: [], killed: 'disk' };
  return { ...said, exit, changed };
}

/** @throws CommandRefused where the command ended the program that reports on it, or spoke in its place. */
function reported(answer: Buffer): Report & Pick<Outcome, 'changed'> {
  let report: Envelope<unknown>;
  try {
    report = unseal<unknown>(answer.subarray(1));
  } catch (error) {
    throw new CommandRefused(NO_REPORT, { cause: error });
  }
  const { header, files, removed } = report;
  const written = files.map(([path, file]): FileChange => ({ path, ...file }));
  const gone = removed.map((path): FileChange => ({ path, content: undefined }));
  const changed = [...written, ...gone].filter(({ path }) => staysInside(path));
  return { ...exitReported(header), changed: changed.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
