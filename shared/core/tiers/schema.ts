import * as z from 'zod';

const amount = z.int().min(0).max(1_000_000_000_000);
const count = z.int().min(1).max(1_000_000_000);
const MEGABYTE = 1024 * 1024;

/** No tier allows more: whoever looks at all of a user's projects reads one page of so many. */
export const MOST_PROJECTS = 1_000;

/**
 * What a user may use; enforced where it is consumed, not where it is shown. In settings and for administrators `month.money`
 * is in US dollars, with at most nine decimals; inside it is in billionths of one.
 */
export const tierSchema = z.strictObject({
  /** Names, where `*` stands for anything. The deployment's own models are for everybody. */
  models: z.array(z.string().min(1).max(200)).max(100).readonly(),
  /** Of a calendar month, in UTC. */
  month: z.strictObject({ money: z.number().min(0).max(1_000_000), tokens: amount, requests: amount }),
  /** Tokens of one answer: the maximum, and what is reserved for a call that names no maximum. */
  answer: z.strictObject({ maxTokens: count, defaultTokens: count }),
  /**
   * Of one call: messages, and bytes of everything in them. No tier has more than 4 MB: a call comes in a request, and
   * Lambda takes 6 MB for the whole event, in which the escaped body is longer than the prompt.
   */
  prompt: z.strictObject({
    messages: count,
    bytes: z
      .int()
      .min(1)
      .max(4 * MEGABYTE),
  }),
  /** Model calls in progress at the same time. */
  concurrentCalls: z.int().min(1).max(10_000),
  /** Requests in a minute: all, and those that ask a model or move much data. */
  minute: z.strictObject({ requests: z.int().min(1).max(1_000_000), heavyRequests: z.int().min(1).max(1_000_000) }),
  projects: z.int().min(1).max(MOST_PROJECTS),
  /** In one project. */
  agents: z.int().min(1).max(10_000),
  /** Of a project's files: how many, the bytes of one and of all, and the versions that are kept before older ones are thinned out. */
  workspace: z
    .strictObject({
      files: z.int().min(1).max(2_000),
      fileBytes: z
        .int()
        .min(1)
        .max(10 * MEGABYTE),
      bytes: z.int().min(1).max(1_000_000_000_000),
      versions: z.int().min(1).max(10_000),
    })
    .optional(),
  /** Addresses that a user may have events delivered to. */
  webhooks: z.int().min(1).max(100).optional(),
  /** Whether models may be asked whose price is not known: their calls cost tokens and a request, but no money. */
  unpricedModels: z.boolean().optional(),
  /** Whether a user may have calls made with their own key of a provider, which cost nothing of their month. */
  ownProviderKeys: z.boolean().optional(),
});
export type Tier = z.infer<typeof tierSchema>;

/** What settings may say of a tier: any part of one that is built in, and the whole of one that is not. */
export const tierChangesSchema = z.strictObject({
  ...tierSchema.partial().shape,
  month: tierSchema.shape.month.partial().optional(),
  answer: tierSchema.shape.answer.partial().optional(),
  prompt: tierSchema.shape.prompt.partial().optional(),
  minute: tierSchema.shape.minute.partial().optional(),
});
export type TierChanges = z.infer<typeof tierChangesSchema>;

export const tierNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/, 'Must be like free-2: letters, digits and dashes.');
