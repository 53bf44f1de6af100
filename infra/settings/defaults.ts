import { DEFAULT_CACHE } from '../../shared/core/cache-settings.ts';
import { SECOND, type Settings, type Stage } from './schema.ts';

const dev: Settings = {
  stage: 'dev',
  keepData: false,
  logRetentionDays: 7,
  logLevel: 'INFO',
  auditRetentionDays: 365,
  allowedOrigins: ['http://localhost:3000', 'http://localhost:5173'],
  throttle: { rate: 200, burst: 400 },
  agentWorkers: 6,
  timers: 2,
  allowedHosts: [],
  issuers: [],
  defaultModel: 'gpt-4.1-mini',
  embeddingModel: 'text-embedding-3-small',
  vectorSizes: [1536],
  memoryIsolation: 'tenant',
  cache: DEFAULT_CACHE,
  modelTimeoutMs: 30 * SECOND,
  piiRedaction: 'on',
  tiers: {},
  memory: {
    auth: 1024,
    account: 1024,
    my: 1024,
    projects: 1024,
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
  registration: 'open',
  confirmEmail: false,
};

const staging: Settings = {
  ...dev,
  stage: 'staging',
  confirmEmail: undefined,
  logRetentionDays: 30,
  allowedOrigins: [],
  agentWorkers: 50,
  timers: 10,
  followedStreams: 50,
};

const prod: Settings = {
  ...staging,
  stage: 'prod',
  registration: 'invited',
  keepData: true,
  logRetentionDays: 365,
  throttle: { rate: 1_000, burst: 2_000 },
  agentWorkers: 200,
  timers: 50,
  followedStreams: 200,
};

export const DEFAULTS: Record<Stage, Settings> = { dev, staging, prod };
