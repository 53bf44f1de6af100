import * as z from 'zod';
import { restored } from '../../shared/core/scope.ts';
import { type PushOrder, postLines } from '../../shared/events/index.ts';

const orderSchema: z.ZodType<PushOrder> = z.strictObject({
  user_id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  connections: z.array(z.string()).min(1),
  lines: z.array(z.string()).min(1),
});

/** Posts the lines of one session to some of its connections; its caller has more than it can serve at once. */
export const handler = async (event: unknown): Promise<void> => {
  const order = orderSchema.parse(event);
  await postLines(restored(order), order.session_id, { connections: order.connections, lines: order.lines });
};
