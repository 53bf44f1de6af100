import * as z from 'zod';
import { type Clock, DAY, epochSeconds, isoTime, SECOND, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import { isId, newId, ulidOf } from '../../core/ids.ts';
import { restored } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import {
  getItem,
  type Item,
  pointerKeys,
  putItem,
  queryFiltered,
  ranges,
  SCHEMA_VERSION,
  userKeys,
} from '../../store/index.ts';
import { seal, unseal } from '../../vault/index.ts';
import { failureSite } from './failure-site.ts';
import type { FinishedCall } from './finished-call.ts';
import type { Details } from './trace.ts';

const RETENTION = 30 * DAY;

const decisionSchema = z
  .object({
    policy: z.string(),
    kind: z.string(),
    phase: z.enum(['request', 'response']),
    action: z.enum(['changed', 'found', 'refused', 'left_out', 'failed']),
  })
  .meta({ id: 'PolicyDecision' });

/** A call about which policies decided something: everything but its contents. */
export const modelCallSchema = z
  .object({
    id: z.string(),
    user_id: z.string(),
    project_id: z.string(),
    agent: z.string().optional(),
    session_id: z.string().optional(),
    purpose: z.string(),
    model: z.string().optional(),
    outcome: z.enum(['answered', 'refused', 'failed', 'left']),
    decisions: z.array(decisionSchema),
    at: z.string(),
  })
  .meta({ id: 'ModelCall' });
export type ModelCallRecord = z.infer<typeof modelCallSchema>;

export const detailsSchema = z
  .object({
    findings: z.array(
      z
        .object({
          policy: z.string(),
          phase: z.string(),
          what: z.string(),
          place: z.string().optional(),
          probability: z.number().optional(),
          reason: z.string().optional(),
        })
        .meta({ id: 'PolicyFinding' }),
    ),
    changes: z.array(
      z
        .object({ policy: z.string(), phase: z.string(), place: z.string(), before: z.string(), after: z.string() })
        .meta({ id: 'PolicyReplacement' }),
    ),
    truncated: z.boolean(),
  })
  .meta({ id: 'PolicyTrace' });

const sealedDetails = z.object({ data_key: z.instanceof(Uint8Array), sealed: z.instanceof(Uint8Array) });

const contextOf = ({ user_id, project_id, id }: ModelCallRecord) => ({ user: user_id, project: project_id, call: id });

const dayOf = (milliseconds: number): string => isoTime(milliseconds).slice(0, 10);

/**
 * Keeps what policies decided about a call: the decisions in the user's partition and in the day's list, the contents behind
 * them sealed. A call about which nothing was decided leaves no record. If the record cannot be written the person still
 * gets the answer, and the decisions are in the log.
 */
export const recordCall = async ({ call, outcome, trace }: FinishedCall, clock: Clock = systemClock): Promise<void> => {
  if (trace.decisions.length === 0) return;
  const now = clock.now();
  const { scope, agent, session, purpose, model } = call;
  const record: ModelCallRecord = {
    id: newId('cal', now),
    user_id: scope.userId,
    project_id: scope.projectId,
    ...(agent !== undefined && { agent }),
    ...(session !== undefined && { session_id: session }),
    purpose,
    ...(model !== undefined && { model }),
    outcome,
    decisions: trace.decisions,
    at: isoTime(now),
  };
  try {
    await keep(record, trace.details, now);
  } catch (error) {
    log.error('model call not recorded', { ...record, ...failureSite(error) });
  }
};

const keep = async (record: ModelCallRecord, details: Details, now: number): Promise<void> => {
  const user = restored(record).user;
  const common = { v: SCHEMA_VERSION, ...record, expires_at: epochSeconds(now + RETENTION) };
  const sealed = await seal(JSON.stringify(details), contextOf(record));
  // The pointer last, so that whatever the list names exists.
  await putItem({ ...userKeys.modelCall(user, ulidOf(record.id)), ...common, ...sealed });
  await putItem({ ...pointerKeys.modelCall(dayOf(now), ulidOf(record.id)), ...common });
};

/** The calls of one day, newest first; `after` and `next` are sort keys. */
export const listCalls = async (
  day: string,
  { limit, after, oldestFirst = false }: { limit: number; after?: string; oldestFirst?: boolean },
  clock: Clock = systemClock,
): Promise<{ items: ModelCallRecord[]; next: string | undefined }> => {
  return queryFiltered(
    { ...ranges.modelCalls(day), limit, newestFirst: !oldestFirst, ...(after !== undefined && { after }) },
    (items) => items.map((item) => (isKept(item, clock) ? modelCallSchema.parse(item) : undefined)),
  );
};

/** One call with what policies changed, before and after, for an administrator. */
export const findCall = async (
  id: string,
  clock: Clock = systemClock,
): Promise<{ call: ModelCallRecord; details: Details }> => {
  const pointer = isId('cal', id) ? await getItem(pointerKeys.modelCall(dayOf(timeOf(id)), ulidOf(id))) : undefined;
  if (!pointer || !isKept(pointer, clock)) throw missing();
  const call = modelCallSchema.parse(pointer);
  const item = await getItem(userKeys.modelCall(restored(call).user, ulidOf(id)));
  if (!item) throw missing();
  return { call, details: await openedDetails(item, call) };
};

/** What its record holds besides, opened. */
export const openedDetails = async (item: Item, call: ModelCallRecord): Promise<Details> =>
  detailsSchema.parse(JSON.parse(await unseal(sealedDetails.parse(item), contextOf(call)))) as Details;

/** The table takes away what has expired a while after that. */
export const isKept = (item: Item, clock: Clock): boolean => Number(item.expires_at) * SECOND > clock.now();

export const missing = (): NotFound => new NotFound('There is no record of this call.');

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The millisecond in an id: the first ten digits of its ULID. */
const timeOf = (id: string): number =>
  [...ulidOf(id).slice(0, 10)].reduce((time, digit) => time * 32 + CROCKFORD.indexOf(digit), 0);
