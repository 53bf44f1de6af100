import * as z from 'zod';
import { type Clock, systemClock } from '../../core/clock.ts';
import { isId, ulidOf } from '../../core/ids.ts';
import type { UserScope } from '../../core/scope.ts';
import { getItem, queryFiltered, ranges, userKeys } from '../../store/index.ts';
import { detailsSchema, isKept, type ModelCallRecord, missing, modelCallSchema, openedDetails } from './model-calls.ts';
import type { Details } from './trace.ts';

const [finding, change] = [detailsSchema.shape.findings.element, detailsSchema.shape.changes.element];

/** What a person sees of their own call: as an administrator does, but for what an imposed policy took out of the answer. */
export const ownDetailsSchema = z
  .object({
    call: modelCallSchema,
    findings: z.array(finding),
    changes: z.array(
      change.extend({ before: change.shape.before.optional(), after: change.shape.after.optional() }).meta({
        id: 'OwnPolicyReplacement',
        description:
          '`before` and `after` are absent where they would show what an imposed policy kept from the person.',
      }),
    ),
    truncated: z.boolean(),
  })
  .meta({ id: 'OwnModelCallDiff' });
export type OwnDetails = z.infer<typeof ownDetailsSchema>;

/** The person's calls about which policies decided something, newest first; `after` and `next` are sort keys. */
export const listOwnCalls = (
  user: UserScope,
  { limit, after, oldestFirst = false }: { limit: number; after?: string | undefined; oldestFirst?: boolean },
  clock: Clock = systemClock,
): Promise<{ items: ModelCallRecord[]; next: string | undefined }> =>
  queryFiltered(
    { ...ranges.ownModelCalls(user), limit, newestFirst: !oldestFirst, ...(after !== undefined && { after }) },
    (items) => items.map((item) => (isKept(item, clock) ? modelCallSchema.parse(item) : undefined)),
  );

/** @throws NotFound for a call that is not theirs, too */
export const findOwnCall = async (user: UserScope, id: string, clock: Clock = systemClock): Promise<OwnDetails> => {
  const item = isId('cal', id) ? await getItem(userKeys.modelCall(user, ulidOf(id))) : undefined;
  if (!item || !isKept(item, clock)) throw missing();
  const call = modelCallSchema.parse(item);
  return { call, ...shownToOwner(call, await openedDetails(item, call)) };
};

/**
 * What administrators impose would be worth nothing if the record showed what it took away. So nothing is shown of an answer
 * that was refused, or of a change to an answer by an imposed policy, before or after: a later policy may have taken away
 * what stands in it. `pii` is the exception: on the way back it puts in the person's own words. A judge's reason
 * speaks of its question, which is not the person's to read.
 */
export const shownToOwner = (
  { outcome, decisions }: Pick<ModelCallRecord, 'outcome' | 'decisions'>,
  { findings, changes, truncated }: Details,
): Omit<OwnDetails, 'call'> => {
  const isOwn = (policy: string): boolean => policy.startsWith('own:');
  const restores = (policy: string): boolean => decisions.some((one) => one.policy === policy && one.kind === 'pii');
  const reached = outcome === 'answered' || outcome === 'left';
  const mayRead = ({ policy, phase }: { policy: string; phase: string }): boolean =>
    phase === 'request' || (reached && (isOwn(policy) || restores(policy)));
  return {
    findings: findings.map(({ reason, ...one }) => ({ ...one, ...(reason && isOwn(one.policy) && { reason }) })),
    changes: changes.map((one) => {
      if (mayRead(one)) return one;
      const { policy, phase, place } = one;
      return { policy, phase, place };
    }),
    truncated,
  };
};
