import type { SpentTokens } from '../../bus/index.ts';
import { MINUTE } from '../../core/clock.ts';
import type { Progress } from '../progress.ts';
import type { BuildLimits } from '../settings.ts';
import { BoundReached } from './errors.ts';

/** Before each further model call and command. `more`: used and not recorded yet; `elapsed`: milliseconds since the last record. */
export const checkBounds = (
  limits: BuildLimits,
  { usage, worked }: Pick<Progress, 'usage' | 'worked'>,
  { more, elapsed }: { more: SpentTokens | undefined; elapsed: number },
): void => {
  const parts = [usage, more].flatMap((one) => one ?? []);
  const tokens = parts.reduce((sum, one) => sum + one.prompt_tokens + one.completion_tokens, 0);
  const cost = parts.reduce((sum, one) => sum + (one.cost ?? 0), 0);
  if (tokens >= limits.max_tokens) throw new BoundReached('tokens', `It has used its ${limits.max_tokens} tokens.`);
  if (limits.max_cost !== undefined && parts.some((one) => one.cost === undefined))
    throw new BoundReached(
      'cost',
      `What its model costs is not known, so that its ${limits.max_cost} USD cannot be kept to.`,
    );
  if (limits.max_cost !== undefined && cost >= limits.max_cost)
    throw new BoundReached('cost', `It has used its ${limits.max_cost} USD.`);
  if (worked + elapsed >= limits.max_minutes * MINUTE)
    throw new BoundReached('time', `It has worked for its ${limits.max_minutes} minutes.`);
};
