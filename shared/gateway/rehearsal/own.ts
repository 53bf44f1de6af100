import * as z from 'zod';
import { Unprocessable } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { DryRun } from '../chain/dry-run.ts';
import { policiesOf } from '../policies/build.ts';
import { checkPolicies } from '../policies/check.ts';
import { imposedOn } from '../policies/imposed.ts';
import { beyond, ownPoliciesSchema } from '../policies/own/settings.ts';
import { ownItemOf, parsedOwn } from '../policies/own/stored.ts';
import { tightened } from '../policies/own/tighten.ts';
import type { ChainSetting } from '../policies/settings.ts';
import { rehearsalResultSchema, rehearse, type Supposed, supposed } from './rehearse.ts';

export const ownRehearsalSchema = z
  .object({
    policies: ownPoliciesSchema.shape.policies
      .optional()
      .describe('Own policies to try before they are stored; without them the stored ones.'),
    switched_off: ownPoliciesSchema.shape.switched_off.optional(),
    ...supposed,
  })
  .meta({ id: 'OwnPolicyRehearsal' });
type OwnRehearsal = z.infer<typeof ownRehearsalSchema>;

export const ownRehearsalResultSchema = rehearsalResultSchema
  .extend({
    not_tried: z
      .array(z.string())
      .describe('Policies of the chain that were left out: they would ask a model, or give an answer that was kept.'),
  })
  .meta({ id: 'OwnPolicyRehearsalResult' });

const needsMore = ({ kind }: ChainSetting): boolean => kind === 'judge' || kind === 'answers';

const nobody = (): never => {
  throw new Error('A rehearsal of a person asks no model.');
};

/**
 * What the policies that would hold for a person, with the changes they think of, would do to a conversation. It shows
 * them nothing that a call would not: all texts are their own.
 *
 * @throws Unprocessable naming each entry that is not valid or not theirs to set, as storing it would
 */
export const rehearseOwn = async (
  project: ProjectScope,
  { policies, switched_off, ...given }: OwnRehearsal & Supposed,
  signal?: AbortSignal,
): Promise<DryRun & { not_tried: string[] }> => {
  const { user } = project;
  if (policies) await checkPolicies(policies);
  const [decided, item] = await Promise.all([imposedOn(user), ownItemOf(user)]);
  const stored = parsedOwn(item);
  const errors = beyond(
    { policies: policies ?? [], switched_off: switched_off ?? [] },
    { may: decided.may, imposed: decided.policies },
  );
  if (errors.length > 0) throw new Unprocessable('Some of the policies are not yours to set.', { errors });
  const own = { policies: policies ?? stored.policies, switched_off: switched_off ?? stored.switched_off };
  const chain = tightened(decided.policies, own, decided.may.switch_off);
  const tried = policiesOf(
    chain.filter((one) => !needsMore(one)),
    nobody,
  );
  const result = await rehearse(given, tried, { project, signal });
  return { ...result, not_tried: chain.filter(needsMore).map(({ name }) => name) };
};
