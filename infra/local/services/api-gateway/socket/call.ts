import type { InvokePermissions } from '../../iam/permissions.ts';
import type { Invoker } from '../../lambda/invoker.ts';
import { orAborted } from '../abort.ts';
import { GATEWAY_SERVICE } from '../integration.ts';
import type { Limits } from '../limits.ts';
import type { Timers } from '../timers.ts';
import type { SocketRoute } from './api.ts';
import type { SocketEvent } from './event.ts';

/** The function did not answer in time; it goes on all the same, as it does in AWS. */
export class EndpointTimedOut extends Error {
  override readonly name = 'EndpointTimedOut';
}

export type CallOptions = { invoker: Invoker; permissions: InvokePermissions; limits: Limits; timers: Timers };

/** Calls a route's function and gives what it returned. @throws EndpointTimedOut, InvokeDenied, or the invoker's error */
export async function callRoute(
  route: SocketRoute,
  event: SocketEvent,
  { invoker, permissions, limits, timers }: CallOptions,
): Promise<unknown> {
  const { functionName, sourceArn } = route;
  permissions.check({ functionName, service: GATEWAY_SERVICE, sourceArn });
  const waiting = new AbortController();
  const ms = Math.min(route.timeoutMs, limits.integrationMs);
  const problem = `${functionName} did not finish within ${ms} ms`;
  const cancel = timers.after(ms, () => waiting.abort(new EndpointTimedOut(problem)));
  const result = await orAborted(invoker.invoke(functionName, event), waiting.signal).finally(cancel);
  if (result.kind !== 'payload') throw new Error(`${functionName} answered with a stream`);
  return result.payload;
}

/** What the gateway tells a client whose message or handshake failed. */
export function failureMessage(error: unknown): string {
  return error instanceof EndpointTimedOut ? 'Endpoint request timed out' : 'Internal server error';
}
