import { type Clock, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { newMachineId } from '../../sandbox/index.ts';
import type { Preview } from '../preview.ts';
import { end, findPreview } from '../previews.ts';
import { publish } from '../publish.ts';
import { startCommandOf, USUAL_PORT } from './command.ts';
import { filesShown, launch, servicesHere } from './launch.ts';

export type ProgramPublication = {
  version: number | 'newest';
  /** By default what the files say. */
  command?: string | undefined;
  port?: number | undefined;
  ttlMs: number;
};

/**
 * Starts a program of the project and shows what it answers, to whoever is told the address. There is no preview where it could
 * not be started; one that ends a moment later is shown as failed, with what it wrote.
 */
export const publishProgram = async (
  project: ProjectScope,
  { version, command, port = USUAL_PORT, ttlMs }: ProgramPublication,
  clock: Clock = systemClock,
): Promise<Preview & { url: string }> => {
  const services = servicesHere();
  const shown = await filesShown(project, { version });
  const program = { command: command ?? (await startCommandOf(project, shown.version || 'newest')), port };
  const service = newMachineId(clock.now());
  const intended = { service, version: shown.version };
  const { id, url } = await publish(project, { version, ttlMs, program: { ...program, intended } }, { clock });
  try {
    await launch(project, id, { services, service, files: shown.files, program }, clock);
  } catch (error) {
    await end(project, id, clock).catch(whereEnded);
    throw error;
  }
  return { ...(await findPreview(project, id, clock)), url };
};

const whereEnded = (error: unknown): void => {
  if (!(error instanceof NotFound)) throw error;
};
