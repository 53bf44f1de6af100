import { SECOND } from '../../../core/clock.ts';
import { pause } from '../../../core/jitter.ts';
import { ModelError } from '../../call/model-error.ts';
import type { Deadline } from '../../http/deadline.ts';
import { isEventStream } from '../../http/guarded-body.ts';
import { guardedFetch } from '../../http/guarded-fetch.ts';
import type { Patience } from '../../settings/provider.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import { modelFailure } from '../failures.ts';
import { type ErrorBody, failureOf } from './errors.ts';
import { eventsOfMessage, type MessageEvent, messageEvents } from './events.ts';
import type { MessageRequest } from './request.ts';

/** Source: https://platform.claude.com/docs/en/api/versioning */
const VERSION = '2023-06-01';

const LONGEST_PAUSE = 8 * SECOND;

/** The events of the answer, streamed or not, as the server likes. */
export const opened = async (
  request: MessageRequest,
  provider: Endpoint,
  patience: Patience,
  deadline: Deadline,
): Promise<AsyncIterable<MessageEvent>> => {
  const response = await answered(request, provider, patience, deadline);
  deadline.met();
  if (response.body && isEventStream(response)) return messageEvents(response.body);
  const type = response.headers.get('content-type') ?? '';
  if (/^application\/json\b/i.test(type)) return streamOf(eventsOfMessage(await response.text()));
  await response.body?.cancel();
  throw new ModelError('malformed', { cause: new Error(`A message was asked for; ${type} came.`) });
};

async function* streamOf(events: Iterable<MessageEvent>): AsyncGenerator<MessageEvent> {
  yield* events;
}

/** Asks until it is answered, or a further attempt is of no use or not allowed any more. */
const answered = async (
  request: MessageRequest,
  provider: Endpoint,
  { timeout, idle = timeout, retries }: Patience,
  { signal }: Deadline,
): Promise<Response> => {
  const ask = guardedFetch({ first: timeout, idle });
  const init: RequestInit = {
    method: 'POST',
    headers: headersOf(provider),
    body: JSON.stringify(request),
    signal,
    // The key goes where the operator said, nowhere else.
    redirect: 'error',
  };
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attempted(() => ask(addressOf(provider), init));
    if ('response' in outcome) return outcome.response;
    const { failure, isFinal } = outcome;
    if (isFinal || attempt >= retries || signal.aborted) throw failure;
    await pause(pauseAfter(failure, attempt), signal);
    signal.throwIfAborted();
  }
};

type Outcome = { response: Response } | { failure: unknown; isFinal: boolean };

const attempted = async (ask: () => Promise<Response>): Promise<Outcome> => {
  let response: Response;
  try {
    response = await ask();
  } catch (error) {
    const failure = modelFailure(error, false);
    return { failure, isFinal: !(failure instanceof ModelError && failure.kind === 'temporary') };
  }
  if (response.ok) return { response };
  const failure = failureOf(bodyOf(await response.text()), response);
  return { failure, isFinal: failure.kind === 'permanent' || response.headers.get('x-should-retry') === 'false' };
};

/** From three quarters of it to all, so that containers do not come back all at once. */
const pauseAfter = (failure: unknown, attempt: number): number =>
  failure instanceof ModelError && failure.retryAfter !== undefined
    ? failure.retryAfter * SECOND
    : Math.min(LONGEST_PAUSE, (SECOND / 2) * 2 ** attempt) * (1 - Math.random() / 4);

const bodyOf = (text: string): ErrorBody => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    // A proxy's page, or nothing: the status says enough.
    return {};
  }
};

/** The official client's base has no version; with one, as OpenAI's has it, it is the same place. */
const addressOf = ({ baseUrl }: Endpoint): string => `${baseUrl.replace(/\/+$/, '').replace(/\/v1$/, '')}/v1/messages`;

const headersOf = ({ apiKey }: Endpoint): Record<string, string> => ({
  'content-type': 'application/json',
  'anthropic-version': VERSION,
  ...(apiKey && { 'x-api-key': apiKey }),
});
