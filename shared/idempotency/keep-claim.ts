import { type Clock, systemClock } from '../core/clock.ts';
import { log } from '../observability/log.ts';
import { CLAIM_RENEW_INTERVAL, type RequestClaim } from './requests.ts';

/**
 * Renews a claim until `stop`. A store that cannot be reached does not end the work: the next renewal tries again.
 *
 *     first request   claims ── renews ── renews ── … ── remembers its answer
 *     its repeat                  409       409              the same answer
 */
export const keepClaim = (claim: RequestClaim, clock: Clock = systemClock): { stop(): void } => {
  const timer = setInterval(() => {
    claim
      .renew(clock.now())
      .then((held) => {
        if (held) return;
        clearInterval(timer);
        log.warn('idempotency claim lost');
      })
      .catch((error: Error) => log.warn('idempotency claim not renewed', { error }));
  }, CLAIM_RENEW_INTERVAL);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};
