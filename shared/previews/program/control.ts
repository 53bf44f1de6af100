import { type Clock, systemClock } from '../../core/clock.ts';
import { Conflict, NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { newMachineId, type Services, stopMachine } from '../../sandbox/index.ts';
import type { Preview, StoredPreview } from '../preview.ts';
import { findPreview, standing } from '../previews.ts';
import { intend, noteStopped } from './changes.ts';
import { filesShown, launch, servicesHere } from './launch.ts';
import { lastLines } from './lines.ts';
import { programSeen } from './look.ts';
import { renew } from './renew.ts';
import { findRunning } from './stored.ts';

type Programmed = StoredPreview & Required<Pick<StoredPreview, 'program'>>;

const programmed = async (project: ProjectScope, id: string, clock: Clock): Promise<Programmed> => {
  const { program, ...preview } = await standing(project, id, clock.now());
  if (!program) throw new Conflict('This preview shows files: it has no program.');
  return { ...preview, program };
};

const underWay = (): Conflict =>
  new Conflict('The program is being started by another request. Look at the preview again.');

/** In a machine of its own, where it has none. */
const begin = async (project: ProjectScope, preview: Programmed, services: Services, clock: Clock): Promise<void> => {
  const { files, version } = await filesShown(project, preview);
  const service = newMachineId(clock.now());
  const isOurs = await intend(project, preview.preview_id, { service, version, now: clock.now() });
  if (!isOurs) throw underWay();
  await launch(project, preview.preview_id, { services, service, files, program: preview.program }, clock);
};

/** Starts a program that was stopped, or has ended. One that runs is left as it is. */
export const startProgram = async (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<Preview> => {
  const preview = await programmed(project, id, clock);
  const services = servicesHere();
  const { state } = await programSeen(project, id, clock);
  if (state === 'stopped') {
    await halt(project, id);
    await begin(project, preview, services, clock);
  } else if (state === 'failed') await again(project, preview, services, clock);
  return findPreview(project, id, clock);
};

/** Starts it once more, on the files that its preview shows now. */
export const restartProgram = async (
  project: ProjectScope,
  id: string,
  clock: Clock = systemClock,
): Promise<Preview> => {
  const preview = await programmed(project, id, clock);
  await again(project, preview, servicesHere(), clock);
  return findPreview(project, id, clock);
};

const again = async (project: ProjectScope, preview: Programmed, services: Services, clock: Clock): Promise<void> => {
  const { service, version } = (await findRunning(project, preview.preview_id)) ?? {};
  const isThere = service !== undefined && version !== undefined;
  const outcome = isThere ? await renew(project, preview, { services, service, version }, clock) : 'gone';
  if (outcome === 'busy') throw underWay();
  if (outcome === 'gone') await begin(project, preview, services, clock);
};

/** Ends a program, and its log with it. Repeatable. */
export const stopProgram = async (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<Preview> => {
  await programmed(project, id, clock);
  await halt(project, id);
  return findPreview(project, id, clock);
};

const halt = async (project: ProjectScope, id: string): Promise<void> => {
  const { service } = (await findRunning(project, id)) ?? {};
  if (service === undefined) return;
  await stopMachine(project, service);
  await noteStopped(project, id, service);
};

export type ProgramLog = { lines: string[]; next: number; is_cut: boolean };

/**
 * The last lines that it wrote from a place in its log on; `next` is the place of what it writes after them. A log goes with the
 * machine of its program, so that of one that was stopped is empty.
 */
export const programLog = async (
  project: ProjectScope,
  id: string,
  { limit, offset }: { limit: number; offset: number },
  clock: Clock = systemClock,
): Promise<ProgramLog> => {
  const { program } = await standing(project, id, clock.now());
  const { service } = (program && (await findRunning(project, id))) ?? {};
  if (service === undefined) return NO_LOG;
  try {
    const { text, next, isCut } = await servicesHere().logs(project, service, offset);
    const last = lastLines(text, limit);
    return { lines: last.lines, next, is_cut: isCut || last.isCut };
  } catch (error) {
    // Its longest time is over.
    if (error instanceof NotFound) return NO_LOG;
    throw error;
  }
};

const NO_LOG: ProgramLog = { lines: [], next: 0, is_cut: false };
