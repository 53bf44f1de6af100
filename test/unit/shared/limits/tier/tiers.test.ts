import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_CALL_BODY_BYTES } from '../../../../../functions/routing/body-limits.ts';
import { dollars } from '../../../../../shared/core/dollars.ts';
import { BUILT_IN_TIERS } from '../../../../../shared/core/tiers/built-in.ts';
import { lacking, minus, NOTHING, plus } from '../../../../../shared/limits/budget/amount.ts';
import { monthOf, secondsToNextMonth } from '../../../../../shared/limits/budget/item.ts';
import { admitsModel, type Tier } from '../../../../../shared/limits/tier/tiers.ts';
import { MAX_MESSAGES } from '../../../../../shared/protocols/limits.ts';

/* Requirements: GW6. */

test('the free tier has small models and nothing else', () => {
  const free = BUILT_IN_TIERS.free;
  expect(['gpt-4.1-mini', 'gpt-5-nano', 'text-embedding-3-small'].every((model) => admitsModel(free, model))).toBe(
    true,
  );
  expect(['gpt-4.1', 'o3', 'minimax'].some((model) => admitsModel(free, model))).toBe(false);
});

test('each tier allows no less than the one before', () => {
  const [free, standard, pro] = Object.values<Tier>(BUILT_IN_TIERS);
  for (const [less, more] of [[free!, standard!] as const, [standard!, pro!] as const]) {
    expect(lacking(more.month, less.month)).toEqual([]);
    expect(more.answer.maxTokens).toBeGreaterThanOrEqual(less.answer.maxTokens);
    expect(more.prompt.messages).toBeGreaterThanOrEqual(less.prompt.messages);
    expect(more.prompt.bytes).toBeGreaterThanOrEqual(less.prompt.bytes);
    expect(more.concurrentCalls).toBeGreaterThanOrEqual(less.concurrentCalls);
  }
});

test('a request can carry the largest prompt and the most messages that a tier allows', () => {
  for (const { prompt } of Object.values<Tier>(BUILT_IN_TIERS)) {
    expect(prompt.bytes).toBeLessThan(MAX_CALL_BODY_BYTES);
    expect(prompt.messages).toBeLessThanOrEqual(MAX_MESSAGES);
  }
});

test('a month ends at midnight in UTC', () => {
  const last = Date.UTC(2026, 11, 31, 23, 59, 59);
  expect([monthOf(last), monthOf(last + 1_000)]).toEqual(['2026-12', '2027-01']);
  expect(secondsToNextMonth(last)).toBe(1);
  expect(secondsToNextMonth(last + 1_000)).toBe(31 * 24 * 60 * 60);
});

test('the price of a token is a whole number, so that sums of money are exact', () => {
  for (const price of [0.02, 0.05, 0.1, 0.13, 0.15, 0.25, 1.1, 15]) {
    expect(dollars(price / 1_000_000)).toBeCloseTo(price * 1_000, 6);
  }
});

test('amounts are added and subtracted part by part', () => {
  const part = fc.integer({ min: 0, max: 1_000_000_000 });
  const amount = fc.record({ money: part, tokens: part, requests: part });
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      expect(minus(plus(one, other), other)).toEqual(one);
      expect(plus(one, NOTHING)).toEqual(one);
      expect(lacking(plus(one, other), one)).toEqual([]);
    }),
  );
});
