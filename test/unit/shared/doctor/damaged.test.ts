import { expect, test } from 'vitest';
import { inspect, type Snapshot } from '../../../../shared/doctor/index.ts';
import { invariants } from '../../../../shared/doctor/invariants/index.ts';
import { itemDamages } from './damages/items.ts';
import { laneDamages } from './damages/lanes.ts';
import { planDamages } from './damages/plans.ts';
import { runDamages } from './damages/runs.ts';
import { healthy } from './healthy.ts';

/* Requirements: BUS7. */

const damages = [...itemDamages, ...runDamages, ...laneDamages, ...planDamages];

/** A call of the healthy data is under way, so it is not at rest in this one respect. */
const UNDER_WAY = 'open reservations';

const seenIn = (snapshot: Snapshot): string[] => [
  ...new Set(inspect(snapshot, 'at rest').flatMap(({ invariant }) => (invariant === UNDER_WAY ? [] : [invariant]))),
];

test('healthy data break no promise', () => {
  expect(inspect(healthy())).toEqual([]);
  expect(seenIn(healthy())).toEqual([]);
});

test.each(damages)('%s is seen', (_, damage, seenBy) => {
  const snapshot = healthy();
  const seen = seenIn({ ...snapshot, sweptAt: snapshot.now, items: damage(snapshot.items) });
  expect(seen.toSorted()).toEqual(seenBy.toSorted());
});

test('at rest no part of a budget is reserved', () => {
  expect(inspect(healthy(), 'at rest').map(({ invariant }) => invariant)).toEqual([UNDER_WAY]);
});

test('every invariant sees some damage', () => {
  const shown = new Set([UNDER_WAY, ...damages.map(([, , [first]]) => first)]);
  expect(invariants.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});

test('what is told of damage holds ids and counts, and no contents', () => {
  const snapshot = healthy();
  const secret = 'what nobody may read';
  const items = snapshot.items.map((item) => ({ ...item, content: secret, title: secret, payload: { text: secret } }));
  const told = damages.flatMap(([, damage]) => inspect({ ...snapshot, items: damage(items) }, 'at rest'));
  expect(told.length).toBeGreaterThan(damages.length / 2);
  expect(JSON.stringify(told)).not.toContain(secret);
});
