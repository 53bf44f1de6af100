import { SECOND } from '../../core/clock.ts';
import { EgressError, type EgressFetch, redirectOf } from '../../egress/index.ts';
import { failed, MAX_RESULT_BYTES, succeeded } from '../result.ts';
import { OutcomeUnknown, type ToolResult } from '../tool.ts';
import { builtin } from './define.ts';
import { httpJudgement, httpRequestSchema, MAX_ADDRESS_LENGTH, mayRepeat, onlyReads } from './http-request.ts';

const TIMEOUT = 30 * SECOND;
/** For the caller of the tool: the tool itself must time out first, because it can say why. */
const CALLER_TIMEOUT = TIMEOUT + 5 * SECOND;
/** Reserved for the status line and headers. */
const HEAD_ROOM = 1024;
const NOT_FOLLOWED =
  '[The server redirects to another origin, which nobody has agreed to yet. Nothing was sent there. To follow, call http_fetch with that address.]';

const TEXT_TYPE = /^(text\/|application\/([\w.+-]+\+)?(json|xml|yaml|javascript|x-ndjson|x-www-form-urlencoded))/;

export const httpFetch = (fetch: EgressFetch) =>
  builtin({
    name: 'http_fetch',
    description: 'Sends a request to a public https address and returns status, content type and text (at most 64 KB).',
    schema: httpRequestSchema,
    ...httpJudgement,
    timeoutMs: CALLER_TIMEOUT,
    run: async (asked, { idempotencyKey, signal }) => {
      const { url, method, headers, body } = asked;
      const sent = new Headers();
      try {
        for (const [name, value] of Object.entries(headers)) sent.set(name, value);
      } catch {
        // `Headers` throws a TypeError that quotes its own code; this says it for the model.
        return failed('A header has a name or a value that HTTP does not allow.');
      }
      if (!onlyReads(asked)) sent.set('idempotency-key', idempotencyKey);
      try {
        const init = { method, headers: sent, signal, ...(body !== undefined && { body }) };
        return await resultOf(await fetch(url, init, { timeoutMs: TIMEOUT }));
      } catch (error) {
        if (!(error instanceof EgressError)) throw error;
        if (error.sent && !mayRepeat(asked)) throw new OutcomeUnknown(error.message, { cause: error });
        return failed(error.message);
      }
    },
  });

const resultOf = async (response: Response): Promise<ToolResult> => {
  const elsewhere = redirectOf(response);
  if (elsewhere !== undefined) {
    await response.body?.cancel();
    return succeeded(`HTTP ${response.status}\nlocation: ${elsewhere.slice(0, MAX_ADDRESS_LENGTH)}\n\n${NOT_FOLLOWED}`);
  }
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
