import type { IncomingMessage } from 'node:http';
import { type Clock, MINUTE, SECOND } from '../../../shared/core/clock.ts';
import { pause } from '../../../shared/core/jitter.ts';
import { wholeNumber } from '../../../shared/platform/configuration.ts';
import { type Asked, type Reached, reachProgram, type Shown, tokenPlace } from '../../../shared/previews/index.ts';
import type { Answer } from '../reply.ts';
import type { PreviewRequest } from '../request.ts';
import { type Exchanged, exchange, type Sent } from './exchange.ts';
import { headersIn, headersOut, wantsPage } from './headers.ts';
import { BROKE_OFF, ENDED, LATE, NOT_LISTENING, NOT_RUNNING, TOO_LARGE } from './refusals.ts';
import { isPlainPage, withScript } from './script.ts';

/** In base64 within what Lambda takes. */
const MAX_BODY = 4 * 1024 * 1024;
/** The function may run for five minutes; an answer that goes on is cut before, from the request on: waiting for a start counts. */
const MAX_AGE = 4.5 * MINUTE;
/** How often a program that was just started is tried again until it listens. */
const TRY_INTERVAL = SECOND / 5;

type To = { asked: Asked; shown: Shown };

/** What the program of a preview answers, which is handed on as it comes. */
export const programAnswer = async (request: PreviewRequest, { asked, shown }: To, clock: Clock): Promise<Answer> => {
  if (isPreflight(request)) return preflightAnswer(request);
  if (request.body.length > MAX_BODY) return TOO_LARGE;
  const withinMs = wholeNumber('programTimeout', 30 * SECOND);
  const until = clock.now() + withinMs;
  const signal = AbortSignal.timeout(MAX_AGE);
  const reached = await reachProgram(shown, { clock, pause, signal: AbortSignal.timeout(withinMs) });
  if (!reached) return NOT_RUNNING;
  const sent = {
    method: request.method,
    path: pathOf(request, asked),
    headers: headersIn(request, asked),
    body: request.body,
  };
  const exchanged = await onceListening(reached, sent, { until, signal, clock });
  if (typeof exchanged === 'object')
    return answerFrom(exchanged.answer, request, { asked, shown, version: reached.version });
  if (exchanged === 'late') return LATE;
  if (exchanged === 'broken') return BROKE_OFF;
  return (await reached.isEnded()) ? ENDED : NOT_LISTENING;
};

/** A request that was refused was seen by nobody, so it may be sent again: a program listens a little after its start. */
const onceListening = async (
  reached: Reached,
  sent: Sent,
  { until, signal, clock }: { until: number; signal: AbortSignal; clock: Clock },
): Promise<Exchanged> => {
  for (;;) {
    const exchanged = await exchange(reached.address, sent, { withinMs: Math.max(1, until - clock.now()), signal });
    if (exchanged !== 'refused' || clock.now() + TRY_INTERVAL > until || (await reached.isEnded())) return exchanged;
    await pause(TRY_INTERVAL);
  }
};

/** Paths may come decoded, and a line of a request holds none of what is not ASCII. */
const pathOf = ({ query }: PreviewRequest, { path }: Asked): string => {
  const whole = (path.startsWith('/') ? path : `/${path}`).toWellFormed();
  return whole.replaceAll(/[^\x21-\x7e]|[#?]/gu, encodeURIComponent) + query.search();
};

const answerFrom = (
  answer: IncomingMessage,
  request: PreviewRequest,
  { asked, shown, version }: To & { version: number },
): Answer => {
  const { headers, cookies } = headersOut(answer.headers, asked);
  const body = { content: answer, leave: () => void answer.destroy() };
  const whole: Answer = { status: answer.statusCode ?? 502, headers, cookies, ...body };
  if (!wantsPage(request) || !isPlainPage(answer)) return whole;
  // Its validators are of the page without our script.
  const { etag: _, 'last-modified': __, ...rest } = headers;
  const about = { prefix: asked.prefix, ...(shown.preview.version === 'newest' && { version }) };
  return { ...whole, headers: rest, content: withScript(answer, about) };
};

/**
 * Where all previews have one host, a page is a stranger to its own program, and a browser asks first. Whoever has the address may ask
 * anything, so the answer is always yes.
 */
const isPreflight = ({ method, headers }: PreviewRequest): boolean =>
  tokenPlace() === 'path' && method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

const preflightAnswer = ({ headers }: PreviewRequest): Answer => ({
  status: 204,
  headers: {
    'access-control-allow-methods': headers['access-control-request-method'] ?? '*',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-max-age': '600',
  },
});
