import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { Defect } from '../../shared/core/errors.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { log } from '../../shared/observability/log.ts';
import { MAX_PACKED_BYTES, packReply, type Reply, ShellPool, unpackJob } from '../../shared/sandbox/index.ts';

const callSchema = z.strictObject({ user_id: z.string().min(1), job: z.string().min(1) });

/** Where Lambda keeps environments apart by user, it says whose this one is. */
type TenantContext = Context & { tenantId?: string };

const pool = new ShellPool();

/** Runs one command behind the wall `light`. Neither it nor its output is logged. */
export const handler = async (
  event: unknown,
  context: TenantContext,
): Promise<{ reply: string } | { tooLarge: number }> => {
  const call = callSchema.parse(event);
  if (context.tenantId !== undefined && context.tenantId !== call.user_id)
    throw new Defect('This environment serves another user.');
  return beginInvocation({ invocation_id: context.awsRequestId }, async () => {
    const reply = await pool.run(call.user_id, unpackJob(call.job), new AbortController().signal);
    log.info('command ended', fieldsOf(reply));
    const packed = packReply(reply);
    return packed.length > MAX_PACKED_BYTES ? { tooLarge: packed.length } : { reply: packed };
  });
};

const fieldsOf = (reply: Reply): Record<string, unknown> => {
  if (reply.kind !== 'ran') return { kind: reply.kind };
  const { kind, exit, killed, durationMs, changed, output } = reply;
  return { kind, exit, killed, duration_ms: Math.round(durationMs), changed: changed.length, output: output.length };
};
