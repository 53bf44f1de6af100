import * as z from 'zod';

/** The API of an upstream. */
export type ProviderKind = 'openai' | 'anthropic';

/** The address of a provider's API, OpenAI-compatible unless `kind` says otherwise, and its key. An empty key is not sent. */
export type Endpoint = { kind?: ProviderKind; baseUrl: string; apiKey: string };

/** In milliseconds: up to the first byte, and then between any two. */
export type StreamTimeouts = { firstByte: number; idle: number };

/** One provider. In patterns `*` stands for any characters. */
export type Upstream = Endpoint & {
  name: string;
  /** Patterns of the models it has. */
  models: string[];
  /** By pattern of the model; the first match applies. */
  timeouts: [pattern: string, Partial<StreamTimeouts>][];
  /** The provider's name, where the key is the user's own. */
  ownKey?: string;
};

/** The content of the provider secret. */
export type ProviderSettings = {
  /** These three describe the default upstream, which has all models. */
  kind?: ProviderKind;
  baseUrl?: string;
  apiKey?: string;
  model?: string;
  embeddingModel?: string;
  timeouts?: Upstream['timeouts'];
  /** Asked before the default one, in this order. */
  upstreams?: Upstream[];
  /** By model: the models to ask instead, in this order, when none of its upstreams can answer. */
  fallbacks?: Record<string, string[]>;
};

const modelName = z.string().min(1).max(128);
const milliseconds = z.int().min(100).max(600_000);
const timeoutsSchema = z.record(
  modelName,
  z.strictObject({ first_byte_ms: milliseconds.optional(), idle_ms: milliseconds.optional() }),
);
const kind = z.enum(['openai', 'anthropic']).optional();
const upstreamSchema = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,64}$/),
  kind,
  base_url: z.url(),
  api_key: z.string(),
  models: z.array(modelName).min(1),
  timeouts: timeoutsSchema.optional(),
});

/** `{"kind"?, "base_url", "api_key", "model"?, "embedding_model"?, "timeouts"?, "upstreams"?, "fallbacks"?}`, or upstreams alone. */
const secretSchema = z
  .strictObject({
    kind,
    base_url: z.url().optional(),
    api_key: z.string().optional(),
    model: modelName.optional(),
    embedding_model: modelName.optional(),
    timeouts: timeoutsSchema.optional(),
    upstreams: z.array(upstreamSchema).max(20).optional(),
    fallbacks: z.record(modelName, z.array(modelName).max(10)).optional(),
  })
  .refine(({ base_url, api_key }) => (base_url === undefined) === (api_key === undefined))
  .refine(({ kind: own, base_url }) => own === undefined || base_url !== undefined)
  .refine(({ base_url, upstreams = [] }) => base_url !== undefined || upstreams.length > 0)
  .refine(({ upstreams = [] }) => new Set(upstreams.map(({ name }) => name)).size === upstreams.length);

const timeoutsOf = (timeouts: z.infer<typeof timeoutsSchema> = {}): Upstream['timeouts'] =>
  Object.entries(timeouts).map(([pattern, { first_byte_ms: first, idle_ms: idle }]) => [
    pattern,
    { ...(first !== undefined && { first }), ...(idle !== undefined && { idle }) },
  ]);

/** Throws if the text does not match the schema. */
export const parseProviderSettings = (text: string): ProviderSettings => {
  const {
    kind: own,
    base_url,
    api_key,
    model,
    embedding_model,
    timeouts,
    upstreams,
    fallbacks,
  } = secretSchema.parse(JSON.parse(text));
  return {
    ...(own !== undefined && { kind: own }),
    ...(base_url !== undefined && { baseUrl: base_url, apiKey: api_key ?? '' }),
    ...(model !== undefined && { model }),
    ...(embedding_model !== undefined && { embeddingModel: embedding_model }),
    ...(timeouts && { timeouts: timeoutsOf(timeouts) }),
    ...(upstreams && {
      upstreams: upstreams.map((one) => ({
        name: one.name,
        ...(one.kind !== undefined && { kind: one.kind }),
        baseUrl: one.base_url,
        apiKey: one.api_key,
        models: one.models,
        timeouts: timeoutsOf(one.timeouts),
      })),
    }),
    ...(fallbacks && { fallbacks }),
  };
};

/** Cannot collide: names in the secret's list have no spaces. */
const DEFAULT_UPSTREAM = 'the usual one';

export const upstreamsOf = ({
  kind: own,
  baseUrl,
  apiKey = '',
  timeouts = [],
  upstreams = [],
}: ProviderSettings): Upstream[] => {
  if (baseUrl === undefined) return upstreams;
  return [
    ...upstreams,
    { name: DEFAULT_UPSTREAM, ...(own && { kind: own }), baseUrl, apiKey, models: ['*'], timeouts },
  ];
};
