import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../../shared/core/clock.ts';
import { NotFound } from '../../../../shared/core/errors.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { sweep } from '../../../../shared/maintenance/index.ts';
import { keepResponse, resolveInput } from '../../../../shared/protocols/index.ts';
import { type Item, responseObject } from '../../../../shared/protocols/openai/responses-object.ts';
import { getItem, projectKeys, removeExpiredText } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { startTestObjects } from '../../../support/objects.ts';

/* Requirements: GW1. */

inTable();

let objects: Awaited<ReturnType<typeof startTestObjects>>;
beforeAll(async () => {
  objects = await startTestObjects();
});
afterAll(() => objects.stop());

const BEGUN = Date.parse('2026-11-21T12:00:00Z');
let now: number;
beforeEach(() => {
  now = BEGUN;
});
const clock = { now: () => now };
const alice = authenticated({ userId: 'alice' }).inProject('prj_home');
const at = (time: number) => {
  now = time;
  return sweep(time + MINUTE, clock);
};
const responseOf = (id: string, output: Item[] = []) =>
  responseObject({ id, created: 0, model: 'any' }, { model: 'any', input: '' }, { output });
const keep = (id: string, text: string) =>
  keepResponse(alice, { conversation: [{ role: 'user', content: text }], response: responseOf(id) }, clock);
const previous = (id: string) => resolveInput(alice, { input: 'And now?', previous_response_id: id }, clock);
const LONG = 'word '.repeat(20_000);

describe('G24: what an answer held is kept for a day', () => {
  test('a long conversation leaves nothing behind after its day, in the table or in the bucket', async () => {
    await keep('resp_long', LONG);
    expect(objects.keys()).toEqual(['u/alice/prj_home/texts/resp_long']);
    await at(BEGUN + DAY - MINUTE);
    expect((await previous('resp_long')).before).toEqual([{ role: 'user', content: LONG }]);
    await at(BEGUN + DAY);
    await expect(previous('resp_long')).rejects.toBeInstanceOf(NotFound);
    expect(objects.keys()).toEqual([]);
    expect(await getItem(projectKeys.response(alice, 'resp_long'))).toBeUndefined();
  });

  test('one that was kept anew stays for a day from then', async () => {
    await keep('resp_again', LONG);
    now += HOUR;
    await keep('resp_again', LONG);
    await at(BEGUN + DAY + MINUTE);
    expect((await previous('resp_again')).before).toHaveLength(1);
  });

  test('one that is kept anew after the sweeper has found it due stays', async () => {
    await keep('resp_raced', LONG);
    const found = await getItem(projectKeys.response(alice, 'resp_raced'));
    now = BEGUN + DAY;
    await keep('resp_raced', LONG);
    await removeExpiredText(found!, clock);
    expect((await previous('resp_raced')).before).toHaveLength(1);
  });

  test('a short one is removed by the table alone, and not found before that', async () => {
    await keep('resp_short', 'Hello');
    expect(await at(BEGUN + DAY)).toEqual({ redriven: 0, failed: 0 });
    await expect(previous('resp_short')).rejects.toBeInstanceOf(NotFound);
  });
});

describe('G24: references', () => {
  const item = { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [] } as const;

  test('an item may be referred to as often as a request likes, and is read once', async () => {
    const output = [{ ...item, content: [{ type: 'output_text', text: 'Hello.' }] }];
    await keepResponse(alice, { conversation: [], response: responseOf('resp_1', output) }, clock);
    const input = Array.from({ length: 1_500 }, () => ({ type: 'item_reference' as const, id: 'msg_1' }));
    expect((await resolveInput(alice, { input }, clock)).items).toHaveLength(1_500);
  });

  test('a request that refers to more than 1,000 items is refused before any is read', async () => {
    const input = Array.from({ length: 1_001 }, (_, index) => ({
      type: 'item_reference' as const,
      id: `msg_${index}`,
    }));
    await expect(resolveInput(alice, { input }, clock)).rejects.toMatchObject({ status: 422 });
  });
});
