import type { CorpusEntry } from '../../types.ts';
import { piece } from '../parts.ts';
import { begin, end, MAP_AND_SKY, parts } from './part.ts';

/** Calls in pieces: fields that are empty, null or of another kind. */
export const callPieces: CorpusEntry[] = [
  {
    id: 'mistral-call-pieces-empty-name',
    upstream: 'mistral',
    shape: 'later pieces have an empty name and no id',
    surface: 'openai',
    streamed: true,
    source: 'earendil-works/pi#8387; anomalyco/opencode#49692',
    events: [
      begin,
      parts({ index: 0, id: 'call_a', type: 'function', name: 'look', args: '{"at":' }),
      parts({ index: 0, type: 'function', name: '', args: '"map"}' }),
      end,
    ],
    expected: { calls: MAP_AND_SKY.slice(0, 1), finish: 'tool_calls', usage: null },
  },
  {
    id: 'any-call-pieces-null-fields',
    upstream: 'sglang',
    shape: 'later pieces have id, type and name null',
    surface: 'openai',
    streamed: true,
    source: 'smg-project/smg#1524 (null fields in deltas); OpenAI-compatible servers with pydantic models',
    events: [
      begin,
      parts({ index: 0, id: 'call_a', type: 'function', name: 'look', args: '' }),
      parts({ index: 0, id: null, type: null, name: null, args: '{"at":"map"}' }),
      end,
    ],
    expected: { calls: MAP_AND_SKY.slice(0, 1), finish: 'tool_calls', usage: null },
  },
  {
    id: 'any-call-pieces-name-repeated',
    upstream: 'any',
    shape: 'id and name are repeated in every piece of one call',
    surface: 'openai',
    streamed: true,
    source: 'NousResearch/hermes-agent#3468 (names glued together by accumulators)',
    events: [
      begin,
      parts({ index: 0, id: 'call_a', type: 'function', name: 'look', args: '{"at":' }),
      parts({ index: 0, id: 'call_a', type: 'function', name: 'look', args: '"map"}' }),
      end,
    ],
    expected: { calls: MAP_AND_SKY.slice(0, 1), finish: 'tool_calls', usage: null },
  },
  {
    id: 'bedrock-call-pieces-arguments-null',
    upstream: 'bedrock',
    shape: 'the first piece has arguments null',
    surface: 'openai',
    streamed: true,
    source: 'agentgateway/agentgateway#1989',
    events: [
      begin,
      parts({ index: 0, id: 'call_a', type: 'function', name: 'look', args: null }),
      parts({ index: 0, args: '{"at":"map"}' }),
      end,
    ],
    expected: { calls: MAP_AND_SKY.slice(0, 1), finish: 'tool_calls', usage: null },
  },
  {
    id: 'groq-call-pieces-whole-object',
    upstream: 'any',
    shape: 'a whole call in one event, arguments an object',
    surface: 'openai',
    streamed: true,
    source: 'ggml-org/llama.cpp#20198 (harder to stream as an object)',
    events: [begin, parts({ index: 0, id: 'call_a', type: 'function', name: 'look', args: { at: 'map' } }), end],
    expected: { calls: MAP_AND_SKY.slice(0, 1), finish: 'tool_calls', usage: null },
  },
  {
    id: 'any-call-pieces-message-not-delta',
    upstream: 'any',
    shape: 'the last event has the whole message beside its delta',
    surface: 'openai',
    streamed: true,
    source: 'perplexityai/api-discussion#209 (message beside delta)',
    events: [
      piece({ role: 'assistant', content: 'Par' }),
      {
        id: 'c',
        object: 'chat.completion.chunk',
        choices: [
          {
            index: 0,
            delta: { content: 'is.' },
            message: { role: 'assistant', content: 'Paris.' },
            finish_reason: 'stop',
          },
        ],
      },
    ],
    expected: { text: 'Paris.', finish: 'stop', usage: null },
  },
];
