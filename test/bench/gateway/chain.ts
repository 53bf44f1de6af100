import { type PolicySetting, policyListSchema } from '../../../shared/gateway/index.ts';

/**
 * Every policy that does its own work, acting where it can act. The judge is left out: it asks a model, so its time is that
 * model's.
 */
export const FULL_CHAIN: PolicySetting[] = policyListSchema.parse([
  { kind: 'models', name: 'models', allow: ['scripted', 'gpt-*', 'o*'] },
  { kind: 'replace', name: 'code-names', on: 'both', rules: [{ find: 'Project Nightingale', with: 'Project N' }] },
  { kind: 'tools', name: 'tools', rules: [{ tools: ['delete_*'], verdict: 'deny' }] },
  { kind: 'injection', name: 'prompt-injection', action: 'refuse' },
  { kind: 'secrets', name: 'secrets', on: 'both', action: 'mask' },
  { kind: 'log', name: 'log' },
  { kind: 'pii', name: 'personal-data' },
  { kind: 'dedup', name: 'blocks', send_once: true },
]);
