import type { CorpusEntry } from '../../types.ts';
import { block, COUNTED, close, end, message, open, says, start } from '../parts.ts';

const said = { text: 'It is Paris.', finish: 'stop', cause: 'end_turn', usage: COUNTED } as const;
const whole = { surface: 'anthropic', streamed: false } as const;
const stream = { surface: 'anthropic', streamed: true } as const;

/** Words, one block or several, or none. */
export const words: CorpusEntry[] = [
  {
    id: 'anthropic-text-plain',
    upstream: 'anthropic',
    shape: 'one block, without citations',
    ...whole,
    source: 'platform.claude.com/docs/en/api/messages/create',
    body: message([{ type: 'text', text: 'It is Paris.' }]),
    expected: said,
  },
  {
    id: 'anthropic-text-citations-null',
    upstream: 'anthropic',
    shape: 'one block with citations null, new fields around it',
    ...whole,
    source: '@anthropic-ai/sdk 1.14.0 TextBlock; StopDetails',
    body: message([{ type: 'text', text: 'It is Paris.', citations: null }], 'end_turn', {
      stop_details: null,
      container: null,
      context_management: { applied_edits: [] },
    }),
    expected: said,
  },
  {
    id: 'anthropic-text-stream',
    upstream: 'anthropic',
    shape: 'pings between pieces',
    ...stream,
    source: 'platform.claude.com/docs/en/build-with-claude/streaming',
    events: [
      start(),
      { type: 'ping' },
      open(0, { type: 'text', text: '' }),
      says(0, 'It is '),
      { type: 'ping' },
      says(0, 'Paris.'),
      close(0),
      ...end(),
    ],
    expected: said,
  },
  {
    id: 'anthropic-text-in-start',
    upstream: 'litellm',
    shape: 'the text comes with the start of its block',
    ...stream,
    source: 'BerriAI/litellm#38153 (whole blocks told as events)',
    events: [start(), open(0, { type: 'text', text: 'It is Paris.' }), close(0), ...end()],
    expected: said,
  },
  {
    id: 'anthropic-text-two-blocks',
    upstream: 'anthropic',
    shape: 'two blocks of text',
    ...stream,
    source: 'platform.claude.com/docs/en/build-with-claude/citations (text is split at sources)',
    events: [start(), ...block(0, 'It is '), ...block(1, 'Paris.'), ...end()],
    expected: said,
  },
  {
    id: 'anthropic-empty-content',
    upstream: 'anthropic',
    shape: 'no block at all, end_turn',
    ...whole,
    source: 'platform.claude.com/docs/en/build-with-claude/handling-stop-reasons (empty responses)',
    body: message([]),
    expected: { text: '', finish: 'stop', cause: 'end_turn', usage: COUNTED },
  },
  {
    id: 'anthropic-empty-stream',
    upstream: 'anthropic',
    shape: 'no block at all in a stream',
    ...stream,
    source: 'platform.claude.com/docs/en/build-with-claude/handling-stop-reasons (empty responses)',
    events: [start(), ...end()],
    expected: { text: '', finish: 'stop', cause: 'end_turn', usage: COUNTED },
  },
  {
    id: 'vllm-anthropic-text-null',
    upstream: 'vllm',
    shape: 'a block of text without text',
    ...whole,
    source: 'vllm-project/vllm#22627 (review)',
    body: message([{ type: 'text' }]),
    expected: { text: '', finish: 'stop', cause: 'end_turn', usage: COUNTED },
  },
  {
    id: 'any-anthropic-content-text',
    upstream: 'any',
    shape: 'content is a text, not a list',
    ...whole,
    source: 'derived: from servers that answer as they were asked',
    body: message('It is Paris.'),
    expected: said,
  },
];
