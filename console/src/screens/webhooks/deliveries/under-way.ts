import type { components } from '../../../../../clients/typescript/src/index.ts';

export type Delivery = components['schemas']['WebhookDelivery'];

/**
 * Milliseconds: an attempt that is further away is not waited for. One that is under way is dated a minute ahead, when
 * another would be made if nobody told what came of it.
 */
const SOON = 90_000;

/** Whether something will be known soon that is not known yet: an attempt is under way, or about to be. */
export const isUnderWay = (deliveries: readonly Delivery[], now: number): boolean =>
  deliveries.some(
    ({ state, next_attempt_at }) =>
      state === 'pending' && (next_attempt_at === null || Date.parse(next_attempt_at) - now < SOON),
  );

/** Whether an attempt of one of them has ended since it was read. */
export const hasMoved = (known: readonly Delivery[], fresh: readonly Delivery[]): boolean =>
  fresh.some(({ id, state, attempts }) =>
    known.some((before) => before.id === id && (before.state !== state || before.attempts !== attempts)),
  );

/** What is known, with what was read anew of its beginning: new ones before it, changed ones in their places. */
export const merged = (known: readonly Delivery[], fresh: readonly Delivery[]): Delivery[] => {
  const byId = new Map(fresh.map((one) => [one.id, one]));
  const ids = new Set(known.map(({ id }) => id));
  return [...fresh.filter(({ id }) => !ids.has(id)), ...known.map((one) => byId.get(one.id) ?? one)];
};
