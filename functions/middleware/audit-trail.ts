import { recordAudit, recordRefusal } from '../../shared/audit/index.ts';
import type { Clock } from '../../shared/core/clock.ts';
import { Forbidden, NotFound } from '../../shared/core/errors.ts';
import { anId } from '../../shared/core/ids.ts';
import { keyPart } from '../../shared/core/scope.ts';
import { log } from '../../shared/observability/log.ts';
import { type Exchange, exchangeOf, type RestMiddleware } from '../routing/exchange.ts';
import type { Operation } from '../routing/operation.ts';
import { senderOf } from './request-context.ts';

/**
 * The audit trail of requests. An operation that names an action leaves an entry once it has succeeded, before the answer goes
 * out; and so does, a bounded number of times an hour, whoever reaches for what is not theirs.
 */
export const auditTrail = (clock: Clock): RestMiddleware => ({
  after: async ({ event, response }) => {
    const exchange = exchangeOf(event);
    const { operation, identity } = exchange;
    // What stood before the operation ran is the answer to a repeat.
    if (!operation?.audit || !identity || exchange.standing || !response || response.statusCode >= 300) return;
    const target = [routeOf(operation), ...variablesOf(exchange, keyPart)].join(' ');
    await recordAudit(identity.scope, operation.audit, { ...senderOf(event, exchange), target }, clock.now());
  },
  onError: async ({ event, error }) => {
    const exchange = exchangeOf(event);
    const { operation, identity } = exchange;
    if (!operation || !identity || !isRefusal(error, operation)) return;
    // What was tried may be anybody's words; an id is nobody's.
    const attempted = variablesOf(exchange, anId).join(' ') || undefined;
    const facts = { ...senderOf(event, exchange), target: routeOf(operation), attempted };
    await recordRefusal(identity.scope, facts, clock.now()).catch((failure: unknown) =>
      // The request is refused whether or not it can be recorded.
      log.error('refusal not audited', { error: failure as Error }),
    );
  },
});

const isRefusal = (error: unknown, { path, access }: Operation): boolean =>
  (error instanceof NotFound && path.includes('{')) || (error instanceof Forbidden && access === 'admin');

/** The route, and for whoever asks later the ids in its path: `DELETE /my/keys/{id}`, `key_01JD…`. */
const routeOf = ({ method, path }: Operation): string => `${method} ${path}`;

const variablesOf = ({ params = {}, projectNamed }: Exchange, shown: RegExp): string[] =>
  [...(projectNamed === undefined ? [] : [projectNamed]), ...Object.values(params)].filter((value) =>
    shown.test(value),
  );
