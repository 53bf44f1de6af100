import { type Clock, MINUTE, SECOND } from '../../core/clock.ts';
import { findHead } from '../../workspace/index.ts';
import { type Shown, stillShown } from '../shown.ts';

/** How often the newest version is looked at, so that a page loads again within a second of a commit. */
const LOOK_INTERVAL = SECOND / 2;
/** How often it is looked whether the preview was ended; that its time is over shows by itself. */
const STANDS_INTERVAL = 10 * SECOND;
/** API Gateway cuts a stream that is silent for five minutes, and other servers on the way sooner. */
const HEARTBEAT_INTERVAL = 15 * SECOND;
/** The function may run for five minutes; the stream ends before, and the browser opens the next. */
const MAX_AGE = 4.5 * MINUTE;

export type LiveEvent =
  | { event: 'preview_updated'; version: number }
  | { event: 'preview_ended' }
  | { event: 'heartbeat' };

export type FollowTools = {
  clock: Clock;
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when the browser has disconnected. */
  signal: AbortSignal;
};

/** Followers in one container look at the same moments, so that one read serves all pages of a project that are open. */
const looks = new Map<string, Promise<number>>();

const newestVersion = (shown: Shown): Promise<number> => {
  const { prefix } = shown.project;
  const underWay = looks.get(prefix);
  if (underWay) return underWay;
  const begun = findHead(shown.project)
    .then((head) => head?.version ?? 0)
    .finally(() => looks.delete(prefix));
  looks.set(prefix, begun);
  return begun;
};

const untilNextLook = (now: number): number => LOOK_INTERVAL - (now % LOOK_INTERVAL);

/**
 * Says once that the files are newer than `version`, and then ends; or that the preview has ended. A preview of one version only
 * says that it has ended.
 */
export async function* followPreview(
  shown: Shown,
  version: number,
  { clock, pause, signal }: FollowTools,
): AsyncGenerator<LiveEvent> {
  const startedAt = clock.now();
  let checkedAt = startedAt;
  let saidAt = startedAt;
  yield { event: 'heartbeat' };
  while (!signal.aborted && clock.now() - startedAt < MAX_AGE) {
    if (clock.now() - checkedAt >= STANDS_INTERVAL || shown.preview.ends_at <= clock.now()) {
      checkedAt = clock.now();
      if (!(await stillShown(shown, clock))) return yield { event: 'preview_ended' };
    }
    const newest = shown.preview.version === 'newest' ? await newestVersion(shown) : version;
    if (newest > version) return yield { event: 'preview_updated', version: newest };
    if (clock.now() - saidAt >= HEARTBEAT_INTERVAL) {
      saidAt = clock.now();
      yield { event: 'heartbeat' };
    }
    await pause(untilNextLook(clock.now()), signal);
  }
}
