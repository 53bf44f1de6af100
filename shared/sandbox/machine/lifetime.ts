import { type Clock, MINUTE, SECOND } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { endMachine, type Machine, machineHeaders, runMachine } from '../../platform/machines.ts';
import { queryAll, ranges } from '../../store/index.ts';
import { SandboxUnavailable } from '../errors.ts';
import { exchange } from './exchange.ts';
import {
  findMachine,
  forgetMachine,
  type Intended,
  intendMachine,
  lookAgain,
  type MachineItem,
  noteStarted,
  readMachine,
  SWEPT_AFTER,
} from './item.ts';

/** A machine that answers, and what lets a request in for the next hour. */
export type Started = { id: string; url: string; headers: Record<string, string> };

export type Wait = (ms: number) => Promise<void>;
export type Around = { clock: Clock; wait: Wait };

/** The longest that AWS lets a machine live. */
export const LONGEST_LIFE = 8 * 60 * MINUTE;
/** The longest that a token is good for. */
export const TOKEN_MINUTES = 60;
/** For whoever has to know the name of a machine before there is one. */
export const newMachineId = (now: number): string => newId('mch', now);

/** A machine comes from a snapshot within seconds. */
const ANSWERS_WITHIN = 30 * SECOND;
const ASKED_EVERY_MS = 100;

/**
 * Starts a machine and waits until it answers. No machine is left running unknown:
 *
 *     here       item, due when it must have ended ── RunMicrovm ── notes its name ── … ── TerminateMicrovm ── item removed
 *     sweeper                                                                    past due: TerminateMicrovm ── item removed
 *
 * If we die before its name is noted, its lifetime ends it: AWS has counted it before the item is due.
 */
export async function startMachine(
  project: ProjectScope,
  { id: chosen, ...intended }: Omit<Intended, 'id'> & { id?: string },
  around: Around,
): Promise<Started> {
  const id = chosen ?? newMachineId(around.clock.now());
  await intendMachine(project, { id, ...intended });
  let machine: Machine | undefined;
  try {
    const seconds = Math.ceil(Math.min(intended.endsAt - around.clock.now(), LONGEST_LIFE) / SECOND);
    const started = await runMachine(id, seconds);
    if (started === 'full') throw new SandboxUnavailable(NO_ROOM, { retryAfter: 30 });
    machine = started;
    if (!(await noteStarted(project, id, { microvm: machine.id, endpoint: machine.endpoint })))
      throw new SandboxUnavailable(NO_ANSWER);
    const headers = await machineHeaders(machine.id, TOKEN_MINUTES);
    await answering({ id, url: machine.endpoint, headers }, around);
    return { id, url: machine.endpoint, headers };
  } catch (error) {
    // Its name may not have been noted: nobody else knows it then.
    if (machine) await endMachine(machine.id);
    await forgetMachine(project, id, { isService: intended.port !== undefined });
    throw error;
  }
}

const NO_ROOM = 'No machine is free for the command at the moment.';
const NO_ANSWER = 'The machine for the command did not start.';

async function answering({ url, headers }: Started, { clock, wait }: Around): Promise<void> {
  const until = clock.now() + ANSWERS_WITHIN;
  while (clock.now() < until) {
    const request = { method: 'GET', url: `${url}/-/artel/alive`, headers };
    // Until it runs, its address leads nowhere, or to a refusal.
    const status = await exchange(request, 1024, AbortSignal.timeout(5 * SECOND)).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 204) return;
    await wait(ASKED_EVERY_MS);
  }
  throw new SandboxUnavailable(NO_ANSWER, { retryAfter: 30 });
}

/** Ends a machine, whatever it is doing. Repeatable: the item goes last. */
export async function stopMachine(project: ProjectScope, id: string): Promise<void> {
  const item = await findMachine(project, id);
  if (item?.microvm !== undefined) await endMachine(item.microvm);
  // Of one that is gone it is not known what it was.
  await forgetMachine(project, id, { isService: !item || item.port !== undefined });
}

/**
 * What the sweeper does with one that is due: it should have ended, and whoever started it has not said so; or nobody has needed
 * it for long. A service that is needed is looked at again at `neededUntil`.
 */
export const sweepMachine = async (
  project: ProjectScope,
  { machine, ends_at }: MachineItem,
  { now, neededUntil = 0 }: { now: number; neededUntil?: number },
): Promise<void> => {
  const sweptAt = ends_at + SWEPT_AFTER;
  if (now < Math.min(neededUntil, sweptAt)) await lookAgain(project, machine, Math.min(neededUntil, sweptAt));
  else await stopMachine(project, machine);
};

/** All of a project that is being removed. */
export async function stopMachines(project: ProjectScope): Promise<void> {
  for await (const item of queryAll(ranges.machines(project))) await stopMachine(project, readMachine(item).machine);
}
