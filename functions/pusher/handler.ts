import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { restored } from '../../shared/core/scope.ts';
import { type PushOrder, postLines } from '../../shared/events/index.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';

const orderSchema: z.ZodType<PushOrder> = z.strictObject({
  user_id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  connections: z.array(z.string()).min(1),
  batching: z.array(z.string()).optional(),
  lines: z.array(z.string()).min(1),
  appended: z.array(z.number()).optional(),
  request_id: z.string().optional(),
});

/** Posts the lines of one session to some of its connections; its caller has more than it can serve itself. */
export const handler = async (event: unknown, context: Context): Promise<void> => {
  const order = orderSchema.parse(event);
  const { request_id, session_id, connections, batching, lines, appended } = order;
  const batchers = new Set(batching);
  const listeners = connections.map((id) => ({ id, batches: batchers.has(id) }));
  await beginInvocation({ invocation_id: context.awsRequestId, request_id }, () =>
    postLines(restored(order), session_id, { listeners, lines, appended }),
  );
};
