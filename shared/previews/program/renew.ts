import type { Clock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { Services } from '../../sandbox/index.ts';
import type { StoredPreview } from '../preview.ts';
import { claimRenewal, endRenewal, noteStopped } from './changes.ts';
import { filesShown } from './launch.ts';

/** `busy`: somebody else is at it. `gone`: its machine is there no more, which is on record then. */
export type Renewal = 'renewed' | 'busy' | 'gone';

/** Starts a program again in its machine, on the files that its preview shows now and no others. */
export const renew = async (
  project: ProjectScope,
  preview: StoredPreview,
  { services, service, version }: { services: Services; service: string; version: number },
  clock: Clock,
): Promise<Renewal> => {
  const until = await claimRenewal(project, preview.preview_id, { service, version }, clock);
  if (until === undefined) return 'busy';
  const ours = { service, until };
  try {
    const shown = await filesShown(project, preview);
    await services.restart(project, service, shown.files);
    await endRenewal(project, preview.preview_id, { ...ours, version: shown.version, now: clock.now() });
    return 'renewed';
  } catch (error) {
    const isGone = error instanceof NotFound;
    if (isGone) await noteStopped(project, preview.preview_id, service);
    else await endRenewal(project, preview.preview_id, { ...ours, now: clock.now() });
    if (isGone) return 'gone';
    throw error;
  }
};
