import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { getItem, projectKeys, putItem } from '../../store/index.ts';
import { findStanding } from '../previews.ts';
import type { Shown } from '../shown.ts';
import {
  type Captured,
  type CapturedError,
  capturedItem,
  NOTHING_CAPTURED,
  publicErrors,
  readCaptured,
  withReport,
} from './captured.ts';
import type { Report } from './report.ts';

/** Two pages that fail at the same moment; who loses more often says nothing that others did not. */
const MAX_ATTEMPTS = 5;

/** What is removed with its preview does not come back, and of two writers one begins again. */
const unchanged = '#revision = :read';

/** Keeps what a browser said. Says whether it was kept: too much is dropped, as is what comes once the preview is over. */
export const capture = async (shown: Shown, report: Report, clock: Clock = systemClock): Promise<boolean> => {
  const { project, preview } = shown;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const item = await getItem(projectKeys.captured(project, preview.preview_id));
    if (!item) return false;
    const before = readCaptured(item);
    const now = clock.now();
    const after = withReport(before, report, now);
    if (!after) return false;
    const outcome = await putItem(capturedItem(project, preview, after, now), {
      when: unchanged,
      values: { read: before.revision },
    });
    if (outcome.ok) return true;
  }
  return false;
};

/** What browsers said went wrong in a preview, the newest first, and how many reports were of errors that are not kept. */
export const capturedErrors = async (
  project: ProjectScope,
  id: string,
  clock: Clock = systemClock,
): Promise<{ items: CapturedError[]; dropped: number }> => {
  await findStanding(project, id, clock);
  const item = await getItem(projectKeys.captured(project, id));
  const captured: Captured = item ? readCaptured(item) : NOTHING_CAPTURED;
  return { items: publicErrors(captured), dropped: captured.dropped };
};
