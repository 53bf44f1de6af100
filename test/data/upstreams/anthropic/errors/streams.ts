import type { CorpusEntry, ExpectedError, Upstream } from '../../types.ts';
import { open, says, start } from '../parts.ts';
import { error } from './error.ts';

type Broken = {
  id: string;
  upstream?: Upstream;
  shape: string;
  source: string;
  events: (object | string)[];
  text?: string;
  error: ExpectedError;
};

const words = [start(), open(0, { type: 'text', text: '' }), says(0, 'It is Par')];

const broken: Broken[] = [
  {
    id: 'overloaded-first',
    shape: 'overloaded as the first event, under status 200',
    source: 'vercel/ai#10653',
    events: [error('overloaded_error', 'Overloaded')],
    error: { reason: 'unavailable', code: 'overloaded_error', unhealthy: true },
  },
  {
    id: 'overloaded-later',
    shape: 'overloaded after words, details null',
    source: 'karthink/gptel#1512; anthropics/anthropic-sdk-python#1918',
    events: [
      ...words,
      { type: 'error', error: { details: null, type: 'overloaded_error', message: 'Overloaded' }, request_id: 'req_1' },
    ],
    text: 'It is Par',
    error: { reason: 'unavailable', code: 'overloaded_error', unhealthy: true },
  },
  {
    id: 'rate-later',
    shape: 'a rate limit after words',
    source: 'jeremychone/rust-genai#245',
    events: [...words, error('rate_limit_error', 'Rate limited')],
    text: 'It is Par',
    error: { reason: 'rate_limited', code: 'rate_limit_error', unhealthy: true },
  },
  {
    id: 'invalid-first',
    shape: 'the caller’s fault, told within a stream',
    source: 'platform.claude.com streaming#error-events',
    events: [start(), error('invalid_request_error', 'Output blocked by content filtering policy')],
    error: { reason: 'refused', code: 'invalid_request_error', message: 'content filtering', unhealthy: false },
  },
  {
    id: 'no-type',
    upstream: 'litellm',
    shape: 'an error without the type error around it',
    source: 'envoyproxy/ai-gateway#2698',
    events: [...words, { error: { type: 'overloaded_error', message: 'Overloaded' } }],
    text: 'It is Par',
    error: { reason: 'unavailable', code: 'overloaded_error', unhealthy: true },
  },
  {
    id: 'cut',
    shape: 'the stream ends within a block',
    source: 'use-agent-os/agent-os#2271',
    events: [...words],
    text: 'It is Par',
    error: { reason: 'cut', unhealthy: true },
  },
  {
    id: 'cut-empty',
    shape: 'nothing but message_start',
    source: 'anomalyco/opencode#40061',
    events: [start()],
    error: { reason: 'cut', unhealthy: true },
  },
];

/** Errors within a stream: what was said before stays. */
export const streamErrors: CorpusEntry[] = broken.map(
  ({ id, upstream = 'anthropic', shape, source, events, text, error: expected }) => ({
    id: `${upstream}-stream-error-${id}`,
    upstream,
    shape,
    surface: 'anthropic',
    streamed: true,
    source,
    events,
    expected: { ...(text !== undefined && { text }), error: expected },
  }),
);
