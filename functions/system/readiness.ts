import { SECOND } from '../../shared/core/clock.ts';
import { log } from '../../shared/observability/log.ts';
import type { Dependency, DependencyState } from './dependency.ts';

export type Readiness = {
  status: 'ready' | 'degraded' | 'unavailable';
  dependencies: { name: string; state: DependencyState }[];
};

/** Half of what a load balancer usually waits; all dependencies are checked in parallel. */
const PROBE_TIMEOUT = 2 * SECOND;

const stateOf = async (dependency: Dependency, timeoutMs: number): Promise<DependencyState> => {
  const signal = AbortSignal.timeout(timeoutMs);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([dependency.check(signal), late]);
  } catch (error) {
    log.warn('dependency not available', { dependency: dependency.name, error: error as Error });
    return 'unavailable';
  }
};

/** `unavailable` if a vital dependency is missing, `degraded` if another one is; each is listed by name. */
export const readiness = async (dependencies: Dependency[], timeoutMs = PROBE_TIMEOUT): Promise<Readiness> => {
  const states = await Promise.all(dependencies.map((dependency) => stateOf(dependency, timeoutMs)));
  const missing = dependencies.filter((_, at) => states[at] !== 'ok');
  const status = missing.some(({ vital }) => vital) ? 'unavailable' : missing.length > 0 ? 'degraded' : 'ready';
  return { status, dependencies: dependencies.map(({ name }, at) => ({ name, state: states[at] ?? 'unavailable' })) };
};
