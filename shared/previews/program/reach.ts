import { type Clock, SECOND } from '../../core/clock.ts';
import { NotFound, Unavailable } from '../../core/errors.ts';
import { type ServiceAddress, type Services, servicesOf } from '../../sandbox/index.ts';
import { findHead } from '../../workspace/index.ts';
import type { Shown } from '../shown.ts';
import { noteAsked, noteStopped } from './changes.ts';
import { isToBeNoted } from './idle.ts';
import { isStarting } from './look.ts';
import { renew } from './renew.ts';
import { findRunning, type Running } from './stored.ts';

/** How often whoever waits for another's restart looks. */
const LOOK_INTERVAL = SECOND / 5;

export type ReachTools = {
  clock: Clock;
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** When nobody waits for the answer any more. */
  signal: AbortSignal;
};

/** Where a program answers, on which version of the files, and whether it goes on. */
export type Reached = { address: ServiceAddress; version: number; isEnded(): Promise<boolean> };

/**
 * The program of a preview. Where it is older than the files that the preview shows, it is started again on them first, by one of
 * those who ask; the others wait. `undefined`: it runs nowhere.
 */
export const reachProgram = async (
  shown: Shown,
  { clock, pause, signal }: ReachTools,
): Promise<Reached | undefined> => {
  const { project, preview } = shown;
  const services = servicesOf();
  if (!services) return undefined;
  while (!signal.aborted) {
    const [running, newest] = await Promise.all([findRunning(project, preview.preview_id), newestOf(shown)]);
    if (running?.service === undefined) return undefined;
    const { service, version } = running;
    if (!isStarting(running, clock)) {
      if (newest <= version) {
        if (isToBeNoted(running, clock.now()))
          await noteAsked(project, preview.preview_id, { service, now: clock.now() });
        return reachedAt(shown, running, services);
      }
      if ((await renew(project, preview, { services, service, version }, clock)) !== 'busy') continue;
    }
    await pause(LOOK_INTERVAL, signal);
  }
  throw new Unavailable('The program is being started.', { retryAfter: 1 });
};

/** 0 for a preview of one version, which no program is older than. */
const newestOf = async ({ project, preview }: Shown): Promise<number> =>
  preview.version === 'newest' ? ((await findHead(project))?.version ?? 0) : 0;

const reachedAt = async (
  { project, preview }: Shown,
  { service = '', version }: Running,
  services: Services,
): Promise<Reached | undefined> => {
  const whereGone = (error: unknown): undefined => {
    if (!(error instanceof NotFound)) throw error;
  };
  const address = await services.address(project, service).catch(whereGone);
  if (address) {
    const isEnded = async (): Promise<boolean> => {
      const found = await services.find(project, service).catch(whereGone);
      return found === undefined || found.state === 'ended';
    };
    return { address, version, isEnded };
  }
  // Its longest time is over, or it never began.
  await noteStopped(project, preview.preview_id, service);
  return undefined;
};
