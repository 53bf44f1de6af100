import { expect, test } from 'vitest';
import { priceOf } from '../../../../../shared/gateway/index.ts';

test('a call costs its prompt and its completion at the prices of the model', () => {
  expect(priceOf('gpt-4.1-mini', { promptTokens: 1_000_000, completionTokens: 500_000 })).toBeCloseTo(1.2, 10);
});

test('a dated edition costs what its model costs', () => {
  const usage = { promptTokens: 1_000, completionTokens: 1_000 };
  expect(priceOf('gpt-4o-mini-2024-07-18', usage)).toBe(priceOf('gpt-4o-mini', usage));
});

test('an embedding costs its prompt alone', () => {
  expect(priceOf('text-embedding-3-small', { promptTokens: 1_000_000 })).toBeCloseTo(0.02, 10);
});

test('the price of an unknown model is unknown, not zero', () => {
  expect(priceOf('llama3.2', { promptTokens: 1, completionTokens: 1 })).toBeUndefined();
});

test.each(['claude-sonnet-4-5', 'claude-sonnet-4-5-20250929'])('%s costs what Anthropic says', (model) => {
  expect(priceOf(model, { promptTokens: 1_000_000, completionTokens: 100_000 })).toBeCloseTo(4.5, 10);
});

test('a model with a higher price for long prompts has it for the whole call, from the first token beyond', () => {
  const priced = (promptTokens: number) => priceOf('claude-haiku-5-5', { promptTokens, completionTokens: 1_000 });
  expect(priced(100_000)).toBeCloseTo(0.0105, 10);
  expect(priced(100_001)).toBeCloseTo(0.0525, 5);
});

test('a model is never confused with one whose name begins like its own', () => {
  const usage = { promptTokens: 1_000_000 };
  expect(priceOf('claude-opus-5', usage)).toBe(5);
  expect(priceOf('claude-opus-5-5', usage)).toBe(4);
  expect(priceOf('claude-opus-3', usage)).toBeUndefined();
});

test('G8: what is read from a cache costs a tenth at Anthropic, and writing to it a quarter more, or twice for an hour', () => {
  const usage = {
    promptTokens: 1_000_000,
    cacheReadTokens: 800_000,
    cacheWriteTokens: 150_000,
    hourCacheWriteTokens: 50_000,
    completionTokens: 100_000,
  };
  // Of 5 USD a million: 50,000 fresh, 800,000 read, 100,000 and 50,000 written; and 25 USD for the answer.
  expect(priceOf('claude-opus-5', usage)).toBeCloseTo(0.25 + 0.4 + 0.625 + 0.5 + 2.5, 10);
});

test('G8: what is read from a cache costs what OpenAI says for the model, and writing to it nothing more', () => {
  const usage = { promptTokens: 1_000_000, cacheReadTokens: 800_000, cacheWriteTokens: 100_000, completionTokens: 0 };
  expect(priceOf('gpt-4.1', usage)).toBeCloseTo(0.4 + 0.4, 10);
});

test.each([
  [0.5, ['gpt-4o', 'gpt-4o-2024-11-20', 'gpt-4o-mini', 'o3-mini']],
  [0.25, ['gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1-nano', 'gpt-4.1-nano-2025-04-14', 'o3', 'o4-mini']],
  [0.1, ['gpt-5', 'gpt-5-mini', 'gpt-5-nano', 'gpt-5.1', 'gpt-5.4']],
  [1, ['gpt-4o-2024-05-13', 'text-embedding-3-small']],
])('G8: what is read from a cache costs %d of the prompt’s price at %j', (share, models) => {
  for (const model of models) {
    const fresh = priceOf(model, { promptTokens: 1_000_000 }) ?? Number.NaN;
    expect(priceOf(model, { promptTokens: 1_000_000, cacheReadTokens: 1_000_000 })).toBeCloseTo(share * fresh, 10);
  }
});

test('an edition with a price of its own has that one', () => {
  const usage = { promptTokens: 1_000_000, completionTokens: 1_000_000 };
  expect(priceOf('gpt-4o-2024-05-13', usage)).toBe(20);
  expect(priceOf('gpt-4o-2024-08-06', usage)).toBe(12.5);
});

test('a model that is called as a property of every object has no price', () => {
  expect(priceOf('constructor', { promptTokens: 1 })).toBeUndefined();
});

test('G8: counts of a cache that are greater than the prompt never make a price negative', () => {
  expect(priceOf('gpt-4.1', { promptTokens: 10, cacheReadTokens: 1_000_000 })).toBeCloseTo(0.000005, 10);
  expect(priceOf('claude-opus-5', { promptTokens: 10, cacheReadTokens: 20, cacheWriteTokens: 90 })).toBeCloseTo(
    0.000005,
    10,
  );
});
