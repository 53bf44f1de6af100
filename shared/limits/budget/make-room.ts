import { QuotaExceeded, TooManyRequests } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { Item } from '../../store/index.ts';
import { putItem, updateItem, userKeys } from '../../store/index.ts';
import type { Tier } from '../tier/tiers.ts';
import type { Amount } from './amount.ts';
import { lacking, minus, PARTS, plus, valuesOf } from './amount.ts';
import type { Budget, Reservation } from './item.ts';
import { newBudget, readBudget, reserved, secondsToNextMonth } from './item.ts';
import { abandon } from './settle.ts';

/** Calls in progress end within seconds, so a client may retry soon. */
export const RETRY_AFTER_SECONDS = 5;

/** Removes an obstacle to the reservation, so that another attempt makes sense; throws if it cannot. */
export const makeRoom = async (
  { project, month, key, open }: Reservation,
  { item, tier, now }: { item: Item | undefined; tier: Tier; now: number },
): Promise<'again' | 'reserved'> => {
  if (!item) {
    await putItem(newBudget(project, { month, limit: tier.month, now }), { when: 'attribute_not_exists(#pk)' });
    return 'again';
  }
  const budget = readBudget(item);
  const earlier = budget.open[key];
  // The SDK repeats a write whose reply was lost, and then finds its own reservation.
  if (earlier?.charge === open.charge) return 'reserved';
  if (earlier) {
    await abandon({ project, month, key, open: earlier }, now);
    return 'again';
  }
  if (PARTS.some((part) => budget.limit[part] !== tier.month[part])) {
    await adoptLimit(project, budget, tier.month);
    return 'again';
  }
  refuse(budget, { tier, wanted: open, now });
  return 'again';
};

/** The user's tier has changed: the difference is added to what is left. */
export const adoptLimit = async (project: ProjectScope, budget: Budget, limit: Amount): Promise<void> => {
  const change = PARTS.flatMap((part) => [
    `#limit_${part} = :new_${part}`,
    `#left_${part} = #left_${part} + :more_${part}`,
  ]);
  await updateItem(userKeys.budget(project.user, budget.month), `SET ${change.join(', ')}`, {
    when: PARTS.map((part) => `#limit_${part} = :old_${part}`).join(' and '),
    values: {
      ...valuesOf('old', budget.limit),
      ...valuesOf('new', limit),
      ...valuesOf('more', minus(limit, budget.limit)),
    },
  });
};

/** Throws the reason; returns if the obstacle has gone meanwhile. */
export const refuse = (budget: Budget, { tier, wanted, now }: { tier: Tier; wanted: Amount; now: number }): void => {
  const retryAfter = secondsToNextMonth(now);
  const [used] = lacking(plus(budget.left, reserved(budget)), wanted);
  if (used) throw new QuotaExceeded(`This call exceeds your remaining monthly ${used}.`, { retryAfter });
  const [held] = lacking(budget.left, wanted);
  if (held) {
    const message = `Your remaining monthly ${held} are reserved for calls in progress.`;
    throw new TooManyRequests(message, { retryAfter: Math.min(RETRY_AFTER_SECONDS, retryAfter) });
  }
  if (Object.keys(budget.open).length >= tier.concurrentCalls) {
    const message = `At most ${tier.concurrentCalls} concurrent calls are allowed.`;
    throw new TooManyRequests(message, { retryAfter: Math.min(RETRY_AFTER_SECONDS, retryAfter) });
  }
};
