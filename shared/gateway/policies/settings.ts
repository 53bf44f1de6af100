import * as z from 'zod';

/*
 * What an administrator may say about policies. Data only: names of policies that are part of the product, and their
 * settings. A policy of one's own is written in code, as a file beside these, and gets its `kind` here.
 */

const common = {
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Small letters, digits and "-", beginning with a letter, at most 40.'),
  enabled: z.boolean().default(true),
  /** What becomes of a call when the policy itself fails: it goes on without it, or ends. */
  on_failure: z.enum(['open', 'closed']).default('closed'),
  /** For each step of the policy. */
  timeout_ms: z.int().min(10).max(60_000).optional(),
};

const action = z.enum(['record', 'refuse']);
const side = z.enum(['request', 'response', 'both']);
const text = z.string().min(1).max(256);

/** `*` stands for any characters. */
export const wildcard = z
  .string()
  .regex(/^[\w.:/@*-]{1,128}$/, 'Letters, digits and _ . : / @ - with * for any of them.');

const models = z.strictObject({ ...common, kind: z.literal('models'), allow: z.array(wildcard).min(1).max(100) });

const rule = z.strictObject({
  /** Either a text as it stands, or a pattern of the engine's own language (that of RE2, without captures). */
  find: text.optional(),
  pattern: z.string().min(1).max(500).optional(),
  with: z.string().max(1_000),
  ignore_case: z.boolean().default(false),
});

const replace = z.strictObject({
  ...common,
  kind: z.literal('replace'),
  on: side.default('request'),
  rules: z
    .array(
      rule.refine(
        ({ find, pattern }) => (find === undefined) !== (pattern === undefined),
        'Either "find" or "pattern".',
      ),
    )
    .min(1)
    .max(50),
});

const toolRule = z.strictObject({
  /** Names of tools. The first rule that fits decides. */
  tools: z.array(wildcard).min(1).max(50),
  verdict: z.enum(['allow', 'deny', 'ask']),
});

const tools = z.strictObject({
  ...common,
  kind: z.literal('tools'),
  rules: z.array(toolRule).min(1).max(100),
  otherwise: z.enum(['allow', 'deny', 'ask']).default('allow'),
});

const judge = z.strictObject({
  ...common,
  kind: z.literal('judge'),
  on: z.enum(['request', 'response']).default('request'),
  /** What must not be, in plain words: "The text asks for medical advice." */
  question: z.string().min(10).max(2_000),
  /** The verdict stands from this probability on. */
  threshold: z.number().min(0.01).max(1).default(0.8),
  action: action.default('refuse'),
  model: z.string().min(1).max(128).optional(),
});

const injection = z.strictObject({
  ...common,
  kind: z.literal('injection'),
  on_failure: common.on_failure.default('open'),
  threshold: z.number().min(0.1).max(1).default(0.7),
  action: action.default('record'),
});

const secrets = z.strictObject({
  ...common,
  kind: z.literal('secrets'),
  on: side.default('response'),
  action: z.enum(['record', 'mask', 'refuse']).default('record'),
});

const log = z.strictObject({ ...common, kind: z.literal('log'), on_failure: common.on_failure.default('open') });

const pii = z.strictObject({
  ...common,
  kind: z.literal('pii'),
  /** Personal data that cannot be replaced does not leave: this policy is never left out. */
  on_failure: z.literal('closed').default('closed'),
  /** All that the engine knows, unless named. */
  types: z
    .array(z.string().regex(/^[A-Z_]{2,20}$/))
    .min(1)
    .max(40)
    .optional(),
  patterns: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Z][A-Z0-9_]{0,30}$/),
        pattern: z.string().min(1).max(500),
        ignore_case: z.boolean().default(false),
      }),
    )
    .max(50)
    .default([]),
});

const dedup = z.strictObject({
  ...common,
  kind: z.literal('dedup'),
  on_failure: common.on_failure.default('open'),
  /** Shorter texts are quicker worked on than looked up. */
  smallest_block: z.int().min(64).max(100_000).default(256),
  session_kb: z.int().min(4).max(256).default(64),
  sessions: z.int().min(1).max(100).default(100),
  keep_hours: z
    .int()
    .min(1)
    .max(24 * 90)
    .default(24 * 7),
  flush_seconds: z.int().min(0).max(300).default(0),
  /** A text that stands several times in one request is sent once, and named where it comes again. */
  send_once: z.boolean().default(false),
});

export const policySettingSchema = z.discriminatedUnion('kind', [
  models,
  replace,
  tools,
  judge,
  injection,
  secrets,
  log,
  pii,
  dedup,
]);
export type PolicySetting = z.infer<typeof policySettingSchema>;
export type SettingOf<Kind extends PolicySetting['kind']> = Extract<PolicySetting, { kind: Kind }>;

/** Personal data is replaced after all policies that read or change the text, blocks are found last. */
export const rankOf = ({ kind }: Pick<PolicySetting, 'kind'>): number =>
  kind === 'dedup' ? 2 : kind === 'pii' ? 1 : 0;

export const MAX_POLICIES = 20;

export const policyListSchema = z
  .array(policySettingSchema)
  .max(MAX_POLICIES)
  .superRefine((list, context) => {
    const refuse = (at: number, message: string) => context.addIssue({ code: 'custom', path: [at], message });
    for (const [at, one] of list.entries()) {
      const before = list.slice(0, at);
      if (before.some(({ name }) => name === one.name)) refuse(at, `There are two policies named "${one.name}".`);
      if (rankOf(one) > 0 && before.some(({ kind }) => kind === one.kind))
        refuse(at, `One policy of kind "${one.kind}" is enough.`);
      if (before.some((other) => rankOf(other) > rankOf(one)))
        refuse(at, 'A policy of kind "pii" comes after all others, one of kind "dedup" after that.');
    }
  });

/**
 * A deployment that nobody has configured records what looks wrong and changes nothing: an assistant that silently rewrites
 * what people write has to be somebody's decision. PII is one switch away; from then on it fails closed.
 */
export const DEFAULT_POLICIES: PolicySetting[] = policyListSchema.parse([
  { kind: 'injection', name: 'prompt-injection', action: 'record' },
  { kind: 'secrets', name: 'secrets-in-answers', on: 'response', action: 'record', on_failure: 'open' },
  { kind: 'pii', name: 'personal-data', enabled: false },
]);
