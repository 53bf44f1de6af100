import type { CorpusEntry } from '../../types.ts';
import { block, COUNTED, close, delta, end, open, says, start } from '../parts.ts';

const said = { text: 'It is Paris.', finish: 'stop', cause: 'end_turn', usage: COUNTED } as const;
const stream = { surface: 'anthropic', streamed: true } as const;

/** Blocks and events that are unknown, or out of order. */
export const oddBlocks: CorpusEntry[] = [
  {
    id: 'anthropic-unknown-block',
    upstream: 'anthropic',
    shape: 'a block and a delta of kinds that nobody knows',
    ...stream,
    source: 'platform.claude.com/docs/en/api/versioning (new variants may be added)',
    events: [
      start(),
      open(0, { type: 'map_view', region: 'FR' }),
      delta(0, { type: 'map_delta', zoom: 3 }),
      close(0),
      ...block(1, 'It is Paris.'),
      ...end(),
    ],
    expected: said,
  },
  {
    id: 'anthropic-unknown-event',
    upstream: 'anthropic',
    shape: 'an event of a kind that nobody knows',
    ...stream,
    source: 'platform.claude.com/docs/en/api/versioning',
    events: [start(), { type: 'message_note', note: 'x' }, ...block(0, 'It is Paris.'), ...end()],
    expected: said,
  },
  {
    id: 'any-anthropic-block-no-stop',
    upstream: 'any',
    shape: 'a block that is never closed',
    ...stream,
    source: 'BerriAI/litellm#29286 (bridged streams)',
    events: [start(), open(0, { type: 'text', text: '' }), says(0, 'It is Paris.'), ...end()],
    expected: said,
  },
  {
    id: 'any-anthropic-block-no-start',
    upstream: 'any',
    shape: 'pieces of a block that was never opened',
    ...stream,
    source: 'derived: from bridged streams',
    events: [start(), says(0, 'It is Paris.'), ...end()],
    expected: said,
  },
  {
    id: 'any-anthropic-index-repeated',
    upstream: 'any',
    shape: 'two blocks with index 0, one after the other',
    ...stream,
    source: 'derived: from bridged streams; the other API has it for calls (ollama/ollama#15457)',
    events: [start(), ...block(0, 'It is '), ...block(0, 'Paris.'), ...end()],
    expected: said,
  },
  {
    id: 'any-anthropic-no-index',
    upstream: 'any',
    shape: 'events without an index',
    ...stream,
    source: 'derived: from bridged streams',
    events: [
      start(),
      { type: 'content_block_start', content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', delta: { type: 'text_delta', text: 'It is Paris.' } },
      { type: 'content_block_stop' },
      ...end(),
    ],
    expected: said,
  },
  {
    id: 'any-anthropic-empty-json-delta',
    upstream: 'litellm',
    shape: 'empty input_json_delta within a block of text',
    ...stream,
    source: 'BerriAI/litellm#29286',
    events: [
      start(),
      open(0, { type: 'text', text: '' }),
      delta(0, { type: 'input_json_delta', partial_json: '' }),
      says(0, 'It is Paris.'),
      close(0),
      ...end(),
    ],
    expected: said,
  },
];
