import { matchesModel } from '../../core/model-pattern.ts';
import type { Timeouts } from '../settings/provider.ts';
import type { StreamTimeouts, Upstream } from '../settings/upstreams.ts';
import type { Candidate } from './candidates.ts';
import type { ModelLatency } from './latency.ts';

/** What the provider secret says of the model, else what holds for all. */
export const configuredTimeouts = ({ upstream, model }: Candidate, timeouts: Timeouts): Timeouts => {
  const own = ofModel(upstream, model);
  const { firstByte, idle = firstByte } = timeouts;
  return { ...timeouts, firstByte: own.firstByte ?? firstByte, idle: own.idle ?? idle };
};

/** The same, adapted to how long this model has lately taken. */
export const adaptiveTimeouts = (candidate: Candidate, timeouts: Timeouts, latency: ModelLatency): Timeouts => {
  const { firstByte, idle = firstByte, retries } = configuredTimeouts(candidate, timeouts);
  return { firstByte: latency.firstByte.timeout(firstByte), idle: latency.idle.timeout(idle), retries };
};

const ofModel = ({ timeouts }: Upstream, model: string): Partial<StreamTimeouts> =>
  timeouts.find(([pattern]) => matchesModel(pattern, model))?.[1] ?? {};
