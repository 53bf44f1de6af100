import type { Origin } from '../../shared/audit/index.ts';
import { Forbidden, NotFound, Unauthorized } from '../../shared/core/errors.ts';
import type { Identity } from '../../shared/core/identity.ts';
import { authenticateBearer, notSignedIn } from '../../shared/identity/index.ts';
import { log } from '../../shared/observability/log.ts';
import { projectNamed } from '../../shared/projects/index.ts';
import { bearerToken, requirePermission } from '../routing/credentials.ts';
import { type Exchange, exchangeOf, type RestMiddleware } from '../routing/exchange.ts';
import type { Operation } from '../routing/operation.ts';
import { senderOf } from './request-context.ts';

export type Authenticate = (token: string, origin: Origin) => Promise<Identity>;

const byBearer: Authenticate = (token, origin) => authenticateBearer(token, { origin });

/**
 * Turns the bearer token into a scope, or answers 401 or 403. Each attempt is logged with its outcome but without the token.
 * The project in the path is looked up here too, so that no operation runs in one that does not exist.
 */
export const authentication = (authenticate: Authenticate = byBearer): RestMiddleware => ({
  before: async ({ event }) => {
    const exchange = exchangeOf(event);
    const { operation } = exchange;
    if (!operation || operation.access === 'public') return;
    const origin = senderOf(event, exchange);
    const source_ip = origin.sourceIp;
    try {
      exchange.identity = await authenticate(tokenOf(exchange), origin);
      mayCall(operation, exchange.identity);
    } catch (error) {
      if (error instanceof Unauthorized || error instanceof Forbidden) {
        const user_id = exchange.identity?.scope.userId;
        log.warn('request refused', { status: error.status, reason: reasonOf(error), source_ip, user_id });
      }
      throw error;
    }
    const { scope, via, credential } = exchange.identity;
    log.info('request authenticated', { user_id: scope.userId, via, credential, source_ip });
    exchange.project = await projectOf(exchange, operation, exchange.identity);
  },
});

const tokenOf = ({ headers }: Exchange): string => {
  const token = bearerToken(headers.authorization);
  if (token === undefined) throw notSignedIn('no bearer token');
  return token;
};

const mayCall = (operation: Operation, { scope, via }: Identity): void => {
  if (operation.access === 'admin' && !scope.roles.includes('admin')) {
    throw new Forbidden('This needs the admin role.');
  }
  if (operation.personOnly && via === 'key') throw new Forbidden('This needs a signed-in person, not an API key.');
  requirePermission(scope, operation.permission);
};

const projectOf = async (exchange: Exchange, { perProject }: Operation, { scope, projectId }: Identity) => {
  const { project_id: named, ...params } = exchange.params ?? {};
  if (!perProject || named === undefined) return scope.inProject(projectId);
  exchange.params = params;
  exchange.projectNamed = named;
  const project = await projectNamed(scope, named, projectId);
  if (!project) throw new NotFound('There is no such project.');
  return project;
};

const reasonOf = ({ cause, message }: Error): string =>
  cause instanceof Error ? cause.message : String(cause ?? message);
