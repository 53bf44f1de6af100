import * as z from 'zod';
import { epochSeconds, HOUR } from '../../core/clock.ts';
import { cacheKeys, deleteItem, getItem, putItem, SCHEMA_VERSION } from '../../store/index.ts';
import type { Place } from '../level.ts';

/** One container's right to load a value. `fence` is of this claim alone. */
export type Lease = { place: Place; fence: string };

export type Claim = { won: true; lease: Lease } | { won: false; fence: string };

const isFree = 'attribute_not_exists(#pk) or #held_until <= :now';
/** For whoever has watched one claim for as long as a lease lasts: by its own clock it is over, whatever that of its holder says. */
const isFreeOrOverdue = `${isFree} or #fence = :watched`;

const itemSchema = z.object({ fence: z.string() });

type Wanted = { fence: string; owner: string; now: number; duration: number; watched?: string | undefined };

/** Takes the lease, if nobody has it or it is over. `owner` says which container it was, for whoever looks into the table. */
export const claim = async (place: Place, { fence, owner, now, duration, watched }: Wanted): Promise<Claim> => {
  const key = cacheKeys.load(place.scope, place.name);
  const held_until = now + duration;
  const item = { ...key, v: SCHEMA_VERSION, owner, fence, held_until, expires_at: epochSeconds(held_until + HOUR) };
  const outcome = await putItem(item, {
    when: watched === undefined ? isFree : isFreeOrOverdue,
    values: { now, watched },
  });
  if (outcome.ok) return { won: true, lease: { place, fence } };
  return { won: false, fence: itemSchema.safeParse(outcome.items[0]).data?.fence ?? '' };
};

const inMyFence = '#fence = :fence';

/** Gives the lease back without a value. Another's is left alone. */
export const release = async ({ place, fence }: Lease): Promise<void> => {
  await deleteItem(cacheKeys.load(place.scope, place.name), { when: inMyFence, values: { fence } });
};

/** Whether the lease has not gone to another meanwhile. */
export const isMine = async ({ place, fence }: Lease): Promise<boolean> => {
  const item = await getItem(cacheKeys.load(place.scope, place.name));
  return itemSchema.safeParse(item).data?.fence === fence;
};
