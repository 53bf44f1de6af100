import type { PlanView } from '../plan-view.ts';
import type { TaskState } from './colours.ts';
import { element } from './xml.ts';

export type RunState = PlanView['state'];

/** In words, so that a reader need not tell colours apart. */
export const WORDS: Record<TaskState | RunState, string> = {
  blocked: 'Blocked',
  queued: 'Queued',
  running: 'Running',
  waiting: 'Waiting for a person',
  completed: 'Completed',
  failed: 'Failed',
  skipped: 'Skipped',
  cancelled: 'Cancelled',
  planning: 'Planning',
  partial: 'Partly completed',
};

/** Where a word has little room. */
export const SHORT_WORDS: Record<TaskState, string> = { ...WORDS, waiting: 'Waiting' };

/** The colours a run's state has of the tasks' states. */
export const TONES: Record<RunState, TaskState> = {
  queued: 'queued',
  planning: 'running',
  waiting: 'waiting',
  running: 'running',
  completed: 'completed',
  partial: 'waiting',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** Paths in a square of 14. A ring is a task that is not running: not yet, or never. */
type Sign = { path: string; ring?: true; solid?: true };
const SIGNS: Record<TaskState | RunState, Sign> = {
  blocked: { path: 'M5.4 4.7v4.6M8.6 4.7v4.6', ring: true },
  queued: { path: 'M4.2 7h.01M7 7h.01M9.8 7h.01', ring: true },
  running: { path: 'M5.3 3.9v6.2L10.4 7z', solid: true },
  waiting: {
    path: 'M7 6.7a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM3.6 10.9c0-2.1 1.5-3.4 3.4-3.4s3.4 1.3 3.4 3.4z',
    solid: true,
  },
  completed: { path: 'M4 7.2l2.1 2.2L10 4.9' },
  failed: { path: 'M4.7 4.7l4.6 4.6M9.3 4.7L4.7 9.3' },
  skipped: { path: 'M4 4.6L6.4 7 4 9.4M7.6 4.6L10 7 7.6 9.4', ring: true },
  cancelled: { path: 'M4.3 9.7l5.4-5.4', ring: true },
  planning: { path: 'M4.2 7h.01M7 7h.01M9.8 7h.01' },
  partial: { path: 'M7 3.6v4M7 10.2v.01' },
};

/** The sign of a state, its upper left corner at `x`, `y`. It takes its colours from the group it stands in. */
export const signAt = (state: TaskState | RunState, x: number, y: number): string => {
  const { path, ring, solid } = SIGNS[state];
  const ground = { class: ring ? 'ring' : 'disc', cx: 7, cy: 7, r: ring ? 6.3 : 7 };
  const mark = { class: solid ? 'solid' : ring ? 'mark thin' : 'mark', d: path };
  return element('g', { transform: `translate(${x} ${y})` }, element('circle', ground) + element('path', mark));
};
