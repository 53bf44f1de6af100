import { MethodNotAllowed, NotFound } from '../../shared/core/errors.ts';
import { partOfKey } from '../../shared/core/scope.ts';
import { exchangeOf, type RestMiddleware } from '../routing/exchange.ts';
import type { Router } from '../routing/router.ts';

/** Finds the operation. A variable in the path that could not be part of a key is not found, before anything is read. */
export const route = (router: Router): RestMiddleware => ({
  before: ({ event }) => {
    const exchange = exchangeOf(event);
    const match = router.match(event.httpMethod, event.path);
    if (match.kind === 'nowhere') throw new NotFound('There is nothing at this path.');
    if (match.kind === 'operation') {
      exchange.operation = match.operation;
      exchange.params = match.params;
      if (match.operation.paramsInKeys) for (const value of Object.values(match.params)) partOfKey(value);
      return;
    }
    exchange.replyHeaders.allow = match.allow.join(', ');
    if (match.kind === 'wrong method') throw new MethodNotAllowed(`${event.httpMethod} is not possible at this path.`);
    exchange.replyHeaders['access-control-allow-methods'] = match.allow.join(', ');
    exchange.standing = { statusCode: 204, body: '' };
  },
});
