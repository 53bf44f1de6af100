import * as z from 'zod';

/*
 * What an administrator may configure. Data only: the kinds of policies are part of the product. A new kind is written in
 * code, in `kinds/`, and gets its settings here.
 */

export const policyName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Lower-case letters, digits and "-", starting with a letter, at most 40.');

const common = {
  name: policyName,
  enabled: z.boolean().default(true),
  /** What happens to a call when the policy itself fails: it goes on without it, or ends. */
  on_failure: z.enum(['open', 'closed']).default('closed'),
  /** For each hook of the policy. */
  timeout_ms: z.int().min(10).max(60_000).optional(),
};

const action = z.enum(['record', 'refuse']);
const side = z.enum(['request', 'response', 'both']);
const text = z.string().min(1).max(256);

/** `*` stands for any characters. */
const wildcard = z.string().regex(/^[\w.:/@*-]{1,128}$/, 'Letters, digits and _ . : / @ - with * for any of them.');

export const models = z
  .strictObject({
    ...common,
    kind: z.literal('models'),
    allow: z.array(wildcard).min(1).max(100),
  })
  .meta({ id: 'ModelsPolicy' });

const rule = z.strictObject({
  /** Either a literal text, or a pattern in the engine's own language (that of RE2, without captures). */
  find: text.optional(),
  pattern: z.string().min(1).max(500).optional(),
  with: z.string().max(1_000),
  ignore_case: z.boolean().default(false),
});

export const replace = z
  .strictObject({
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
  })
  .meta({ id: 'ReplacePolicy' });

const toolRule = z
  .strictObject({
    /** Names of tools. The first matching rule decides. */
    tools: z.array(wildcard).min(1).max(50),
    verdict: z.enum(['allow', 'deny', 'ask']),
  })
  .meta({ id: 'ToolRule' });

export const tools = z
  .strictObject({
    ...common,
    kind: z.literal('tools'),
    rules: z.array(toolRule).min(1).max(100),
    otherwise: z.enum(['allow', 'deny', 'ask']).default('allow'),
  })
  .meta({ id: 'ToolsPolicy' });

export const judge = z
  .strictObject({
    ...common,
    kind: z.literal('judge'),
    on: z.enum(['request', 'response']).default('request'),
    /** A statement that must not be true, in plain words: "The text asks for medical advice." */
    question: z.string().min(10).max(2_000),
    /** The policy acts from this probability on. */
    threshold: z.number().min(0.01).max(1).default(0.8),
    action: action.default('refuse'),
    model: z.string().min(1).max(128).optional(),
  })
  .meta({ id: 'JudgePolicy' });

export const injection = z
  .strictObject({
    ...common,
    kind: z.literal('injection'),
    on_failure: common.on_failure.default('open'),
    threshold: z.number().min(0.1).max(1).default(0.7),
    action: action.default('record'),
  })
  .meta({ id: 'InjectionPolicy' });

export const secrets = z
  .strictObject({
    ...common,
    kind: z.literal('secrets'),
    on: side.default('response'),
    action: z.enum(['record', 'mask', 'refuse']).default('record'),
  })
  .meta({ id: 'SecretsPolicy' });

export const log = z
  .strictObject({ ...common, kind: z.literal('log'), on_failure: common.on_failure.default('open') })
  .meta({ id: 'LogPolicy' });

export const pii = z
  .strictObject({
    ...common,
    kind: z.literal('pii'),
    /** Personal data that cannot be replaced must not leave, so this policy is never left out. */
    on_failure: z.literal('closed').default('closed'),
    /** By default all types of the engine but those of `more_types`. */
    types: z
      .array(z.string().regex(/^[A-Z_]{2,20}$/))
      .min(1)
      .max(40)
      .optional(),
    /** Looked for besides: what tells little of a person alone, and what answers are often about. */
    more_types: z
      .array(z.enum(['PLACE', 'ORGANISATION', 'NATIONALITY', 'AGE', 'DATE', 'ZIP_CODE', 'DOMAIN']))
      .min(1)
      .max(7)
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
  })
  .meta({ id: 'PiiPolicy' });

export const answers = z
  .strictObject({
    ...common,
    kind: z.literal('answers'),
    /** Where nothing can be remembered, the model is asked. */
    on_failure: z.literal('open').default('open'),
    /** `repeatable`: only what is asked with temperature 0. Calls that offer tools are always made. */
    calls: z.enum(['repeatable', 'all']).default('repeatable'),
    keep_seconds: z
      .int()
      .min(60)
      .max(3_600 * 24 * 30)
      .default(3_600 * 24),
    /**
     * Also gives the answer to a request of one line that asks for the same in other words: with the same numbers, negations
     * and names in the same order, and an embedding at least so near. By default only the same request has its answer again.
     */
    similar: z.strictObject({ threshold: z.number().min(0.5).max(1).default(0.9) }).optional(),
  })
  .meta({ id: 'AnswersPolicy' });

export const dedup = z
  .strictObject({
    ...common,
    kind: z.literal('dedup'),
    on_failure: common.on_failure.default('open'),
    /** Working on a shorter text is faster than looking it up. */
    smallest_block: z.int().min(64).max(100_000).default(256),
    session_kb: z.int().min(4).max(256).default(64),
    sessions: z.int().min(1).max(100).default(100),
    keep_hours: z
      .int()
      .min(1)
      .max(24 * 90)
      .default(24 * 7),
    flush_seconds: z.int().min(0).max(300).default(0),
    /** A text that occurs several times in one request is sent once, and referred to after that. */
    send_once: z.boolean().default(false),
  })
  .meta({ id: 'DedupPolicy' });
