import * as z from 'zod';
import { auditItem, type Origin } from '../../audit/index.ts';
import { untilDecided } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { Unprocessable } from '../../core/errors.ts';
import { matchesModel } from '../../core/model-pattern.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { MIN_STORABLE, storableNumber } from '../../core/storable.ts';
import { defaultModel, priceOf, providerSettings } from '../../gateway/index.ts';
import { admitsModel, tierOf } from '../../limits/index.ts';
import { getItem, type Item, SCHEMA_VERSION, transact, userKeys } from '../../store/index.ts';
import { loosenings, mayLoosen, type Oversight, risks } from '../../tools/index.ts';
import { MAX_TASKS } from '../graph/graph.ts';

const approvalSchema = z.strictObject({
  /** A plan with more tasks needs approval; with 0, every plan does. */
  max_tasks: z.number().int().min(0).max(MAX_TASKS).default(20),
  /** US dollars. A plan that is estimated to cost more needs approval. */
  max_cost: storableNumber(0, 1_000).default(1),
  /** A plan whose agents may do something this risky needs approval. */
  min_risk: z.enum(['low', 'medium', 'high']).default('high'),
});

/** How a user's messages become plans, and what a plan may do without approval. */
export const orchestratorConfigSchema = z
  .strictObject({
    /** The model that plans; null for the deployment's own. */
    model: z
      .string()
      .regex(/^[\w.:/@-]{1,128}$/, 'A model name has letters, digits and . : / @ _ - only.')
      .nullable()
      .default(null),
    approval: approvalSchema.default({ max_tasks: 20, max_cost: 1, min_risk: 'high' }),
    /** Plan tasks in progress at the same time. */
    max_parallel: z.number().int().min(1).max(50).default(10),
    max_tasks: z.number().int().min(1).max(MAX_TASKS).default(50),
    /** US dollars one run may spend; null for no limit but the month's. */
    budget_per_run: storableNumber(MIN_STORABLE, 1_000).nullable().default(5),
    /** Calls of low-risk tools never wait for a person, even if the agent's own setting would have them wait. */
    auto_approve_low_risk: z.boolean().default(false),
  })
  .meta({ id: 'OrchestratorConfig' });
export type OrchestratorConfig = z.infer<typeof orchestratorConfigSchema>;

/** The user's own settings; the defaults as long as there are none. One for all of the user's projects. */
export const findOrchestratorConfig = async ({ user }: Pick<ProjectScope, 'user'>): Promise<OrchestratorConfig> => {
  return readConfig(await getItem(userKeys.orchestrator(user)));
};

const readConfig = (item: Item | undefined): OrchestratorConfig => orchestratorConfigSchema.parse(item?.config ?? {});

const oversightOf = ({ approval, auto_approve_low_risk }: OrchestratorConfig): Oversight => ({
  thresholds: {
    'approval.max_tasks': approval.max_tasks,
    'approval.max_cost': approval.max_cost,
    'approval.min_risk': risks.indexOf(approval.min_risk),
    auto_approve_low_risk: Number(auto_approve_low_risk),
  },
  freedoms: [],
});

/**
 * The settings are those that the change was compared with.
 *
 *   API key     reads: plans over 20 tasks are asked about; it wants 20, which is no looser
 *   person      sets 5
 *   API key     writes 20: without this condition, looser than before, and nobody who may has said so
 */
const asRead = '#revision = :read';
const firstRevision = 'attribute_not_exists(#revision)';

/**
 * Replaces the settings. Throws 422 for a model that cannot plan for this user, and 403 for an API key that may not loosen
 * what a person is asked.
 */
export const changeOrchestratorConfig = async (
  { user }: Pick<ProjectScope, 'user'>,
  config: OrchestratorConfig,
  { origin = {}, clock = systemClock }: { origin?: Partial<Origin>; clock?: Clock } = {},
): Promise<OrchestratorConfig> => {
  if (config.model !== null) await checkModel({ user }, config.model);
  return untilDecided(async () => {
    const item = await getItem(userKeys.orchestrator(user));
    const looser = loosenings(oversightOf(readConfig(item)), oversightOf(config));
    mayLoosen(user, looser);
    const now = clock.now();
    const revision = item?.revision as number | undefined;
    const put = {
      ...userKeys.orchestrator(user),
      v: SCHEMA_VERSION,
      config,
      revision: (revision ?? 0) + 1,
      updated_at: now,
    };
    const outcome = await transact([
      revision === undefined ? { put, when: firstRevision } : { put, when: asRead, values: { read: revision } },
      { put: auditItem(user, 'orchestrator_changed', origin, now) },
      ...(looser.length > 0
        ? [{ put: auditItem(user, 'oversight_loosened', { ...origin, target: 'orchestrator' }, now) }]
        : []),
    ]);
    return outcome.ok ? { done: config } : 'again';
  });
};

/**
 * Providers are not asked for their models: a model is known if the deployment names it, by name or pattern, or if it has a
 * price. The
 * deployment's own model is for everybody.
 */
const checkModel = async ({ user }: Pick<ProjectScope, 'user'>, model: string): Promise<void> => {
  const [settings, tier] = await Promise.all([providerSettings(), tierOf(user)]);
  const own = defaultModel(settings);
  const named = [own, ...(settings.upstreams ?? []).flatMap(({ models }) => models)];
  const isKnown = priceOf(model, { promptTokens: 0 }) !== undefined || named.some((one) => matchesModel(one, model));
  if (!isKnown) throw refused(`There is no model "${model}". This deployment has ${named.join(', ')}.`);
  if (model !== own && !admitsModel(tier, model)) throw refused(`The model "${model}" is not part of your tier.`);
};

const refused = (message: string): Unprocessable =>
  new Unprocessable('Some of the input is not valid.', { errors: [{ path: 'model', message }] });
