import { type Clock, systemClock } from '../../core/clock.ts';
import { Unavailable } from '../../core/errors.ts';
import { excerpt } from '../../core/excerpt.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { appendWrites, followingOf, type NewEvent, push, readEnd } from '../../events/index.ts';
import { log } from '../../observability/log.ts';
import { findSessionState } from '../../sessions/index.ts';
import {
  getItem,
  type Item,
  isSameKey,
  placeOf,
  projectKeys,
  sessionKeys,
  transact,
  type Write,
} from '../../store/index.ts';
import { isOver, readPreview, type StoredPreview } from '../preview.ts';
import { type Captured, type CapturedError, publicErrors, readCaptured } from './captured.ts';

const MAX_ATTEMPTS = 10;
/** Errors that an event shows; all are read where they are kept. */
const MAX_SHOWN = 5;
const MAX_MESSAGE = 300;
const MAX_SOURCE = 200;

const asRead = '#revision = :read';

/**
 * What the sweeper does with errors that are new in the page of a build: the session learns of them in the transaction that notes
 * so. So there is at most one event a minute, whatever the page does, and none of an error that was told of; the function that
 * takes reports from anybody writes nothing into a session. Where the preview or the session is over, nobody is told.
 */
export const tellOfErrors = async (project: ProjectScope, found: Item, clock: Clock = systemClock): Promise<void> => {
  const id = placeOf(found)?.id ?? '';
  const key = projectKeys.captured(project, id);
  // Its key says whose it is; what is in it was written for anybody.
  if (!isSameKey(found, key)) return log.error('captured errors of another owner');
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(fullJitter(attempt, { base: 4, cap: 200 }));
    const [item, shown] = await Promise.all([getItem(key), getItem(projectKeys.preview(project, id))]);
    const captured = item && readCaptured(item);
    if (captured?.due_at === undefined) return;
    const preview = shown && readPreview(shown);
    const telling = preview && !isOver(preview, clock.now()) ? await toldOf(project, preview, captured, clock) : NOBODY;
    const outcome = await transact([
      {
        key,
        update: 'set #told = :told, #revision = #revision + :one remove #due_at, #due_shard',
        when: asRead,
        values: { told: captured.errors.length, read: captured.revision, one: 1 },
      },
      ...telling.writes,
    ]);
    if (outcome.ok) return telling.push();
  }
  throw new Unavailable('Too much is going on in this session; retry shortly.', { retryAfter: 1 });
};

type Telling = { writes: Write[]; push: () => Promise<void> };
const NOBODY: Telling = { writes: [], push: async () => undefined };

const toldOf = async (
  project: ProjectScope,
  { preview_id, built }: StoredPreview,
  captured: Captured,
  clock: Clock,
): Promise<Telling> => {
  const errors = publicErrors({ ...captured, errors: captured.errors.slice(captured.told) });
  if (!built || errors.length === 0) return NOBODY;
  const session = built.session_id;
  const [state, end, known] = await Promise.all([
    findSessionState(project, session),
    readEnd(project, session, clock),
    getItem(sessionKeys.log(project, session)),
  ]);
  if (state?.status !== 'open') return NOBODY;
  const now = clock.now();
  const { writes, following } = await followingOf(project, session, { log: known, now });
  const events = [errorEvent({ preview_id, build_id: built.run_id }, errors)];
  const appended = appendWrites(project, session, { end, events, now, following });
  return {
    writes: [...writes, ...appended.writes],
    push: async () => {
      await push(project, session, appended.events);
    },
  };
};

/** It has no `run_id`: a run has no event behind its end, and people look at pages afterwards. */
const errorEvent = (of: { preview_id: string; build_id: string }, errors: readonly CapturedError[]): NewEvent => ({
  event_type: 'preview_error',
  payload: { ...of, count: errors.length, errors: errors.slice(0, MAX_SHOWN).map(shownOf) },
});

const shownOf = ({ id, kind, message, source, line, version }: CapturedError) => ({
  id,
  kind,
  message: excerpt(message, MAX_MESSAGE),
  source: source === null ? null : excerpt(source, MAX_SOURCE),
  line,
  version,
});
