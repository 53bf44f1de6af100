import { type Clock, HOUR } from '../../core/clock.ts';
import { Conflict } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Files, type Limits, type Services, servicesOf, stopMachine } from '../../sandbox/index.ts';
import { readFiles } from '../../workspace/index.ts';
import type { StoredPreview } from '../preview.ts';
import { noteBegun, noteStopped } from './changes.ts';
import { IDLE_AFTER } from './idle.ts';

const MEGABYTE = 1024 * 1024;

/** Of a program. `outputBytes`: of its log, the newest are kept. */
const LIMITS: Limits = {
  timeMs: 0,
  memoryBytes: 512 * MEGABYTE,
  diskBytes: 400 * MEGABYTE,
  outputBytes: MEGABYTE / 4,
  processes: 64,
};

/** The longest that a machine lives. It ends before where its preview does. */
const LONGEST = 8 * HOUR;

/** @throws Conflict behind a wall that runs no programs */
export const servicesHere = (): Services => {
  const services = servicesOf();
  if (!services) throw new Conflict(NO_SERVERS);
  return services;
};

const NO_SERVERS =
  'The wall "light", which this deployment has, runs no program that answers requests. Show files instead, or have its operator set "sandbox" to "process" (one machine with Linux) or "machine" (AWS).';

/** The files that a preview shows now, and of which version they are. */
export const filesShown = (
  project: ProjectScope,
  { version }: Pick<StoredPreview, 'version'>,
): Promise<{ files: Files; version: number }> => readFiles(project, { at: version === 'newest' ? undefined : version });

type Launch = { services: Services; service: string; files: Files; program: NonNullable<StoredPreview['program']> };

/**
 * Starts a program of which it is on record that it will be. It is stopped again if that is not so any more:
 *
 *     start    on record ── machine ── program ─────────────────── not on record: ends the machine
 *     stop                                      ends what it finds ── takes it off the record
 */
export const launch = async (
  project: ProjectScope,
  preview: string,
  { services, service, files, program }: Launch,
  clock: Clock,
): Promise<void> => {
  const [deadline, lookAt] = [new Date(clock.now() + LONGEST), new Date(clock.now() + IDLE_AFTER)];
  try {
    const machine = { project, id: service, preview, limits: LIMITS, deadline, lookAt };
    await services.start({ ...machine, files, ...program });
  } catch (error) {
    await noteStopped(project, preview, service);
    throw error;
  }
  if (await noteBegun(project, preview, service)) return;
  await stopMachine(project, service);
  throw new Conflict('The program was stopped, or its preview ended, while it was being started.');
};
