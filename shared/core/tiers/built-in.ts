import { dollars } from '../dollars.ts';
import type { Tier } from './schema.ts';

const MEGABYTE = 1024 * 1024;

/** What the files of a project may be where a tier does not say. */
export const WORKSPACE = { files: 2_000, fileBytes: 10 * MEGABYTE, bytes: 200 * MEGABYTE, versions: 1_000 } as const;

/** Webhooks of a user where a tier does not say. */
export const WEBHOOKS = 10;

/** Those that every deployment has, unless its settings say otherwise. */
export const BUILT_IN_TIERS = {
  free: {
    models: ['*-mini', '*-mini-*', '*-nano', '*-nano-*', 'text-embedding-*'],
    month: { money: dollars(2), tokens: 2_000_000, requests: 2_000 },
    answer: { maxTokens: 8_192, defaultTokens: 4_096 },
    prompt: { messages: 500, bytes: 2 * MEGABYTE },
    concurrentCalls: 10,
    minute: { requests: 100, heavyRequests: 20 },
    projects: 5,
    agents: 20,
    workspace: WORKSPACE,
    webhooks: 3,
    unpricedModels: false,
    ownProviderKeys: false,
  },
  standard: {
    models: ['*'],
    month: { money: dollars(50), tokens: 50_000_000, requests: 100_000 },
    answer: { maxTokens: 32_768, defaultTokens: 16_384 },
    prompt: { messages: 1_000, bytes: 4 * MEGABYTE },
    concurrentCalls: 100,
    minute: { requests: 100, heavyRequests: 60 },
    projects: 50,
    agents: 200,
    workspace: WORKSPACE,
    webhooks: 10,
    unpricedModels: false,
    ownProviderKeys: false,
  },
  pro: {
    models: ['*'],
    month: { money: dollars(500), tokens: 500_000_000, requests: 1_000_000 },
    answer: { maxTokens: 128_000, defaultTokens: 32_768 },
    prompt: { messages: 2_000, bytes: 4 * MEGABYTE },
    concurrentCalls: 300,
    minute: { requests: 1_000, heavyRequests: 600 },
    projects: 200,
    agents: 1_000,
    workspace: WORKSPACE,
    webhooks: 50,
    unpricedModels: false,
    ownProviderKeys: true,
  },
} as const satisfies Record<string, Tier>;
