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
import { getItems, type Item, keyOfItem, projectKeys, SCHEMA_VERSION, transact, userKeys } from '../../store/index.ts';
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

/** The highest `max_parallel`. */
export const MOST_PARALLEL = 50;

/** How the messages of a project become plans, and what a plan may do without approval. */
export const orchestratorConfigSchema = z
  .strictObject({
    /** The model that plans; null for the deployment's own. */
    model: z
      .string()
      .regex(/^[\w.:/@-]{1,128}$/, 'A model name has letters, digits and . : / @ _ - only.')
      .nullable()
      .default(null),
    approval: approvalSchema.default({ max_tasks: 20, max_cost: 1, min_risk: 'high' }),
    /** A task of a plan starts while fewer than this many are in progress, those of the user's other projects included. */
    max_parallel: z.number().int().min(1).max(MOST_PARALLEL).default(10),
    max_tasks: z.number().int().min(1).max(MAX_TASKS).default(50),
    /** US dollars one run may spend; null for no limit but the month's. */
    budget_per_run: storableNumber(MIN_STORABLE, 1_000).nullable().default(5),
    /** Off: every call waits for a person, one of low risk too. On: calls wait from the agent's own `min_risk` on. */
    auto_approve_low_risk: z.boolean().default(true),
  })
  .meta({ id: 'OrchestratorConfig' });
export type OrchestratorConfig = z.infer<typeof orchestratorConfigSchema>;

/** The project's settings; those of before, which were the user's, where it has none; else the defaults. */
export const findOrchestratorConfig = async (project: ProjectScope): Promise<OrchestratorConfig> =>
  readConfig(await storedSettings(project));

type Stored = { own: Item | undefined; former: Item | undefined };

const storedSettings = async (project: ProjectScope): Promise<Stored> => {
  const key = projectKeys.orchestrator(project);
  const items = await getItems([key, userKeys.formerOrchestrator(project.user)]);
  return {
    own: items.find((item) => keyOfItem(item).pk === key.pk),
    former: items.find((item) => keyOfItem(item).pk !== key.pk),
  };
};

/**
 * In settings of before, `auto_approve_low_risk: false` left calls to the agent's `min_risk`, which is what `true` means now,
 * and `true` was looser than anything now is.
 */
const readConfig = ({ own, former }: Stored): OrchestratorConfig =>
  own || !former
    ? orchestratorConfigSchema.parse(own?.config ?? {})
    : { ...orchestratorConfigSchema.parse(former.config), auto_approve_low_risk: true };

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
  project: ProjectScope,
  config: OrchestratorConfig,
  { origin = {}, clock = systemClock }: { origin?: Partial<Origin>; clock?: Clock } = {},
): Promise<OrchestratorConfig> => {
  const { user } = project;
  if (config.model !== null) await checkModel(project, config.model);
  return untilDecided(async () => {
    const stored = await storedSettings(project);
    const looser = loosenings(oversightOf(readConfig(stored)), oversightOf(config));
    mayLoosen(user, looser);
    const now = clock.now();
    const revision = stored.own?.revision as number | undefined;
    const put = {
      ...projectKeys.orchestrator(project),
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
  const isPriced = priceOf(model, { promptTokens: 0 }) !== undefined;
  const isKnown = isPriced || named.some((one) => matchesModel(one, model));
  if (!isKnown) throw refused(`There is no model "${model}". This deployment has ${named.join(', ')}.`);
  if (model !== own && !admitsModel(tier, model)) throw refused(`The model "${model}" is not part of your tier.`);
  // Whether a key of the user's own is there to pay for it shows when it is asked.
  if (!isPriced && !tier.unpricedModels && !tier.ownProviderKeys)
    throw refused(`The price of the model "${model}" is not known.`);
};

const refused = (message: string): Unprocessable =>
  new Unprocessable('Some of the input is not valid.', { errors: [{ path: 'model', message }] });
