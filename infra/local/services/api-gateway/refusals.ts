import type { Resource } from '../../template/resource.ts';
import { gatewayResponseRefusals } from './rest/gateway-responses.ts';
import { restRefusals } from './rest/refusals.ts';
import { socketRefusals } from './socket/api.ts';

/**
 * One sentence for each thing in the template that API Gateway would refuse at deployment, or that this gateway would
 * otherwise have to ignore. Empty for a template that can be served.
 */
export function refusals(resources: Resource[]): string[] {
  return [...restRefusals(resources), ...gatewayResponseRefusals(resources), ...socketRefusals(resources)];
}
