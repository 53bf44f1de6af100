import type { LocalCloud } from '../../infra/local/boot/cloud.ts';
import { ENV } from '../../shared/core/environment.ts';
import type { FaultProxy } from './fault-proxy.ts';

/**
 * The environment of a function all of whose calls go through the proxy. It is read at each cold start, so that the
 * queues' names are known by then: a queue's address is also its endpoint.
 */
export const throughProxy = (
  proxy: FaultProxy,
  cloud: Pick<LocalCloud, 'environmentOf'> | undefined,
): Record<string, string> => {
  const services = proxy.addressOf('services');
  const names = ['SQS', 'S3', 'SECRETS_MANAGER', 'KMS', 'LAMBDA', 'SFN', 'SESV2'];
  const queue = (variable: string): [string, string][] => {
    const path = new URL(cloud?.environmentOf('my')[variable] ?? services).pathname;
    return path === '/' ? [] : [[variable, services + path]];
  };
  return {
    AWS_ENDPOINT_URL: services,
    ...Object.fromEntries(names.map((name) => [`AWS_ENDPOINT_URL_${name}`, services])),
    ...Object.fromEntries([...queue(ENV.agentsQueue), ...queue(ENV.timersQueue)]),
    AWS_ENDPOINT_URL_DYNAMODB: proxy.addressOf('dynamodb'),
    [ENV.socketEndpoint]: proxy.addressOf('sockets'),
  };
};
