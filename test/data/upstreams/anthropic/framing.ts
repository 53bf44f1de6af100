import type { CorpusEntry, Framing } from '../types.ts';
import { block, COUNTED, end, start } from './parts.ts';

type Way = {
  id: string;
  shape: string;
  source: string;
  framing?: Framing;
  headers?: Record<string, string>;
  events?: (object | string)[];
};

const WORDS = [start(), { type: 'ping' }, ...block(0, 'It is ', 'Zürich ', '😀.'), ...end()];

/** One message, put on the wire in every way that servers and proxies do. */
const ways: Way[] = [
  {
    id: 'end-one-newline',
    shape: 'the last event ends with one newline',
    source: 'anomalyco/opencode#40454',
    framing: { end: '\n' },
  },
  {
    id: 'end-no-newline',
    shape: 'the last event ends with none',
    source: 'anomalyco/opencode#40454',
    framing: { end: '' },
  },
  {
    id: 'end-at-delta',
    shape: 'message_delta is last and ends with no newline',
    source: 'anomalyco/opencode#40454',
    framing: { end: '' },
    events: WORDS.slice(0, -1),
  },
  {
    id: 'crlf',
    shape: 'lines end with CRLF',
    source: 'BerriAI/litellm#14315 (captured stream)',
    framing: { newline: '\r\n' },
  },
  { id: 'bytes', shape: 'one byte a write', source: 'derived: packets cut anywhere', framing: { portion: 1 } },
  {
    id: 'no-space',
    shape: 'data: and event: without a space',
    source: 'SamSaffron/term-llm#487',
    framing: { noSpace: true },
  },
  {
    id: 'unnamed',
    shape: 'no event names: the type stands in the data',
    source: 'derived: proxies that read and write events anew',
    framing: { named: false },
  },
  {
    id: 'comments',
    shape: 'comments before each event',
    source: 'openrouter.ai/docs/api-reference/streaming',
    framing: { before: [': OPENROUTER PROCESSING', ''] },
  },
  {
    id: 'done',
    shape: '[DONE] after message_stop',
    source: 'platform.claude.com/docs/en/api/versioning (2023-01-01); proxies still send it',
    events: [...WORDS, '[DONE]'],
  },
  {
    id: 'type-json',
    shape: 'events under application/json',
    source: 'decolua/9router#3492',
    headers: { 'content-type': 'application/json' },
  },
  {
    id: 'gzip',
    shape: 'compressed though nobody asked',
    source: 'derived: a proxy that compresses everything',
    framing: { encoding: 'gzip' },
  },
];

export const framing: CorpusEntry[] = ways.map(({ id, shape, source, ...way }) => ({
  id: `wire-anthropic-${id}`,
  upstream: 'any',
  shape,
  surface: 'anthropic',
  streamed: true,
  source,
  events: way.events ?? WORDS,
  ...(way.framing && { framing: way.framing }),
  ...(way.headers && { headers: way.headers }),
  expected: { text: 'It is Zürich 😀.', finish: 'stop', cause: 'end_turn', usage: COUNTED },
}));
