import * as z from 'zod';
import { isoTime, SECOND } from '../../core/clock.ts';
import { type Item, idIn, type Page, queryFiltered, ranges } from '../../store/index.ts';
import { findCredentials } from '../credentials/credentials.ts';
import { type Cutoff, isCutOff } from './cutoff.ts';
import type { SignedIn } from './signed-in.ts';

/** Sign-ins from before devices were noted have neither hint. */
const storedSchema = z.object({
  device: z.string().default('unknown'),
  network: z.string().default('unknown'),
  created_at: z.string(),
  rotated_at: z.number(),
  expires_at: z.number(),
});

export const signInSchema = z
  .object({
    id: z.string(),
    /** Browser and system, or the program. */
    device: z.string(),
    /** The beginning of the address it came from. */
    network: z.string(),
    created_at: z.string(),
    /** When it last got an access token. */
    last_used_at: z.string(),
    /** Whether this request came with it. */
    current: z.boolean(),
  })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof signInSchema>;

/** Sign-ins that stand, newest first; `after` and `next` are sort keys. */
export const listSignIns = async (
  { user, family }: SignedIn,
  {
    limit,
    after,
    now,
    oldestFirst = false,
  }: { limit: number; after: string | undefined; now: number; oldestFirst?: boolean },
): Promise<Page<SignIn>> => {
  const credentials = await findCredentials(user);
  const cutoff: Cutoff = { before: credentials?.ended_before ?? 0, spared: credentials?.spared };
  const range = ranges.signIns(user);
  const shown = (item: Item): SignIn | undefined => {
    const id = idIn(range, item.sk);
    const stored = storedSchema.parse(item);
    if (stored.expires_at <= now / SECOND || isCutOff(id, cutoff)) return undefined;
    const { device, network, created_at } = stored;
    return { id, device, network, created_at, last_used_at: isoTime(stored.rotated_at), current: id === family };
  };
  return await queryFiltered(
    { ...range, newestFirst: !oldestFirst, limit, ...(after !== undefined && { after }) },
    (items) => items.map(shown),
  );
};
