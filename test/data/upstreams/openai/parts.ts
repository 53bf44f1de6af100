import type { ExpectedUsage } from '../types.ts';

/** What every server of this API sends around an answer. */
const about = { id: 'chatcmpl-corpus', created: 1_790_000_000, model: 'corpus-model' };

export const USAGE = { prompt_tokens: 20, completion_tokens: 5, total_tokens: 25 };
export const COUNTED: ExpectedUsage = { prompt: 20, completion: 5 };

/** A whole answer with one choice. */
export const whole = (message: object, finish_reason: string | null = 'stop', more: object = {}): object => ({
  ...about,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }],
  usage: USAGE,
  ...more,
});

/** One event of a streamed answer with one choice. */
export const piece = (delta: object, finish_reason: string | null = null, more: object = {}): object => ({
  ...about,
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta, finish_reason }],
  ...more,
});

/** One event with any choices, or none. */
export const chunk = (more: object): object => ({ ...about, object: 'chat.completion.chunk', ...more });

/** The last event, which only counts. */
export const counted = (usage: object | null = USAGE): object => chunk({ choices: [], usage });

export const call = (name: string, args: unknown, more: object = {}): object => ({
  id: `call_${name}`,
  type: 'function',
  function: { name, arguments: args },
  ...more,
});

/** Words as the usual pieces, one each, with the role before and the end behind. */
export const spoken = (words: string[], finish = 'stop'): object[] => [
  piece({ role: 'assistant', content: '' }),
  ...words.map((content) => piece({ content })),
  piece({}, finish),
];
