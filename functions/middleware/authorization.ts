import { Forbidden, NotFound } from '../../shared/core/errors.ts';
import type { Identity } from '../../shared/core/identity.ts';
import { log } from '../../shared/observability/log.ts';
import { projectNamed } from '../../shared/projects/index.ts';
import { requirePermission } from '../routing/credentials.ts';
import { type Exchange, exchangeOf, type RestMiddleware } from '../routing/exchange.ts';
import type { Operation } from '../routing/operation.ts';

/**
 * Whether whoever is known by now may do this, or 403; and in which project: 404 if it does not exist, so that no operation runs
 * in one. Runs after requests were counted, so that asking for what is not one's own is bounded too.
 */
export const authorization = (): RestMiddleware => ({
  before: async ({ event }) => {
    const exchange = exchangeOf(event);
    const { operation, identity } = exchange;
    if (!operation || !identity) return;
    try {
      mayCall(operation, identity);
    } catch (error) {
      if (error instanceof Forbidden) {
        log.warn('request refused', { status: error.status, reason: error.message, user_id: identity.scope.userId });
      }
      throw error;
    }
    exchange.project = await projectOf(exchange, operation, identity);
  },
});

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
