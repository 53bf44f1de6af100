import type { APIGatewayProxyResult } from 'aws-lambda';
import { type Clock, systemClock } from '../../shared/core/clock.ts';
import { sha256 } from '../../shared/core/digest.ts';
import { BadRequest, Conflict, Unprocessable } from '../../shared/core/errors.ts';
import type { ProjectScope } from '../../shared/core/scope.ts';
import type { RecordedResponse } from '../../shared/idempotency/index.ts';
import { claimRequest, keepClaim } from '../../shared/idempotency/index.ts';
import { log } from '../../shared/observability/log.ts';
import { idempotencyKeySchema } from '../routing/description/parameters.ts';
import { type Exchange, exchangeOf, operationOf, type RestMiddleware } from '../routing/exchange.ts';

/** Headers that change what a request means: where a conversation goes on, and in which version of an API. */
export const MEANINGFUL_HEADERS = ['x-artel-session', 'x-artel-run', 'anthropic-version'] as const;

/** Stored instead of an answer with a secret in it, which is shown once and stored nowhere. */
const SHOWN_ONCE: RecordedResponse = { status: 0, headers: {}, body: '' };

/**
 * A write with an `Idempotency-Key` happens once; retries get the first answer. Public operations have no user to store an
 * answer for, and repeating them is harmless. Nothing is stored for a failed write, so that it may be tried again.
 */
export const idempotency = (clock: Clock = systemClock): RestMiddleware => ({
  before: async ({ event }) => {
    const exchange = exchangeOf(event);
    const { project, standing, headers } = exchange;
    const key = headers['idempotency-key'];
    if (key === undefined || standing || ['GET', 'HEAD'].includes(event.httpMethod)) return;
    if (!idempotencyKeySchema.safeParse(key).success)
      throw new BadRequest('An Idempotency-Key has 1 to 255 visible ASCII characters.');
    exchange.idempotencyKey = key;
    // A hash of the body would let whoever reads it guess the password.
    if (project && !operationOf(exchange).holdsPassword)
      await claim(exchange, project, { key, fingerprint: fingerprintOf(event.httpMethod, exchange), clock });
  },
  after: async ({ event, response }) => {
    const exchange = exchangeOf(event);
    exchange.claim?.stop();
    if (!exchange.claim || !response) return;
    try {
      // The domain knows what it accepted by the same key, so the repeat finds that and starts nothing.
      if (exchange.isInterim) return await exchange.claim.release();
      const once = operationOf(exchange).answersOnce;
      await exchange.claim.remember(once ? SHOWN_ONCE : answerOf(response), clock.now());
    } catch (error) {
      // The write was done and its client must learn so; the claim expires by itself.
      log.error('answer not kept for repeats', { error: error as Error });
    }
  },
  onError: async ({ event }) => {
    const { claim: held, underWay } = exchangeOf(event);
    held?.stop();
    // The time was up and the work was not: whether it will be done is not known, so the claim stands until it runs out.
    if (underWay) return;
    await held
      ?.release()
      .catch((error: unknown) => log.error('idempotency claim not released', { error: error as Error }));
  },
});

const claim = async (
  exchange: Exchange,
  project: ProjectScope,
  { key, fingerprint, clock }: { key: string; fingerprint: string; clock: Clock },
) => {
  const attempt = await claimRequest(project, key, { fingerprint, now: clock.now() });
  if (attempt.kind === 'first') {
    exchange.claim = { ...attempt.claim, ...keepClaim(attempt.claim, clock) };
    return;
  }
  if (attempt.kind === 'running') {
    throw new Conflict('A request with this Idempotency-Key is still being carried out.', { retryAfter: 1 });
  }
  if (attempt.kind === 'other request') {
    throw new Unprocessable('This Idempotency-Key was used for a request with another path, query, body or session.');
  }
  const { status, headers, body } = attempt.answer;
  if (status === SHOWN_ONCE.status) {
    throw new Conflict('This request was carried out; its answer held a secret and is not shown again.');
  }
  exchange.standing = { statusCode: status, headers: { ...headers, 'idempotency-replayed': 'true' }, body };
};

const fingerprintOf = (method: string, exchange: Exchange): string => {
  const { operation, params, input, bodyText, project, headers } = exchange;
  const meant = MEANINGFUL_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]));
  return sha256(
    JSON.stringify([method, operation?.path, project?.projectId, params, input?.query, bodyText, ...meant]),
  );
};

const answerOf = ({ statusCode, headers, body }: APIGatewayProxyResult): RecordedResponse => ({
  status: statusCode,
  headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)])),
  body,
});
