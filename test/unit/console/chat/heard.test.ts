import { describe, expect, test } from 'vitest';
import {
  asHeard,
  type Heard,
  refreshed,
  type Session,
  withEvent,
} from '../../../../console/src/screens/chat/list/heard.ts';
import { at, logOf } from '../event-log.ts';

/* Requirements: WEB1. */

const session = (id: string, more: Partial<Session> = {}): Session => ({
  id,
  title: id,
  created_at: at(0),
  updated_at: at(0),
  message_count: 0,
  busy: false,
  ...more,
});
const NOTHING: Heard = new Map();

describe('a chat that is heard', () => {
  test('is busy from the beginning of a run to its end, and still where the next one begins in that moment', () => {
    const log = logOf(
      [1, 'run_started'],
      [2, 'tool_called'],
      [3, 'run_completed', { state: 'completed' }],
      [3, 'run_started', { run_id: 'run_2' }],
      [9, 'run_completed', { run_id: 'run_2', state: 'failed' }],
    );
    const heard = log.map((_, index) => log.slice(0, index + 1).reduce(withEvent, NOTHING));
    const seen = heard.map((so) => asHeard(session('ses_1'), so)).map(({ busy, updated_at }) => [busy, updated_at]);
    expect(seen).toEqual([
      [true, at(1)],
      [true, at(1)],
      [false, at(3)],
      [true, at(3)],
      [false, at(9)],
    ]);
    expect(asHeard(session('ses_2'), heard.at(0) ?? NOTHING).busy).toBe(false);
  });

  test('is as it was read where that is the newer: a log begins with what is long over', () => {
    const heard = logOf([1, 'run_started']).reduce(withEvent, NOTHING);
    const idle = session('ses_1', { updated_at: at(5) });
    expect(asHeard(idle, heard)).toBe(idle);
    const over = logOf([1, 'run_completed']).reduce(withEvent, NOTHING);
    expect(asHeard(session('ses_1', { busy: true, updated_at: at(5) }), over).busy).toBe(true);
  });

  test('is not busy again by a list that was read before its run ended and came after', () => {
    const heard = logOf([1, 'run_started'], [4, 'run_completed']).reduce(withEvent, NOTHING);
    expect(asHeard(session('ses_1', { busy: true, updated_at: at(1) }), heard).busy).toBe(false);
  });
});

describe('a list of which the first page is read again', () => {
  const ids = (sessions: readonly Session[]) => sessions.map(({ id }) => id);
  const known = ['ses_6', 'ses_5', 'ses_4', 'ses_3', 'ses_2'].map((id) => session(id));

  test('has what is new and what changed, without what is gone, and keeps what stands behind that page', () => {
    const items = [session('ses_7'), session('ses_6', { busy: true }), session('ses_4')];
    const now = refreshed(known, { items, next_cursor: 'more' });
    expect(ids(now)).toEqual(['ses_7', 'ses_6', 'ses_4', 'ses_3', 'ses_2']);
    expect(now[1]?.busy).toBe(true);
  });

  test('is that page where nothing is behind it', () => {
    expect(ids(refreshed(known, { items: [session('ses_5')], next_cursor: null }))).toEqual(['ses_5']);
    expect(refreshed(known, { items: [] })).toEqual([]);
  });
});
