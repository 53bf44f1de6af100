import type { Context } from 'aws-lambda';
import { SECOND, systemClock } from '../../shared/core/clock.ts';
import { type Swept, sweep } from '../../shared/maintenance/index.ts';
import { measure } from '../../shared/monitoring/index.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { log } from '../../shared/observability/log.ts';

/** Every minute: resumes whatever is due, and sums figures up. Ends in time for the next minute's invocation. */
export const handler = async (_event: unknown, context: Context): Promise<Swept> => {
  const until = systemClock.now() + context.getRemainingTimeInMillis() - 5 * SECOND;
  return beginInvocation({ invocation_id: context.awsRequestId }, async () => {
    const swept = await sweep(until);
    if (swept.redriven + swept.failed > 0) log.info('due items swept', swept);
    // What nobody can look at must not keep anything from going on.
    await measure(until).catch((error: unknown) => log.error('figures not measured', { error: error as Error }));
    return swept;
  });
};
