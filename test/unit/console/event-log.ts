import type { SessionEvent } from '../../../../clients/typescript/src/index.ts';

const RUN = 'run_1';
const MIDNIGHT = Date.parse('2026-01-01T00:00:00.000Z');

/** ISO 8601: so many seconds after midnight. */
export const at = (second: number): string => new Date(MIDNIGHT + second * 1_000).toISOString();
export const millisecondsAt = (second: number): number => MIDNIGHT + second * 1_000;

/** The log of a run: a line for each event, with the second at which it came. */
export const logOf = (...lines: readonly [number, string, Record<string, unknown>?][]): SessionEvent[] =>
  lines.map(([second, event_type, payload = {}], index) => ({
    event_id: index + 1,
    event_type,
    session_id: 'ses_1',
    timestamp: at(second),
    payload: { run_id: RUN, ...payload },
  }));
