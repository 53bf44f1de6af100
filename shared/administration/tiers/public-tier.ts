import * as z from 'zod';
import { inDollars } from '../../core/dollars.ts';
import { WEBHOOKS, WORKSPACE } from '../../core/tiers/built-in.ts';
import { type Tier, tierSchema } from '../../core/tiers/schema.ts';
import type { StoredTier } from '../../limits/index.ts';

const { models, month, answer, prompt, concurrentCalls, minute, projects, agents } = tierSchema.shape;
const workspace = tierSchema.shape.workspace.unwrap().shape;
const webhooks = tierSchema.shape.webhooks.unwrap();

const fields = {
  models,
  /** `money` in US dollars. */
  month: month.meta({ id: 'TierMonth' }),
  answer: z
    .strictObject({ max_tokens: answer.shape.maxTokens, default_tokens: answer.shape.defaultTokens })
    .meta({ id: 'TierAnswer' }),
  prompt: prompt.meta({ id: 'TierPrompt' }),
  concurrent_calls: concurrentCalls,
  minute: z
    .strictObject({ requests: minute.shape.requests, heavy_requests: minute.shape.heavyRequests })
    .meta({ id: 'TierMinute' }),
  projects,
  agents,
};

const workspaceSchema = z
  .strictObject({
    files: workspace.files,
    file_bytes: workspace.fileBytes,
    bytes: workspace.bytes,
    versions: workspace.versions,
  })
  .meta({ id: 'TierWorkspace' });
const { fileBytes, ...sameNames } = WORKSPACE;

/** A tier, whole, as an administrator writes it. `version` is the one that was read; 0 where none is stored. */
export const tierChangeSchema = z
  .object({
    ...fields,
    workspace: workspaceSchema.default({ ...sameNames, file_bytes: fileBytes }),
    webhooks: webhooks.default(WEBHOOKS),
    unpriced_models: z.boolean().default(false),
    own_provider_keys: z.boolean().default(false),
    version: z.int().min(0).max(1_000_000_000).default(0),
  })
  .meta({ id: 'ChangedTier' });
export type TierChange = z.infer<typeof tierChangeSchema>;

/** A tier as administrators see it. */
export const managedTierSchema = z
  .object({
    name: z.string(),
    ...fields,
    workspace: workspaceSchema,
    webhooks,
    unpriced_models: z.boolean(),
    own_provider_keys: z.boolean(),
    /** Where it stands: what is stored goes before the deployment's settings. */
    source: z.enum(['stored', 'settings']),
    version: z.int(),
    updated_at: z.string().nullable(),
    updated_by: z.string().nullable(),
  })
  .meta({ id: 'ManagedTier' });
export type ManagedTier = z.infer<typeof managedTierSchema>;

/** As settings spell it. */
export const tierIn = ({
  version: _,
  answer: { max_tokens, default_tokens },
  minute: { requests, heavy_requests },
  concurrent_calls,
  unpriced_models,
  own_provider_keys,
  workspace: { file_bytes, ...workspace },
  ...rest
}: TierChange): Tier => ({
  ...rest,
  workspace: { ...workspace, fileBytes: file_bytes },
  answer: { maxTokens: max_tokens, defaultTokens: default_tokens },
  minute: { requests, heavyRequests: heavy_requests },
  concurrentCalls: concurrent_calls,
  unpricedModels: unpriced_models,
  ownProviderKeys: own_provider_keys,
});

const shown = ({
  answer,
  minute,
  concurrentCalls,
  unpricedModels,
  ownProviderKeys,
  workspace: { fileBytes, ...workspace } = WORKSPACE,
  webhooks = WEBHOOKS,
  ...rest
}: Tier) => ({
  ...rest,
  workspace: { ...workspace, file_bytes: fileBytes },
  webhooks,
  answer: { max_tokens: answer.maxTokens, default_tokens: answer.defaultTokens },
  minute: { requests: minute.requests, heavy_requests: minute.heavyRequests },
  concurrent_calls: concurrentCalls,
  unpriced_models: unpricedModels ?? false,
  own_provider_keys: ownProviderKeys ?? false,
});

export const storedTierShown = ({ name, tier, version, updated_at, updated_by }: StoredTier): ManagedTier => ({
  name,
  ...shown(tier),
  source: 'stored',
  version,
  updated_at,
  updated_by,
});

export const configuredTierShown = (name: string, tier: Tier): ManagedTier => ({
  name,
  ...shown({ ...tier, month: { ...tier.month, money: inDollars(tier.month.money) } }),
  source: 'settings',
  version: 0,
  updated_at: null,
  updated_by: null,
});
