import type { PlanTaskView } from '../plan-view.ts';

export type TaskState = PlanTaskView['state'];

/** `ink` is read on `tint` and on `card`; `tint` fills what needs a look. */
type Tone = { ink: string; tint: string };
export type Palette = {
  canvas: string;
  card: string;
  ink: string;
  muted: string;
  line: string;
  border: string;
  track: string;
  states: Record<TaskState, Tone>;
};

/** Each text stands on its ground with a contrast of 4.5 and more, each line with 3 and more (WCAG 2.2, 1.4.3 and 1.4.11). */
export const light: Palette = {
  canvas: '#f6f8fa',
  card: '#ffffff',
  ink: '#1f2328',
  muted: '#57606a',
  line: '#818b98',
  border: '#c5ccd3',
  track: '#dfe4ea',
  states: {
    blocked: { ink: '#57606a', tint: '#ffffff' },
    queued: { ink: '#57606a', tint: '#ffffff' },
    running: { ink: '#0860ca', tint: '#eef6ff' },
    waiting: { ink: '#8a4b00', tint: '#fff6dd' },
    completed: { ink: '#1a7f37', tint: '#ffffff' },
    failed: { ink: '#cb2431', tint: '#fff1f0' },
    skipped: { ink: '#7440c8', tint: '#ffffff' },
    cancelled: { ink: '#57606a', tint: '#ffffff' },
  },
};

export const dark: Palette = {
  canvas: '#0d1117',
  card: '#171c24',
  ink: '#e8edf3',
  muted: '#9aa4af',
  line: '#6b7683',
  border: '#3a424c',
  track: '#2a313a',
  states: {
    blocked: { ink: '#9aa4af', tint: '#171c24' },
    queued: { ink: '#9aa4af', tint: '#171c24' },
    running: { ink: '#62acff', tint: '#13233a' },
    waiting: { ink: '#e3b341', tint: '#2c2410' },
    completed: { ink: '#45c058', tint: '#171c24' },
    failed: { ink: '#ff7b72', tint: '#341a1c' },
    skipped: { ink: '#b795f7', tint: '#171c24' },
    cancelled: { ink: '#9aa4af', tint: '#171c24' },
  },
};
