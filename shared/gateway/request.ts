import { SECOND } from '../core/clock.ts';
import { fullJitter, pause } from '../core/jitter.ts';
import { modelFailure, refusal } from './failures.ts';
import { guarded } from './guarded-body.ts';
import { ModelError } from './model-error.ts';
import type { Patience, ProviderSettings } from './provider.ts';

/** A longer wait is not sat out inside a function that is paid for waiting: the caller comes again. Seconds. */
const LONGEST_RETRY_AFTER = 5;
/** Of an error's text this much is read. */
const LONGEST_REFUSAL = 64 * 1024;

/**
 * Posts to the provider and answers with what it accepted, its body guarded. What may go better a moment later is tried
 * again, with the wait the provider asks for or exponential back-off; once an answer has begun, nothing is repeated.
 */
export const post = async (
  { baseUrl, apiKey }: ProviderSettings,
  path: string,
  body: unknown,
  { timeout, retries }: Patience,
  signal: AbortSignal,
): Promise<Response> => {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
    body: JSON.stringify(body),
    // The key goes where the operator said, nowhere else.
    redirect: 'error',
    signal,
  };
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptTo(`${baseUrl.replace(/\/+$/, '')}${path}`, init, timeout);
    if (outcome instanceof Response) return outcome;
    signal.throwIfAborted();
    const wait = outcome instanceof ModelError && outcome.kind === 'temporary' ? (outcome.retryAfter ?? 0) : Infinity;
    if (attempt >= retries || wait > LONGEST_RETRY_AFTER) throw outcome;
    await pause(Math.max(wait * SECOND, fullJitter(attempt, SECOND, 8 * SECOND)), signal);
  }
};

const attemptTo = async (url: string, init: RequestInit, idle: number): Promise<unknown> => {
  try {
    const response = guarded(await fetch(url, init), idle);
    if (response.ok) return response;
    return refusal(response.status, response.headers, await beginning(response));
  } catch (error) {
    return modelFailure(error, false);
  }
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
