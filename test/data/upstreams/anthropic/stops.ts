import type { CorpusEntry, Expected, Upstream } from '../types.ts';
import { block, COUNTED, end, message, start } from './parts.ts';

type Stop = {
  upstream?: Upstream;
  id: string;
  shape: string;
  source: string;
  reason: string | null;
  more?: object;
  expected: Expected;
};

const DOCS = 'platform.claude.com/docs/en/build-with-claude/handling-stop-reasons';
const said = { text: 'One, two', usage: COUNTED } as const;

const stops: Stop[] = [
  {
    id: 'max_tokens',
    shape: 'the limit',
    source: DOCS,
    reason: 'max_tokens',
    expected: { ...said, finish: 'length', cause: 'max_tokens' },
  },
  {
    id: 'stop_sequence',
    shape: 'a sequence, with its text',
    source: DOCS,
    reason: 'stop_sequence',
    more: { stop_sequence: ', three' },
    expected: { ...said, finish: 'stop', cause: 'stop_sequence', stopSequence: ', three' },
  },
  {
    id: 'pause_turn',
    shape: 'a turn of the server’s own tools that pauses',
    source: DOCS,
    reason: 'pause_turn',
    expected: { ...said, finish: 'stop', cause: 'pause_turn' },
  },
  {
    id: 'refusal',
    shape: 'refused, without details',
    source: DOCS,
    reason: 'refusal',
    expected: { ...said, finish: 'content_filter', cause: 'refusal' },
  },
  {
    id: 'refusal-details',
    shape: 'refused, with a category and an explanation',
    source: `${DOCS} (stop_details)`,
    reason: 'refusal',
    more: { stop_details: { type: 'refusal', category: 'cyber', explanation: 'It would help an attack.' } },
    expected: { ...said, refusal: 'It would help an attack.', finish: 'content_filter', cause: 'refusal' },
  },
  {
    id: 'context',
    shape: 'the window is full',
    source: DOCS,
    reason: 'model_context_window_exceeded',
    expected: { ...said, finish: 'length', cause: 'model_context_window_exceeded' },
  },
  {
    id: 'compaction',
    shape: 'the conversation was compacted',
    source: 'app.unpkg.com/@ai-sdk/anthropic map-anthropic-stop-reason',
    reason: 'compaction',
    expected: { ...said, finish: 'stop', cause: 'compaction' },
  },
  {
    id: 'unknown',
    shape: 'a reason that nobody knows yet',
    source: 'platform.claude.com/docs/en/api/versioning (new variants)',
    reason: 'a_word_of_2030',
    expected: { ...said, finish: 'stop', cause: 'a_word_of_2030' },
  },
  {
    id: 'stop',
    upstream: 'litellm',
    shape: 'the other API’s word',
    source: 'BerriAI/litellm#12481',
    reason: 'stop',
    expected: { ...said, finish: 'stop', cause: 'stop' },
  },
  {
    id: 'length',
    upstream: 'any',
    shape: 'the other API’s word for the limit',
    source: 'derived: from BerriAI/litellm#12481',
    reason: 'length',
    expected: { ...said, finish: 'length', cause: 'length' },
  },
  {
    id: 'sensitive',
    upstream: 'z.ai',
    shape: 'the other API’s word for unsafe content',
    source: 'anomalyco/opencode#44092',
    reason: 'sensitive',
    expected: { ...said, finish: 'content_filter', cause: 'sensitive' },
  },
  {
    id: 'null',
    upstream: 'any',
    shape: 'no reason though the message is whole',
    source: 'google/adk-python#5394 (reason lost on the way)',
    reason: null,
    expected: { ...said, finish: 'stop' },
  },
];

export const stopReasons: CorpusEntry[] = stops.flatMap(
  ({ upstream = 'anthropic', id, shape, source, reason, more = {}, expected }): CorpusEntry[] => [
    {
      id: `${upstream}-stop-${id}-plain`,
      upstream,
      shape,
      surface: 'anthropic',
      streamed: false,
      source,
      body: message([{ type: 'text', text: 'One, two' }], reason, more),
      expected,
    },
    {
      id: `${upstream}-stop-${id}-stream`,
      upstream,
      shape,
      surface: 'anthropic',
      streamed: true,
      source,
      events: [start(), ...block(0, 'One, ', 'two'), ...end(reason, { output_tokens: 5 }, more)],
      expected,
    },
  ],
);
