import type { SessionEvent } from '../../../../clients/typescript/src/index.ts';
import type { Texts } from '../../texts/en.ts';
import { filled } from '../../texts/index.ts';
import type { Tone } from '../show/badge.tsx';

/**
 * One thing that happened in a run, in words. `detail`: what was called for, said or answered, as text; `task`: the id of
 * the one that it happened to.
 */
export type Entry = {
  id: number;
  at: string;
  text: string;
  tone: Tone;
  detail?: string | undefined;
  task?: string | undefined;
};

const TONES: Record<string, Tone> = {
  task_started: 'busy',
  task_waiting: 'attention',
  approval_required: 'attention',
  approval_expiring: 'attention',
  task_completed: 'good',
  task_failed: 'bad',
  error: 'bad',
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What stands in the braces of a text: the fields of the event that are words, and some in the language of the page. */
const valuesIn = ({ payload }: SessionEvent, { states, runs }: Texts): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(payload).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  ),
  why: runs.why[textOf(payload.why) ?? ''] ?? '',
  state: states[textOf(payload.state) ?? textOf(payload.status) ?? ''] ?? '',
  outcome: runs.outcomes[textOf(payload.outcome) ?? ''] ?? textOf(payload.outcome) ?? '',
});

const detailOf = ({ event_type, payload }: SessionEvent): string | undefined => {
  if (event_type === 'tool_called') return JSON.stringify(payload.arguments, null, 2);
  if (event_type === 'tool_result' || event_type === 'message_created') return textOf(payload.content);
  if (event_type === 'approval_resolved') return textOf(payload.reason);
  if (event_type === 'task_failed' || event_type === 'error') return textOf(payload.detail);
  if (event_type === 'tools_unavailable' && Array.isArray(payload.notices))
    return payload.notices.map(String).join('\n');
  return undefined;
};

/** Of an event, unless it says nothing to a person. */
export const entryOf = (event: SessionEvent, texts: Texts): Entry | undefined => {
  const said = texts.runs.events[event.event_type];
  if (said === undefined) return undefined;
  const failed = event.event_type === 'run_completed' && event.payload.state === 'failed';
  return {
    id: event.event_id,
    at: event.timestamp,
    text: filled(said, valuesIn(event, texts)),
    tone: failed ? 'bad' : (TONES[event.event_type] ?? 'neutral'),
    detail: detailOf(event),
    task: textOf(event.payload.task_id),
  };
};
