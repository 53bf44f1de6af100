import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadSessions } from '../../../../console/src/screens/cost/sessions.ts';
import {
  byDay,
  type SessionUsage,
  share,
  sumBy,
  total,
  type UsageDay,
} from '../../../../console/src/screens/cost/sums.ts';

/* Requirements: WEB1. */

const usage = (day: string, model: string, cost: number, calls = 1): UsageDay => ({
  day,
  model,
  cost,
  calls,
  agent_key: 'none',
  project_id: 'prj_1',
  requests: 0,
  failed: 0,
  failed_calls: 0,
  call_milliseconds: 10,
  prompt_tokens: 5 * calls,
  completion_tokens: calls,
});

test('sums have the dearest first, and together they are all there is', () => {
  const items = [
    usage('2026-11-01', 'small', 0.25),
    usage('2026-11-02', 'large', 2),
    usage('2026-11-02', 'small', 0.5),
  ];
  const sums = sumBy(items, ({ model }) => model);
  expect(sums).toMatchObject([
    { key: 'large', cost: 2, calls: 1 },
    { key: 'small', cost: 0.75, calls: 2, prompt_tokens: 10, completion_tokens: 2 },
  ]);
  expect(total(sums)).toEqual(total(items));
});

test('a day without calls has a sum of nothing, and a day outside of the range has none', () => {
  const items = [usage('2026-11-01', 'small', 1), usage('2026-11-03', 'small', 2), usage('2026-12-01', 'small', 4)];
  expect(byDay(items, ['2026-11-01', '2026-11-02', '2026-11-03']).map(({ cost }) => cost)).toEqual([1, 0, 2]);
});

test('however things are grouped, no call is lost or counted twice', () => {
  const item = fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9))
    .map(([model, calls]) => usage('2026-11-01', model, calls, calls));
  fc.assert(
    fc.property(fc.array(item), (items) => {
      expect(total(sumBy(items, ({ model }) => model))).toEqual(total(items));
    }),
  );
});

test('the part of a whole is between nothing and all of it', () => {
  expect([share(1, 4), share(0, 0), share(5, 0), share(9, 3), share(-1, 3)]).toEqual([0.25, 0, 0, 1, 0]);
});

const session = (session_id: string | null, cost: number): SessionUsage => ({
  ...usage('', '', cost),
  session_id,
  first_call_at: '',
  last_call_at: '',
});

test('a chat that stands on several pages is summed up, and the last page ends the reading', async () => {
  const pages = [
    { items: [session('ses_1', 1), session(null, 2)], next_cursor: 'second' },
    { items: [session('ses_1', 3)], next_cursor: null },
  ];
  const asked: unknown[] = [];
  const call = async (_: string, { query }: { query: { cursor?: string } }) => {
    asked.push(query.cursor);
    return pages[asked.length - 1];
  };
  const range = { since: '2026-11-01', until: '2026-11-30' };
  const found = await loadSessions({ call } as never, range, new AbortController().signal);
  expect(asked).toEqual([undefined, 'second']);
  expect(found.isWhole).toBe(true);
  expect(found.items.map((one) => [one.session_id, one.cost, one.calls])).toEqual([
    ['ses_1', 4, 2],
    [null, 2, 1],
  ]);
});
