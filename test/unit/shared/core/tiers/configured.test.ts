import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inDollars } from '../../../../../shared/core/dollars.ts';
import { BUILT_IN_TIERS } from '../../../../../shared/core/tiers/built-in.ts';
import { tiersWith } from '../../../../../shared/core/tiers/configured.ts';

/* Requirements: GW6, API3. */

const faults = (configured: unknown): string[] => {
  try {
    tiersWith(configured);
    return [];
  } catch (error) {
    return (error as { issues: { path: string[] }[] }).issues.map(({ path }) => path.join('.'));
  }
};

describe('tiers by setting', () => {
  test('a part of a built-in tier changes, and the rest stays', () => {
    const free = tiersWith({ free: { month: { money: 0.5 }, minute: { requests: 30 } } }).get('free');
    expect(free).toEqual({
      ...BUILT_IN_TIERS.free,
      month: { ...BUILT_IN_TIERS.free.month, money: 500_000_000 },
      minute: { requests: 30, heavyRequests: 20 },
    });
  });

  test('a tier of one’s own is given whole', () => {
    const { month, ...rest } = BUILT_IN_TIERS.pro;
    const gold = { ...rest, month: { ...month, money: inDollars(month.money) } };
    expect(tiersWith({ gold }).get('gold')).toEqual(BUILT_IN_TIERS.pro);
    expect(faults({ gold: { models: ['*'] } })).toContain('gold.month.money');
  });

  test('every fault is named, by tier and field', () => {
    const wrong = { free: { month: { money: -1 }, minute: { requests: 0 } }, pro: { models: 'all' }, Gold: {} };
    expect(faults(wrong)).toEqual(['free.month.money', 'free.minute.requests', 'pro.models', 'Gold']);
    expect(faults({ standard: { prompt: { bytes: 5_000_000 } } })).toEqual(['standard.prompt.bytes']);
    expect(faults({ constructor: { projects: 1 } })).not.toEqual([]);
  });
});

test('docs/tiers.md has a row for every field, with its value in each built-in tier', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../../docs/tiers.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([\w.]+)` \| [^|]+ \| `(.+)` \| `(.+)` \| `(.+)` \|$/gm)];
  const { free, standard, pro } = BUILT_IN_TIERS;
  const leavesOf = (tier: object, prefix = ''): [string, unknown][] =>
    Object.entries(tier).flatMap(([name, value]): [string, unknown][] =>
      typeof value === 'object' && !Array.isArray(value)
        ? leavesOf(value, `${prefix}${name}.`)
        : [[prefix + name, value]],
    );
  const shown = (tier: object) =>
    new Map(
      leavesOf(tier).map(([name, value]) => [
        name,
        JSON.stringify(name === 'month.money' ? inDollars(Number(value)) : value),
      ]),
    );
  const tiers = [free, standard, pro].map(shown);
  const expected = [...(tiers[0]?.keys() ?? [])].map((name) => [name, ...tiers.map((tier) => tier.get(name))]);
  expect(rows.map(([, ...cells]) => cells)).toEqual(expected);
});
