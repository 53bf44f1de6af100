import type { Finish } from '../call/model-call.ts';

/** `cut`: the provider itself gave up before the end. */
export type FinishMeaning = Finish | 'cut';

const CALLS = new Set(['tool_calls', 'tool_use', 'function_call']);

/** By what providers call it, in whatever case: the first that fits. Sources are in test/data/upstreams. */
const BY_STEM: [RegExp, FinishMeaning][] = [
  [/filter|safety|guardrail|sensitive|refus|recitation|prohibited|blocklist|spii|moderat/, 'content_filter'],
  [/error|abort|insufficient|cancel/, 'cut'],
  [/length|limit|max_|context_window/, 'length'],
];

/** Why an answer ended, by the provider's own word for it. Every provider has its own words and adds new ones: an unknown word is a normal stop. */
export const meaningOf = (word: string): FinishMeaning => {
  const name = word.toLowerCase();
  if (CALLS.has(name)) return 'tool_calls';
  return BY_STEM.find(([stem]) => stem.test(name))?.[1] ?? 'stop';
};

/** The request was cancelled. The other words for an answer cut short mean that the provider failed. */
export const isCalledOff = (word: string): boolean => /abort|cancel/i.test(word);
