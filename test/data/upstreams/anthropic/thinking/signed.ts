import type { CorpusEntry } from '../../types.ts';
import { block, COUNTED, close, delta, end, message, open, start } from '../parts.ts';

const THOUGHT = 'France, so Paris.';
const whole = { surface: 'anthropic', streamed: false } as const;
const stream = { surface: 'anthropic', streamed: true } as const;
const said = { text: 'It is Paris.', finish: 'stop', cause: 'end_turn', usage: COUNTED } as const;
const thinks = (index: number, thinking: string) => delta(index, { type: 'thinking_delta', thinking });
const signs = (index: number, signature: string) => delta(index, { type: 'signature_delta', signature });
const signed = { type: 'thinking', thinking: THOUGHT, signature: 'c2lnbmF0dXJl' };
const opaque = { type: 'redacted_thinking', data: 'b3BhcXVl' };
const look = { type: 'tool_use', id: 'toolu_1', name: 'look', input: {} };
const calls = [{ id: 'toolu_1', name: 'look', arguments: '{}' }];

/** Thoughts of Anthropic’s models; those before a call have to go back unchanged. */
export const signedThoughts: CorpusEntry[] = [
  {
    id: 'anthropic-thinking-plain',
    upstream: 'anthropic',
    shape: 'a signed thought, then text',
    ...whole,
    source: 'platform.claude.com/docs/en/build-with-claude/extended-thinking',
    body: message([signed, { type: 'text', text: 'It is Paris.' }]),
    expected: { ...said, reasoning: THOUGHT },
  },
  {
    id: 'anthropic-thinking-stream',
    upstream: 'anthropic',
    shape: 'the thought in pieces, then its signature',
    ...stream,
    source: 'platform.claude.com/docs/en/build-with-claude/streaming#thinking-delta',
    events: [
      start(),
      open(0, { type: 'thinking', thinking: '', signature: '' }),
      thinks(0, 'France, '),
      thinks(0, 'so Paris.'),
      signs(0, 'c2lnbmF0dXJl'),
      close(0),
      ...block(1, 'It is Paris.'),
      ...end(),
    ],
    expected: { ...said, reasoning: THOUGHT },
  },
  {
    id: 'anthropic-thinking-tool',
    upstream: 'anthropic',
    shape: 'a signed thought before a call',
    ...whole,
    source: 'platform.claude.com/docs/en/build-with-claude/extended-thinking#preserving-thinking-blocks',
    body: message([signed, look], 'tool_use'),
    expected: {
      reasoning: THOUGHT,
      replay: { blocks: [signed] },
      calls,
      finish: 'tool_calls',
      cause: 'tool_use',
      usage: COUNTED,
    },
  },
  {
    id: 'anthropic-thinking-redacted',
    upstream: 'anthropic',
    shape: 'a hidden thought before a call',
    ...stream,
    source: 'anomalyco/opencode#38614; 0xPlaygrounds/rig#1391',
    events: [start(), open(0, opaque), close(0), open(1, look), close(1), ...end('tool_use')],
    expected: { replay: { blocks: [opaque] }, calls, finish: 'tool_calls', cause: 'tool_use', usage: COUNTED },
  },
  {
    id: 'anthropic-thinking-interleaved',
    upstream: 'anthropic',
    shape: 'two signed thoughts with a hidden one between them: kept apart',
    ...whole,
    source: 'openai/openai-agents-python#4175',
    body: message(
      [
        { ...signed, thinking: 'alpha', signature: 'QQ==' },
        opaque,
        { ...signed, thinking: 'beta', signature: 'Qg==' },
        look,
      ],
      'tool_use',
    ),
    expected: {
      reasoning: 'alpha\n\nbeta',
      replay: {
        blocks: [
          { ...signed, thinking: 'alpha', signature: 'QQ==' },
          opaque,
          { ...signed, thinking: 'beta', signature: 'Qg==' },
        ],
      },
      calls,
      finish: 'tool_calls',
      cause: 'tool_use',
      usage: COUNTED,
    },
  },
  {
    id: 'anthropic-thinking-omitted',
    upstream: 'anthropic',
    shape: 'display omitted: an empty thought with a signature',
    ...stream,
    source: 'BerriAI/litellm#38809; platform.claude.com adaptive thinking (display)',
    events: [
      start(),
      open(0, { type: 'thinking', thinking: '', signature: '' }),
      signs(0, 'c2lnbmF0dXJl'),
      close(0),
      open(1, look),
      close(1),
      ...end('tool_use'),
    ],
    expected: {
      replay: { blocks: [{ type: 'thinking', thinking: '', signature: 'c2lnbmF0dXJl' }] },
      calls,
      finish: 'tool_calls',
      cause: 'tool_use',
      usage: COUNTED,
    },
  },
  {
    id: 'anthropic-thinking-token-estimate',
    upstream: 'anthropic',
    shape: 'thinking_delta with an estimate of tokens beside an empty text',
    ...stream,
    source: '@anthropic-ai/claude-code 2.1.332 asks for thinking-token-count-2026-05-13',
    events: [
      start(),
      open(0, { type: 'thinking', thinking: '', signature: '' }),
      delta(0, { type: 'thinking_delta', thinking: '', estimated_tokens: 64 }),
      signs(0, 'c2lnbmF0dXJl'),
      close(0),
      ...block(1, 'It is Paris.'),
      ...end('end_turn', { output_tokens: 5, output_tokens_details: { thinking_tokens: 3 } }),
    ],
    expected: { ...said, usage: { prompt: 20, completion: 5, reasoning: 3 } },
  },
  {
    id: 'anthropic-thinking-only-cut',
    upstream: 'anthropic',
    shape: 'the limit fell within the thought',
    ...stream,
    source: 'platform.claude.com/docs/en/build-with-claude/handling-stop-reasons#max-tokens',
    events: [
      start(),
      open(0, { type: 'thinking', thinking: '', signature: '' }),
      thinks(0, 'France, so'),
      close(0),
      ...end('max_tokens'),
    ],
    expected: { text: '', reasoning: 'France, so', finish: 'length', cause: 'max_tokens', usage: COUNTED },
  },
];
