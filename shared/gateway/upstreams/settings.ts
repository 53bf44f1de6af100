import * as z from 'zod';

/** Where an OpenAI-compatible interface is, and the key to it. Without a key none is sent. */
export type Endpoint = { baseUrl: string; apiKey: string };

/** Milliseconds of silence that are borne: up to the first byte, and then between any two. */
export type Silence = { first: number; idle: number };

/** One provider. Patterns are names in which `*` stands for anything. */
export type Upstream = Endpoint & {
  name: string;
  /** Patterns of the models it is asked for. */
  models: string[];
  /** By pattern of the model; the first that fits holds. */
  timeouts: [pattern: string, Partial<Silence>][];
};

/** What the provider secret says. */
export type ProviderSettings = {
  /** Of the upstream for all models, where there is one. */
  baseUrl?: string;
  apiKey?: string;
  model?: string;
  embeddingModel?: string;
  timeouts?: Upstream['timeouts'];
  /** Asked before that one, in their order. */
  upstreams?: Upstream[];
  /** By model: those to ask instead, in their order, when no upstream of its own can answer. */
  fallbacks?: Record<string, string[]>;
};

const modelName = z.string().min(1).max(128);
const milliseconds = z.int().min(100).max(600_000);
const timeoutsSchema = z.record(
  modelName,
  z.strictObject({ first_byte_ms: milliseconds.optional(), idle_ms: milliseconds.optional() }),
);
const upstreamSchema = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,64}$/),
  base_url: z.url(),
  api_key: z.string(),
  models: z.array(modelName).min(1),
  timeouts: timeoutsSchema.optional(),
});

/** `{"base_url", "api_key", "model"?, "embedding_model"?, "timeouts"?, "upstreams"?, "fallbacks"?}`, or upstreams alone. */
const secretSchema = z
  .strictObject({
    base_url: z.url().optional(),
    api_key: z.string().optional(),
    model: modelName.optional(),
    embedding_model: modelName.optional(),
    timeouts: timeoutsSchema.optional(),
    upstreams: z.array(upstreamSchema).max(20).optional(),
    fallbacks: z.record(modelName, z.array(modelName).max(10)).optional(),
  })
  .refine(({ base_url, api_key }) => (base_url === undefined) === (api_key === undefined))
  .refine(({ base_url, upstreams = [] }) => base_url !== undefined || upstreams.length > 0)
  .refine(({ upstreams = [] }) => new Set(upstreams.map(({ name }) => name)).size === upstreams.length);

const timeoutsOf = (timeouts: z.infer<typeof timeoutsSchema> = {}): Upstream['timeouts'] =>
  Object.entries(timeouts).map(([pattern, { first_byte_ms: first, idle_ms: idle }]) => [
    pattern,
    { ...(first !== undefined && { first }), ...(idle !== undefined && { idle }) },
  ]);

/** Throws for whatever is no such secret. */
export const parseProviderSettings = (text: string): ProviderSettings => {
  const { base_url, api_key, model, embedding_model, timeouts, upstreams, fallbacks } = secretSchema.parse(
    JSON.parse(text),
  );
  return {
    ...(base_url !== undefined && { baseUrl: base_url, apiKey: api_key ?? '' }),
    ...(model !== undefined && { model }),
    ...(embedding_model !== undefined && { embeddingModel: embedding_model }),
    ...(timeouts && { timeouts: timeoutsOf(timeouts) }),
    ...(upstreams && {
      upstreams: upstreams.map((one) => ({
        name: one.name,
        baseUrl: one.base_url,
        apiKey: one.api_key,
        models: one.models,
        timeouts: timeoutsOf(one.timeouts),
      })),
    }),
    ...(fallbacks && { fallbacks }),
  };
};

/** Name of the upstream for all models; no name in the secret's list has a space. */
const USUAL = 'the usual one';

export const upstreamsOf = ({ baseUrl, apiKey = '', timeouts = [], upstreams = [] }: ProviderSettings): Upstream[] =>
  baseUrl === undefined ? upstreams : [...upstreams, { name: USUAL, baseUrl, apiKey, models: ['*'], timeouts }];
