/* Requirements: BUS7. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { conditions, idOf, unnamed, without } from '../../simulation/mutations/conditions.ts';
import { recorded } from '../../simulation/mutations/seen.ts';
import { SITUATIONS } from '../../simulation/mutations/situations/index.ts';
import { shownTable, tableOf } from '../../simulation/mutations/table.ts';
import { UNSEEN } from '../../simulation/mutations/unseen.ts';

test('what a write asks of stored items has a name', async () => {
  expect(await unnamed()).toEqual([]);
});

test('of each condition it is known in which life its loss shows, or why it shows in none', async () => {
  const known = [...Object.keys(recorded()), ...Object.keys(UNSEEN)];
  expect(known.toSorted()).toEqual((await conditions()).map(idOf).toSorted());
  expect(Object.values(recorded()).filter(({ situation }) => !(situation in SITUATIONS))).toEqual([]);
});

test('the README shows what is known', async () => {
  expect(shownTable()).toBe(tableOf(await conditions()));
});

test('each condition can be taken away', async () => {
  for (const condition of await conditions()) {
    const text = readFileSync(condition.file, 'utf8');
    const [changed] = without(condition);
    expect(changed?.text(text), idOf(condition)).not.toBe(text);
  }
});
