import type { Context } from 'aws-lambda';
import { Defect } from '../../shared/core/errors.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { log } from '../../shared/observability/log.ts';
import { answerCall, Carried, callSchema, type Job, type Reply, ShellPool } from '../../shared/sandbox/index.ts';

/** Where Lambda keeps environments apart by user, it says whose this one is. */
type TenantContext = Context & { tenantId?: string };

const pool = new ShellPool();
const carried = new Carried();

/** Runs one command behind the wall `light`, or takes a piece of its files. Neither it nor its output is logged. */
export const handler = async (event: unknown, context: TenantContext): Promise<object> => {
  const call = callSchema.parse(event);
  if (context.tenantId !== undefined && context.tenantId !== call.user_id)
    throw new Defect('This environment serves another user.');
  return beginInvocation({ invocation_id: context.awsRequestId }, () => answerCall(call, { carried, run }));
};

const run = async (user: string, job: Job): Promise<Reply> => {
  const reply = await pool.run(user, job, new AbortController().signal);
  log.info('command ended', fieldsOf(reply));
  return reply;
};

const fieldsOf = (reply: Reply): Record<string, unknown> => {
  if (reply.kind !== 'ran') return { kind: reply.kind };
  const { kind, exit, killed, durationMs, changed, output } = reply;
  return { kind, exit, killed, duration_ms: Math.round(durationMs), changed: changed.length, output: output.length };
};
