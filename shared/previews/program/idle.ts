import { type Clock, MINUTE } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { readMachine, sweepMachine } from '../../sandbox/index.ts';
import type { Item } from '../../store/index.ts';
import { findRunning, type Running } from './stored.ts';

/** A program that nobody asks anything for so long is stopped: so is that of an account that was locked, which nobody reaches. */
export const IDLE_AFTER = 30 * MINUTE;
/** How exactly it is known when it was last asked: more would be a write for each request. */
const NOTED_EVERY = MINUTE;

const lastAsked = ({ begun_at, asked_at = 0 }: Running): number => Math.max(begun_at, asked_at);

export const isToBeNoted = (running: Running, now: number): boolean => now - lastAsked(running) >= NOTED_EVERY;

/**
 * What the sweeper does with a machine that is due. Of a program it is looked whether it was asked for something lately:
 *
 *     started ── due in half an hour ── was asked 10 minutes ago: due in 20 minutes ── … ── was asked nothing: ends the machine
 *
 * Where that is on record for a machine of another name, nothing leads to this one any more.
 */
export const sweepProgram = async (project: ProjectScope, item: Item, clock: Clock): Promise<void> => {
  const machine = readMachine(item);
  const running = machine.preview === undefined ? undefined : await findRunning(project, machine.preview);
  const isShown = running?.service === machine.machine;
  const neededUntil = isShown ? lastAsked(running) + IDLE_AFTER : 0;
  await sweepMachine(project, machine, { now: clock.now(), neededUntil });
};
