import type { CorpusEntry } from '../../types.ts';
import { block, COUNTED, close, delta, end, message, open, start } from '../parts.ts';

const THOUGHT = 'France, so Paris.';
const whole = { surface: 'anthropic', streamed: false } as const;
const stream = { surface: 'anthropic', streamed: true } as const;
const said = { text: 'It is Paris.', finish: 'stop', cause: 'end_turn', usage: COUNTED } as const;
const thinks = (index: number, thinking: string) => delta(index, { type: 'thinking_delta', thinking });
const look = { type: 'tool_use', id: 'toolu_1', name: 'look', input: {} };
const calls = [{ id: 'toolu_1', name: 'look', arguments: '{}' }];

/** Thoughts of other servers. */
export const unsignedThoughts: CorpusEntry[] = [
  {
    id: 'any-anthropic-thinking-unsigned',
    upstream: 'vllm',
    shape: 'a thought without a signature',
    ...stream,
    source: 'kekzl/imp#1555; InternLM/lmdeploy#4851',
    events: [
      start(),
      open(0, { type: 'thinking', thinking: '' }),
      thinks(0, THOUGHT),
      close(0),
      ...block(1, 'It is Paris.'),
      ...end(),
    ],
    expected: { ...said, reasoning: THOUGHT },
  },
  {
    id: 'any-anthropic-thinking-empty-signature',
    upstream: 'litellm',
    shape: 'a thought whose signature is empty: sent back without the field',
    ...whole,
    source: 'dwgx/WindsurfAPI#228',
    body: message([{ type: 'thinking', thinking: THOUGHT, signature: '' }, look], 'tool_use'),
    expected: {
      reasoning: THOUGHT,
      replay: { blocks: [{ type: 'thinking', thinking: THOUGHT }] },
      calls,
      finish: 'tool_calls',
      cause: 'tool_use',
      usage: COUNTED,
    },
  },
  {
    id: 'deepseek-anthropic-thinking',
    upstream: 'deepseek',
    shape: 'the signature is the message’s id; the thought has to go back',
    ...whole,
    source: 'esengine/DeepSeek-Reasonix#8902',
    body: message([{ type: 'thinking', thinking: THOUGHT, signature: 'msg_corpus' }, look], 'tool_use'),
    expected: {
      reasoning: THOUGHT,
      replay: { blocks: [{ type: 'thinking', thinking: THOUGHT, signature: 'msg_corpus' }] },
      calls,
      finish: 'tool_calls',
      cause: 'tool_use',
      usage: COUNTED,
    },
  },
];
