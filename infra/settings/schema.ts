import { z } from 'zod';
import { cacheSettingsSchema } from '../../shared/core/cache-settings.ts';
import { issuersSchema } from '../../shared/core/issuers.ts';
import { MAX_VECTOR_DIMENSIONS, MAX_VECTOR_INDEXES } from '../../shared/core/memory-table-schema.ts';
import { configuredTiersSchema, tiersWith } from '../../shared/core/tiers/configured.ts';
import { walls } from '../../shared/core/walls.ts';
import { domain, isSameSite, previews } from './names.ts';

export const STAGES = ['dev', 'staging', 'prod'] as const;
export type Stage = (typeof STAGES)[number];

export const SECOND = 1_000;

/** `*`, or scheme, host and port as browsers send them in `Origin`. */
const origin = z.union([z.literal('*'), z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/)]);
/** Lambda's own bounds. */
const memory = z.int().min(128).max(10_240);
/** The periods CloudWatch Logs knows, in days; a few of them. */
const retention = z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]);

/** Requests a second, over all clients, at each of the two APIs. */
const throttle = z.strictObject({ rate: z.int().positive(), burst: z.int().positive() });

/** Megabytes by function; Lambda gives CPU in proportion, so what parses or hashes on a person's time has a gigabyte. */
const memorySizes = z.strictObject({
  auth: memory,
  account: memory,
  my: memory,
  projects: memory,
  admin: memory,
  documentation: memory,
  console: memory,
  eventStream: memory,
  v1: memory,
  system: memory,
  workspace: memory,
  preview: memory,
  builds: memory,
  socket: memory,
  agentWorker: memory,
  planner: memory,
  background: memory,
  sandbox: memory,
});

/** Mails through SES, which has to know the address or its domain. */
const mail = z.strictObject({
  from: z.email(),
  /** A page of one's own for the links in mails. Absent: a plain one of this service. */
  page: z.url({ protocol: /^https$/ }).optional(),
});

/** All that a deployment can be told, but for its stage. Each has a row in `docs/settings.md`. */
const fields = z.strictObject({
  /** Whether table, bucket and secrets outlive their stack and refuse to be deleted. */
  keepData: z.boolean(),
  logRetentionDays: retention,
  logLevel: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  /** Days that entries of audit trails are kept, up to ten years. */
  auditRetentionDays: z.int().min(1).max(3_653),
  /** Origins browsers may call from. None by default: a deployment that has a web client names it. */
  allowedOrigins: z.array(origin).max(20),
  throttle,
  /**
   * Agent workers at a time. At least 2, which is the least an SQS event source can be limited to. A new account has ten
   * concurrent executions for everything: workers that took them all would leave none to answer requests with.
   */
  agentWorkers: z.int().min(2).max(1_000),
  /**
   * Functions that act on hints at a time, ten hints each; every start of a plan and every end of a round is one. Bounded
   * for the same reason as the workers, and as little as 2 by the same rule.
   */
  timers: z.int().min(2).max(1_000),
  /** Functions that deliver what is told outside, ten deliveries each. */
  webhooks: z.int().min(2).max(1_000),
  /**
   * Streams followed at a time, as reserved concurrency; past it clients get 429. Absent: no reservation, because a new
   * account has ten concurrent executions in all and refuses to reserve any of them.
   */
  followedStreams: z.int().positive().optional(),
  /**
   * Requests for previews at a time, each open page that follows the files among them, as reserved concurrency: nobody has to
   * sign in to make one. Absent: no reservation, as for `followedStreams`.
   */
  openPreviews: z.int().positive().optional(),
  /** The address that alarms are mailed to. Absent: alarms show in CloudWatch only. */
  alarmAddress: z.email().optional(),
  /** SHA-256, in hexadecimal, of the key a monitoring system reads `/metrics` with. Absent: administrators only. */
  scrapeKeySha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Hosts, with or without a port, that tools may reach though they are not public or have no TLS. None by default. */
  allowedHosts: z.array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/)).max(20),
  /** Issuers whose access tokens are accepted besides the service's own; each field is described with the schema. */
  issuers: issuersSchema,
  defaultModel: z.string().min(1),
  embeddingModel: z.string().min(1),
  /**
   * Where memories are kept: in a DynamoDB table with vector indexes, which is part of the deployment, or in the Qdrant that
   * the vectors secret names. Absent: `dynamodb` where it is deployed, `qdrant` (one of its own) on one machine.
   */
  vectorStore: z.enum(['dynamodb', 'qdrant']).optional(),
  /** Sizes of vectors that the table has an index for; each embedding model makes vectors of one size. */
  vectorSizes: z.array(z.int().min(1).max(MAX_VECTOR_DIMENSIONS)).min(1).max(MAX_VECTOR_INDEXES),
  /** `tenant`: agents share a collection, divided by a filter; `collection`: each has its own. Unless the vectors secret says. */
  memoryIsolation: z.enum(['tenant', 'collection']),
  /** What each container's memory keeps of the cache. */
  cache: cacheSettingsSchema,
  /** Longest wait for a model's first byte, and between two of its bytes. Under the worker's five minutes. */
  modelTimeoutMs: z
    .int()
    .min(SECOND)
    .max(240 * SECOND),
  /** Longest wait for a program behind a preview to begin its answer. Under the five minutes of the function that asks it. */
  programTimeoutMs: z
    .int()
    .min(SECOND)
    .max(240 * SECOND),
  /** Whether personal data is replaced in prompts; policies that an administrator has stored decide it themselves. */
  piiRedaction: z.enum(['on', 'off']),
  /** What differs from the built-in tiers, and further ones; a tier that is not built in is given whole. */
  tiers: configuredTiersSchema,
  memory: memorySizes,
  /**
   * The wall that agents' commands run behind. `light`: a shell with its files in memory, everywhere. `process`: processes of this
   * machine in namespaces of their own, on Linux with bubblewrap. `machine`: machines of AWS Lambda.
   */
  sandbox: z.enum(walls),
  /** Who may register: anybody, whoever an administrator invites, or nobody. */
  registration: z.enum(['open', 'invited', 'closed']),
  /** Whether nobody signs in before their e-mail address is confirmed. Absent: where the deployment sends mails. */
  confirmEmail: z.boolean().optional(),
  /** Absent: no mail is sent, and what takes one is refused. */
  mail: mail.optional(),
  /** Absent: the addresses that API Gateway gives. */
  domain: domain.optional(),
  /** Absent: an address of a second API, where a sandbox of the browser keeps previews apart. */
  previews: previews.optional(),
});

