import type { ExpectedUsage } from '../types.ts';

export const USAGE = { input_tokens: 20, output_tokens: 5 };
export const COUNTED: ExpectedUsage = { prompt: 20, completion: 5 };

/** A whole message. */
export const message = (content: unknown, stop_reason: string | null = 'end_turn', more: object = {}): object => ({
  id: 'msg_corpus',
  type: 'message',
  role: 'assistant',
  model: 'corpus-model',
  content,
  stop_reason,
  stop_sequence: null,
  usage: USAGE,
  ...more,
});

export const start = (
  usage: object | null | undefined = { input_tokens: 20, output_tokens: 1 },
  more: object = {},
): object => ({
  type: 'message_start',
  message: {
    id: 'msg_corpus',
    type: 'message',
    role: 'assistant',
    model: 'corpus-model',
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage,
    ...more,
  },
});

export const open = (index: number, content_block: object): object => ({
  type: 'content_block_start',
  index,
  content_block,
});
export const delta = (index: number, value: object): object => ({ type: 'content_block_delta', index, delta: value });
export const close = (index: number): object => ({ type: 'content_block_stop', index });
export const says = (index: number, text: string): object => delta(index, { type: 'text_delta', text });
export const argues = (index: number, partial_json: string): object =>
  delta(index, { type: 'input_json_delta', partial_json });

/** The two last events. */
export const end = (
  stop_reason: string | null = 'end_turn',
  usage: object | null = { output_tokens: 5 },
  more: object = {},
): object[] => [
  { type: 'message_delta', delta: { stop_reason, stop_sequence: null, ...more }, ...(usage && { usage }) },
  { type: 'message_stop' },
];

/** A block of text in pieces. */
export const block = (index: number, ...pieces: string[]): object[] => [
  open(index, { type: 'text', text: '' }),
  ...pieces.map((text) => says(index, text)),
  close(index),
];
