import * as z from 'zod';
import { SECOND } from '../../core/clock.ts';
import { EgressError, type EgressFetch } from '../../egress/index.ts';
import { failed, MAX_RESULT_BYTES, succeeded } from '../result.ts';
import { OutcomeUnknown, type ToolResult } from '../tool.ts';
import { builtin } from './define.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const TIMEOUT = 30 * SECOND;
/** For the caller of the tool: the tool itself must time out first, because it can say why. */
const CALLER_TIMEOUT = TIMEOUT + 5 * SECOND;
/** Reserved for the status line and headers. */
const HEAD_ROOM = 1024;

const reads = (method: string): boolean => method === 'GET' || method === 'HEAD';
/** By definition of the methods, RFC 9110, 9.2.2. A server that honours Idempotency-Key is not known to do so. */
const repeats = (method: string): boolean => method !== 'POST' && method !== 'PATCH';
const TEXT_TYPE = /^(text\/|application\/([\w.+-]+\+)?(json|xml|yaml|javascript|x-ndjson|x-www-form-urlencoded))/;

const schema = z
  .strictObject({
    url: z.string().max(4_096).describe('An https address of the public Internet'),
    method: z.enum(METHODS).default('GET'),
    headers: z.record(z.string().max(64), z.string().max(4_096)).default({}),
    body: z.string().max(262_144).optional(),
  })
  .refine(({ method, body }) => body === undefined || !reads(method), {
    path: ['body'],
    message: 'GET and HEAD have no body.',
  });

export const httpFetch = (fetch: EgressFetch) =>
  builtin({
    name: 'http_fetch',
    description: 'Sends a request to a public https address and returns status, content type and text (at most 64 KB).',
    schema,
    risk: ({ method }) => (reads(method) ? 'medium' : 'high'),
    repeat: ({ method }) => (repeats(method) ? 'safe' : 'unknown'),
    destination: ({ url, method }) => ({ host: URL.parse(url)?.host, method }),
    timeoutMs: CALLER_TIMEOUT,
    run: async ({ url, method, headers, body }, { idempotencyKey, signal }) => {
      const sent = new Headers();
      try {
        for (const [name, value] of Object.entries(headers)) sent.set(name, value);
      } catch {
        // `Headers` throws a TypeError that quotes its own code; this says it for the model.
        return failed('A header has a name or a value that HTTP does not allow.');
      }
      if (!reads(method)) sent.set('idempotency-key', idempotencyKey);
      try {
        const init = { method, headers: sent, signal, ...(body !== undefined && { body }) };
        return await resultOf(await fetch(url, init, { timeoutMs: TIMEOUT }));
      } catch (error) {
        if (!(error instanceof EgressError)) throw error;
        if (error.sent && !repeats(method)) throw new OutcomeUnknown(error.message, { cause: error });
        return failed(error.message);
      }
    },
  });

const resultOf = async (response: Response): Promise<ToolResult> => {
  const type = response.headers.get('content-type') ?? 'unknown type';
  const location = response.url === '' ? '' : `\nurl: ${response.url}`;
  const head = `HTTP ${response.status}\ncontent-type: ${type.slice(0, 200)}${location.slice(0, 600)}\n\n`;
  const result = response.status < 400 ? succeeded : failed;
  if (response.body && type !== 'unknown type' && !TEXT_TYPE.test(type)) {
    await response.body.cancel();
    return result(`${head}[not text, not shown]`);
  }
  return result(head + (await beginningOf(response, type)));
};

/** As much of the text as a result holds; the rest is not even fetched. */
const beginningOf = async ({ body }: Response, type: string): Promise<string> => {
  const decoder = decoderFor(type);
  let text = '';
  let bytes = 0;
  // Leaving the loop cancels the body.
  for await (const chunk of body ?? []) {
    const piece = chunk.subarray(0, MAX_RESULT_BYTES - HEAD_ROOM - bytes);
    text += decoder.decode(piece, { stream: true });
    bytes += piece.length;
    if (piece.length < chunk.length) return `${text}\n[cut off after ${bytes} bytes]`;
  }
  return text + decoder.decode();
};

const decoderFor = (type: string): InstanceType<typeof TextDecoder> => {
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset);
  } catch {
    // A RangeError: nobody knows this character set. Most of what claims one is still ASCII.
    return new TextDecoder();
  }
};