/** What `artel.config.json` may say of a stage: any of it, and of `throttle`, `memory` and `cache` any part. */
export const overrides = fields
  .partial()
  .extend({ throttle: throttle.partial().optional(), memory: memorySizes.partial().optional() })
  .extend({ cache: cacheSettingsSchema.partial().optional() });
export type Overrides = z.infer<typeof overrides>;

const settings = fields.extend({ stage: z.enum(STAGES) }).superRefine((value, context) => {
  const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (value.throttle.burst < value.throttle.rate) refuse('throttle', 'the burst is at least the rate');
  if (value.domain && value.domain.name === value.domain.socketName) refuse('domain', 'the two APIs need a name each');
  if (value.previews && !value.previews.certificateArn) refuse('previews', 'name the certificate of *.domain');
  if (value.previews && value.domain && isSameSite(value.previews.domain, value.domain.name))
    refuse('previews', 'a domain of its own: browsers take it for the same site as domain.name');
  checkTiers(value.tiers, context);
  if (value.cache.megabytes * 2 > smallestWithCache(value)) refuse('cache', 'at most half of what a function has');
  if (new Set(value.vectorSizes).size < value.vectorSizes.length) refuse('vectorSizes', 'each size is named once');
  if (value.confirmEmail && !value.mail) refuse('confirmEmail', 'links are mailed: name mail.from');
  if (value.stage !== 'prod') return;
  if (!value.keepData) refuse('keepData', 'prod keeps its data');
  if (value.logLevel === 'DEBUG') refuse('logLevel', 'prod does not log at DEBUG');
  if (value.allowedOrigins.some((one) => one === '*' || one.startsWith('http:')))
    refuse('allowedOrigins', 'prod names its origins, with https');
  if (value.issuers.some(({ issuer, jwksUrl }) => issuer.startsWith('http:') || jwksUrl?.startsWith('http:')))
    refuse('issuers', 'prod asks issuers over https');
  if (value.openPreviews === undefined) refuse('openPreviews', 'prod bounds what previews can take');
  if (value.followedStreams === undefined) refuse('followedStreams', 'prod bounds the streams that are followed');
});

const smallestWithCache = ({
  memory: { my, projects, admin, v1, socket, agentWorker, planner },
}: Pick<Settings, 'memory'>) => Math.min(my, projects, admin, v1, socket, agentWorker, planner);

/** They travel as a variable of each function, and Lambda bears 4 KB of those in all. */
const MAX_TIERS_LENGTH = 2_000;

const checkTiers = (tiers: unknown, context: z.RefinementCtx): void => {
  if (JSON.stringify(tiers).length > MAX_TIERS_LENGTH) {
    context.addIssue({ code: 'custom', path: ['tiers'], message: `at most ${MAX_TIERS_LENGTH} characters of JSON` });
  }
  try {
    tiersWith(tiers);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    for (const { path, message } of error.issues)
      context.addIssue({ code: 'custom', path: ['tiers', ...path], message });
  }
};

export type Settings = z.infer<typeof settings>;

export const isStage = (value: unknown): value is Stage => STAGES.some((stage) => stage === value);

/** Throws one error that names every field that is wrong. */
export function checked(value: unknown): Settings {
  const result = settings.safeParse(value);
  if (result.success) return result.data;
  const { stage } = value as { stage?: unknown };
  throw new Error(`The settings of ${String(stage)} are wrong: ${faultsOf(result.error)}`);
}

/** Every fault with its path, in one line. */
export const faultsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
