import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE, SECOND, systemClock } from '../../core/clock.ts';
import { log } from '../../observability/log.ts';
import type { Command, FileChange, Outcome, Sandbox } from '../contract.ts';
import { CommandRefused, SandboxUnavailable } from '../errors.ts';
import type { RunOrder } from '../inside/agent/run.ts';
import { seal, unseal } from '../inside/envelope.ts';
import { staysInside } from '../inside/tree.ts';
import { outcomeReported } from '../reported.ts';
import { exchange } from './exchange.ts';
import { type Around, type Started, startMachine, stopMachine } from './lifetime.ts';

/** For what is not the command's own time: starting the machine, and sending files there and back. */
const AROUND = 2 * MINUTE;
/** Names and lengths in an answer, and what the command wrote, beside the contents. */
const HEADER_BYTES = 32 * 1024 * 1024;

/** Commands each in a machine of its own, which ends with them. */
export function createMachineSandbox(around: Around = { clock: systemClock, wait: (ms) => sleep(ms) }): Sandbox {
  return {
    wall: 'machine',
    async run(command) {
      const { project, limits, signal } = command;
      if (signal.aborted) return calledOff(0);
      const endsAt = around.clock.now() + limits.timeMs + AROUND;
      const machine = await startMachine(project, { endsAt }, around);
      const begun = around.clock.now();
      try {
        const outcome = await outcomeOf(machine, command);
        return command.grants.hosts.length === 0 ? outcome : { ...outcome, output: NO_NETWORK + outcome.output };
      } catch (error) {
        if (signal.aborted) return calledOff(around.clock.now() - begun);
        if (error instanceof CommandRefused) throw error;
        throw new SandboxUnavailable('The machine of the command did not answer.', { cause: error });
      } finally {
        // The command is over, whatever becomes of its machine: the sweeper ends what is left.
        await stopMachine(project, machine.id).catch((error: Error) => log.warn('machine not ended', { error }));
      }
    },
  };
}

/** The deployment has no way out for machines, whatever a person granted: said where whoever wrote the command reads it. */
const NO_NETWORK = 'The wall "machine" leads to no host: this command runs without a network.\n';

const calledOff = (durationMs: number): Outcome => ({
  exit: 137,
  output: '',
  isCut: false,
  changed: [],
  killed: 'signal',
  durationMs,
  wall: 'machine',
});

async function outcomeOf(machine: Started, { command, stdin = '', files, limits, signal }: Command): Promise<Outcome> {
  const order: RunOrder = { command, stdin, env: environment, limits };
  const body = seal({ header: order, files: [...files], removed: [] });
  const until = AbortSignal.any([signal, AbortSignal.timeout(limits.timeMs + 60 * SECOND)]);
  const request = { method: 'POST', url: `${machine.url}/-/artel/run`, headers: machine.headers, body };
  const { status, body: answer } = await exchange(request, limits.diskBytes + HEADER_BYTES, until);
  if (status !== 200) throw new Error(`The agent answered ${status}.`);
  const { header, files: written, removed } = unseal<unknown>(answer);
  const changed = [
    ...written.map(([path, file]): FileChange => ({ path, ...file })),
    ...removed.map((path): FileChange => ({ path, content: undefined })),
  ].filter(({ path }) => staysInside(path));
  return {
    ...outcomeReported(header, limits),
    changed: changed.sort((a, b) => (a.path < b.path ? -1 : 1)),
    wall: 'machine',
  };
}

/** All that a command finds in its environment. The first two folders are there on one machine: its Node, and packages. */
export const environment = {
  PATH: '/runtime/bin:/node_modules/.bin:/usr/local/bin:/usr/bin:/bin',
  HOME: '/tmp',
  TMPDIR: '/tmp',
  LANG: 'C.UTF-8',
};
