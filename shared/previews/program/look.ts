import { type Clock, isoTime } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import { SandboxUnavailable, type Services, servicesOf } from '../../sandbox/index.ts';
import { type Preview, publicPreview, type Seen, type StoredPreview } from '../preview.ts';
import { lastLines } from './lines.ts';
import { findRunning, type Running, STARTS_WITHIN } from './stored.ts';

/** Of what a program that failed wrote: where it says why. */
const SHOWN_LINES = 20;
const SHOWN_CHARACTERS = 4_000;

/** A preview, and what its program does at the moment. */
export const previewSeen = async (project: ProjectScope, preview: StoredPreview, clock: Clock): Promise<Preview> =>
  preview.program
    ? publicPreview(preview, await programSeen(project, preview.preview_id, clock))
    : publicPreview(preview);

/** What a program does at the moment, as its machine says. */
export const programSeen = async (project: ProjectScope, preview: string, clock: Clock): Promise<Seen> => {
  const running = await findRunning(project, preview);
  const services = servicesOf();
  if (running?.service === undefined || !services) return STOPPED;
  const begun = { version: running.version, started_at: isoTime(running.begun_at), exit: null, output: null };
  try {
    const { state, exit = 0 } = await services.find(project, running.service);
    if (state !== 'ended') return { ...begun, state };
    return { ...begun, state: 'failed', exit, output: await endOfLog(services, project, running.service) };
  } catch (error) {
    if (error instanceof NotFound) return isStarting(running, clock) ? { ...begun, state: 'starting' } : STOPPED;
    if (!(error instanceof SandboxUnavailable)) throw error;
    // Its machine says nothing: one that hangs must not keep the others of a list from being shown.
    log.warn('program not seen', { error });
    return { ...begun, state: 'failed' };
  }
};

const STOPPED: Seen = { state: 'stopped', version: null, started_at: null, exit: null, output: null };

/** Its machine is not there yet, and may come. */
export const isStarting = ({ is_begun, begun_at }: Running, clock: Clock): boolean =>
  !is_begun && clock.now() < begun_at + STARTS_WITHIN;

const endOfLog = async (services: Services, project: ProjectScope, service: string): Promise<string> => {
  const { text } = await services.logs(project, service, 0);
  return lastLines(text, SHOWN_LINES).lines.join('\n').slice(-SHOWN_CHARACTERS);
};
