import * as z from 'zod';
import { DAY, isoTime } from '../../core/clock.ts';
import { inDollars } from '../../core/dollars.ts';
import type { UserScope } from '../../core/scope.ts';
import { queryPage, ranges } from '../../store/index.ts';
import { type Charge, readCharge } from './charge.ts';

const count = z.number();

/** What the calls of models in one session used, those of its agents' memories among them. `cost` is in USD. */
export const sessionUsageSchema = z
  .object({
    /** Null: calls that belong to no session. */
    session_id: z.string().nullable(),
    project_id: z.string(),
    calls: count,
    failed_calls: count,
    /** Of all calls together. */
    call_milliseconds: count,
    prompt_tokens: count,
    completion_tokens: count,
    cost: count,
    first_call_at: z.string(),
    last_call_at: z.string(),
  })
  .meta({ id: 'SessionUsage' });
export type SessionUsage = z.infer<typeof sessionUsageSchema>;

/** A page sums over so many calls: some 3 MB of the table. */
const CALLS_A_PAGE = 5_000;
const BATCH_SIZE = 1_000;

type Wish = { since: string; until: string; after?: string | undefined };

/**
 * What was used from one day to another, both included, by session, the latest used first. It is summed up from the
 * calls themselves, which are kept for 90 days; where there are more than a page has, the sums of all pages are added up.
 * `after` and `next` are sort keys.
 */
export const usageBySession = async (
  user: UserScope,
  { since, until, after }: Wish,
): Promise<{ items: SessionUsage[]; next: string | undefined }> => {
  const range = ranges.chargesBetween(user, { since: Date.parse(since), until: Date.parse(until) + DAY - 1 });
  // A cursor of other days: nothing of these follows it.
  if (after !== undefined && (after < range.from || after > range.to)) return { items: [], next: undefined };
  const charges: Charge[] = [];
  let next = after;
  do {
    const page = await queryPage({ ...range, newestFirst: true, limit: BATCH_SIZE, ...(next && { after: next }) });
    charges.push(...page.items.map(readCharge));
    next = page.next;
  } while (next !== undefined && charges.length < CALLS_A_PAGE);
  const bySession = Map.groupBy(charges, ({ project_id, session = '' }) => `${project_id} ${session}`);
  return { items: [...bySession.values()].map(sumOf), next };
};

const total = (charges: Charge[], figure: (charge: Charge) => number): number =>
  charges.reduce((sum, charge) => sum + figure(charge), 0);

/** The charges are in order, the newest first. */
const sumOf = (charges: Charge[]): SessionUsage => {
  const [newest, oldest] = [charges[0], charges.at(-1)] as [Charge, Charge];
  return {
    session_id: newest.session ?? null,
    project_id: newest.project_id,
    calls: charges.length,
    failed_calls: charges.filter(({ outcome }) => outcome !== 'answered').length,
    call_milliseconds: total(charges, ({ milliseconds }) => milliseconds),
    prompt_tokens: total(charges, ({ prompt_tokens }) => prompt_tokens),
    completion_tokens: total(charges, ({ completion_tokens }) => completion_tokens),
    cost: inDollars(total(charges, ({ money }) => money)),
    first_call_at: isoTime(oldest.at),
    last_call_at: isoTime(newest.at),
  };
};
