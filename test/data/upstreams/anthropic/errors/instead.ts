import type { CorpusEntry } from '../../types.ts';
import { end, message, open, says, start } from '../parts.ts';
import { error } from './error.ts';

const words = [start(), open(0, { type: 'text', text: '' }), says(0, 'It is Paris.')];

/** Other things than the answer that was asked for. */
export const otherAnswers: CorpusEntry[] = [
  {
    id: 'anthropic-200-error',
    upstream: 'anthropic',
    shape: 'an error in place of a message, under status 200',
    surface: 'anthropic',
    streamed: false,
    source: 'derived: a proxy that loses the status',
    body: error('overloaded_error', 'Overloaded'),
    expected: { error: { reason: 'unavailable', code: 'overloaded_error', unhealthy: true } },
  },
  {
    id: 'anthropic-200-not-a-message',
    upstream: 'any',
    shape: 'the other API’s answer',
    surface: 'anthropic',
    streamed: false,
    source: 'derived: a base URL of the other API',
    body: { object: 'chat.completion', choices: [] },
    expected: { error: { reason: 'malformed', unhealthy: false } },
  },
  {
    id: 'anthropic-stream-no-stop-event',
    upstream: 'any',
    shape: 'message_delta with a reason, and no message_stop',
    surface: 'anthropic',
    streamed: true,
    source: 'use-agent-os/agent-os#2271; derived',
    events: [...words, { type: 'content_block_stop', index: 0 }, ...end().slice(0, 1)],
    expected: { text: 'It is Paris.', finish: 'stop', cause: 'end_turn', usage: { prompt: 20, completion: 5 } },
  },
  {
    id: 'anthropic-stream-whole-message',
    upstream: 'any',
    shape: 'a whole message where a stream was asked for',
    surface: 'anthropic',
    streamed: true,
    source: 'BerriAI/litellm#38153 (non-streaming fallback)',
    body: message([{ type: 'text', text: 'It is Paris.' }]),
    expected: { text: 'It is Paris.', finish: 'stop', cause: 'end_turn', usage: { prompt: 20, completion: 5 } },
  },
];
