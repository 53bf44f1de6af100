import type { Resource } from '../../template/resource.ts';
import { toldApart } from './rest/apis.ts';
import { gatewayResponseRefusals } from './rest/gateway-responses.ts';
import { restRefusals } from './rest/refusals.ts';
import { socketRefusals } from './socket/api.ts';

/**
 * One sentence for each thing in the template that API Gateway would refuse at deployment, or that this gateway would
 * otherwise have to ignore. Empty for a template that can be served.
 */
export function refusals(resources: Resource[], ports?: Record<string, number>): string[] {
  const { first, beside } = toldApart(resources, ports);
  const refusedOf = (one: Resource[]) => [...restRefusals(one), ...gatewayResponseRefusals(one)];
  return [...refusedOf(first), ...beside.flatMap((one) => refusedOf(one.resources)), ...socketRefusals(resources)];
}
