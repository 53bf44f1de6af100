import type { components, InputOf } from '../../../../../clients/typescript/src/index.ts';

export type Tier = components['schemas']['ManagedTier'];
export type TierBody = InputOf<'PUT /admin/tiers/{name}'>['body'];

/** Every number of a tier, by where it stands in it, in groups as the form shows them. */
export const GROUPS = {
  month: ['month.money', 'month.tokens', 'month.requests'],
  calls: [
    'minute.requests',
    'minute.heavy_requests',
    'concurrent_calls',
    'answer.max_tokens',
    'answer.default_tokens',
    'prompt.messages',
    'prompt.bytes',
  ],
  things: [
    'projects',
    'agents',
    'webhooks',
    'workspace.files',
    'workspace.file_bytes',
    'workspace.bytes',
    'workspace.versions',
  ],
} as const;

export type NumberPath = (typeof GROUPS)[keyof typeof GROUPS][number];

const PATHS: readonly NumberPath[] = Object.values(GROUPS).flat();

/** As the form holds it: models one a line, numbers as they are typed. */
export type TierDraft = {
  name: string;
  models: string;
  numbers: Record<NumberPath, string>;
  unpricedModels: boolean;
  ownProviderKeys: boolean;
};

type Nested = Record<string, unknown>;

const at = (tier: Nested, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Nested | undefined)?.[name], tier);

/** A tier as it is, or as it would be under another name. */
export const tierDraft = (tier: Tier, name = tier.name): TierDraft => ({
  name,
  models: tier.models.join('\n'),
  numbers: Object.fromEntries(PATHS.map((path) => [path, String(at(tier, path))])) as TierDraft['numbers'],
  unpricedModels: tier.unpriced_models,
  ownProviderKeys: tier.own_provider_keys,
});

export const isComplete = ({ name, models, numbers }: TierDraft): boolean =>
  /^[a-z][a-z0-9-]{0,31}$/.test(name) &&
  modelsIn(models).length > 0 &&
  PATHS.every((path) => numbers[path].trim() !== '' && Number.isFinite(Number(numbers[path])));

const modelsIn = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** `version`: the one that was read; the API refuses what was written over in between. */
export const tierBody = (
  { models, numbers, unpricedModels, ownProviderKeys }: TierDraft,
  version: number,
): TierBody => {
  const body: Nested = {};
  for (const path of PATHS) {
    const [outer, inner] = path.split('.') as [string, string | undefined];
    const value = Number(numbers[path]);
    body[outer] = inner === undefined ? value : { ...(body[outer] as Nested | undefined), [inner]: value };
  }
  return {
    ...(body as Omit<TierBody, 'models'>),
    models: modelsIn(models),
    unpriced_models: unpricedModels,
    own_provider_keys: ownProviderKeys,
    version,
  };
};
