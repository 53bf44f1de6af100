import { z } from 'zod';

export const STAGES = ['dev', 'staging', 'prod'] as const;
export type Stage = (typeof STAGES)[number];

const SECOND = 1_000;

/** `*`, or scheme, host and port as browsers send them in `Origin`. */
const origin = z.union([z.literal('*'), z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/)]);
/** Lambda's own bounds. */
const memory = z.int().min(128).max(10_240);
/** The periods CloudWatch Logs knows, in days; a few of them. */
const retention = z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]);

const settings = z
  .strictObject({
    stage: z.enum(STAGES),
    /** Whether table, bucket and secrets outlive their stack and refuse to be deleted. */
    keepData: z.boolean(),
    logRetentionDays: retention,
    logLevel: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
    /** Origins browsers may call from. None by default: a deployment that has a web client names it. */
    allowedOrigins: z.array(origin).max(20),
    /** Requests a second, over all clients, at each of the two APIs. */
    throttle: z.strictObject({ rate: z.int().positive(), burst: z.int().positive() }),
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
    /**
     * Streams followed at a time, as reserved concurrency; past it clients get 429. Absent: no reservation, because a new
     * account has ten concurrent executions in all and refuses to reserve any of them.
     */
    followedStreams: z.int().positive().optional(),
    /** The address that alarms are mailed to. Absent: alarms show in CloudWatch only. */
    alarmAddress: z.email().optional(),
    /** Hosts, with or without a port, that tools may reach though they are not public or have no TLS. None by default. */
    allowedHosts: z.array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/)).max(20),
    defaultModel: z.string().min(1),
    embeddingModel: z.string().min(1),
    /** Longest wait for a model's first byte, and between two of its bytes. Under the worker's five minutes. */
    modelTimeoutMs: z
      .int()
      .min(SECOND)
      .max(240 * SECOND),
    /** Megabytes by function; Lambda gives CPU in proportion, so what parses or hashes on a person's time has a gigabyte. */
    memory: z.strictObject({
      auth: memory,
      my: memory,
      admin: memory,
      documentation: memory,
      eventStream: memory,
      v1: memory,
      system: memory,
      socket: memory,
      agentWorker: memory,
      planner: memory,
      background: memory,
    }),
  })
  .superRefine((value, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (value.throttle.burst < value.throttle.rate) refuse('throttle', 'the burst is at least the rate');
    if (value.stage !== 'prod') return;
    if (!value.keepData) refuse('keepData', 'prod keeps its data');
    if (value.logLevel === 'DEBUG') refuse('logLevel', 'prod does not log at DEBUG');
    if (value.allowedOrigins.some((one) => one === '*' || one.startsWith('http:')))
      refuse('allowedOrigins', 'prod names its origins, with https');
    if (value.followedStreams === undefined) refuse('followedStreams', 'prod bounds the streams that are followed');
  });

export type Settings = z.infer<typeof settings>;

const dev: Settings = {
  stage: 'dev',
  keepData: false,
  logRetentionDays: 7,
  logLevel: 'INFO',
  allowedOrigins: ['http://localhost:3000', 'http://localhost:5173'],
  throttle: { rate: 200, burst: 400 },
  agentWorkers: 6,
  timers: 2,
  allowedHosts: [],
  defaultModel: 'gpt-4.1-mini',
  embeddingModel: 'text-embedding-3-small',
  modelTimeoutMs: 30 * SECOND,
  memory: {
    auth: 1024,
    my: 1024,
    admin: 1024,
    documentation: 512,
    eventStream: 512,
    v1: 1024,
    system: 256,
    socket: 512,
    agentWorker: 1024,
    planner: 1024,
    background: 512,
  },
};

const staging: Settings = {
  ...dev,
  stage: 'staging',
  logRetentionDays: 30,
  allowedOrigins: [],
  agentWorkers: 50,
  timers: 10,
  followedStreams: 50,
};

const prod: Settings = {
  ...staging,
  stage: 'prod',
  keepData: true,
  logRetentionDays: 365,
  throttle: { rate: 1_000, burst: 2_000 },
  agentWorkers: 200,
  timers: 50,
  followedStreams: 200,
};

const BY_STAGE: Record<Stage, Settings> = { dev, staging, prod };

export const isStage = (value: unknown): value is Stage => STAGES.some((stage) => stage === value);

/** Throws one error that names every field that is wrong. */
export function checked(value: Settings): Settings {
  const result = settings.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The settings of ${String(value.stage)} are wrong: ${faults.join('; ')}`);
}

export const settingsFor = (stage: Stage): Settings => checked(BY_STAGE[stage]);
