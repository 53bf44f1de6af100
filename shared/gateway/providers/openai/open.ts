import type { IncomingMessage } from 'node:http';
import type { OpenAI } from 'openai';
import type { ModelError } from '../../call/model-error.ts';
import type { Deadline } from '../../http/deadline.ts';
import { post } from '../../http/exchange.ts';
import { guardedBytes } from '../../http/guarded-bytes.ts';
import { refusal } from '../../http/refusal.ts';
import { withRetries } from '../../http/retries.ts';
import type { Patience } from '../../settings/provider.ts';
import type { Endpoint, Silence } from '../../settings/upstreams.ts';
import { malformed } from '../answer.ts';
import { chunksOf } from './chunks.ts';

/** Of an error's text, in characters, this much is read. */
const LONGEST_REFUSAL = 64 * 1024;

/**
 * The chunks of the answer, as soon as it begins. Without the official client, whose own work and that of `fetch` beneath it
 * are most of what a call would cost here.
 */
export const opened = async (
  body: OpenAI.ChatCompletionCreateParamsStreaming,
  provider: Endpoint,
  { timeout, idle = timeout, retries }: Patience,
  deadline: Deadline,
): Promise<AsyncIterable<OpenAI.ChatCompletionChunk>> => {
  const { signal } = deadline;
  const url = new URL(`${provider.baseUrl.replace(/\/+$/, '')}/chat/completions`);
  const one = { url, headers: headersOf(provider), body: JSON.stringify(body), signal };
  const silence: Silence = { first: timeout, idle };
  const message = await withRetries(retries, signal, async () => {
    const answer = await post(one);
    if (isFine(answer)) return answer;
    throw await refused(answer, silence);
  });
  deadline.met();
  const type = message.headers['content-type'] ?? '';
  if (type.toLowerCase().startsWith('text/event-stream')) return chunksOf(guardedBytes(message, silence));
  message.destroy();
  throw malformed(`A stream was asked for; ${type} came.`);
};

const isFine = ({ statusCode = 0 }: IncomingMessage): boolean => statusCode >= 200 && statusCode < 300;

const headersOf = ({ apiKey }: Endpoint): Record<string, string> => ({
  accept: 'application/json, text/event-stream',
  'content-type': 'application/json',
  'user-agent': 'artel',
  ...(apiKey && { authorization: `Bearer ${apiKey}` }),
});

/** The outcome behind an answer that is none. A provider that sends us elsewhere is not where it should be. */
const refused = async (message: IncomingMessage, silence: Silence): Promise<ModelError> => {
  const { statusCode = 502, headers } = message;
  const text = await beginningOf(message, silence);
  const cause = new Error(`The provider answered ${statusCode}: ${text.slice(0, 500)}`);
  const status = statusCode < 400 ? 502 : statusCode;
  const waits = ['retry-after', 'retry-after-ms'].flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return refusal(status, new Headers(waits), codeOf(text), cause);
};

const beginningOf = async (message: IncomingMessage, silence: Silence): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of guardedBytes(message, silence)) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > LONGEST_REFUSAL) break;
  }
  return text;
};

const codeOf = (text: string): unknown => {
  try {
    return JSON.parse(text)?.error?.code;
  } catch {
    // A proxy's page, or nothing: the status says enough.
    return undefined;
  }
};
