import type { Silence } from '../settings/upstreams.ts';
import { guarded } from './guarded-body.ts';
import { refusal } from './refusal.ts';

/** A longer wait is not sat out inside a function that is paid for waiting: the caller comes again. Seconds. */
const LONGEST_RETRY_AFTER = 5;
/** Of an error's text, in characters, this much is read. */
const LONGEST_REFUSAL = 64 * 1024;

/**
 * `fetch` for a client that tries again by itself: bodies are guarded, and a refusal that will not go better a moment
 * later says so in the header the client heeds (`x-should-retry`).
 */
export const guardedFetch =
  (silence: Silence): typeof fetch =>
  async (input, init) => {
    const response = guarded(await fetch(input, init), silence);
    if (response.ok) return response;
    const { status, statusText } = response;
    const headers = new Headers(response.headers);
    const text = await beginning(response);
    const { kind, retryAfter = 0 } = refusal(status, headers, codeOf(text));
    if (kind === 'permanent' || retryAfter > LONGEST_RETRY_AFTER) headers.set('x-should-retry', 'false');
    return new Response(text || null, { status, statusText, headers });
  };

const beginning = async ({ body }: Response): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body ?? []) {
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
