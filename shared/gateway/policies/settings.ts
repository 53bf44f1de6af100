import * as z from 'zod';
import { dedup, injection, judge, log, models, pii, replace, secrets, tools } from './kind-settings.ts';

export const policySettingSchema = z
  .discriminatedUnion('kind', [models, replace, tools, judge, injection, secrets, log, pii, dedup])
  .meta({ id: 'Policy' });
export type PolicySetting = z.infer<typeof policySettingSchema>;
export type SettingOf<Kind extends PolicySetting['kind']> = Extract<PolicySetting, { kind: Kind }>;

/** Order: personal data is replaced after all policies that read or change the text; `dedup` comes last. */
export const rankOf = ({ kind }: Pick<PolicySetting, 'kind'>): number =>
  kind === 'dedup' ? 2 : kind === 'pii' ? 1 : 0;

export const MAX_POLICIES = 20;

export const policyListSchema = z
  .array(policySettingSchema)
  .max(MAX_POLICIES)
  .superRefine((list, context) => {
    const refuse = (index: number, message: string) => context.addIssue({ code: 'custom', path: [index], message });
    for (const [index, one] of list.entries()) {
      const before = list.slice(0, index);
      if (before.some(({ name }) => name === one.name)) refuse(index, `Two policies are named "${one.name}".`);
      if (rankOf(one) > 0 && before.some(({ kind }) => kind === one.kind))
        refuse(index, `Only one policy of kind "${one.kind}" is allowed.`);
      if (before.some((other) => rankOf(other) > rankOf(one)))
        refuse(index, 'A policy of kind "pii" must come after all others, and one of kind "dedup" after that.');
    }
  });

/**
 * Without configuration a deployment records what looks wrong and changes nothing: silently rewriting what people write must
 * be somebody's decision. PII needs one switch, and from then on fails closed.
 */
export const DEFAULT_POLICIES: PolicySetting[] = policyListSchema.parse([
  { kind: 'injection', name: 'prompt-injection', action: 'record' },
  { kind: 'secrets', name: 'secrets-in-answers', on: 'response', action: 'record', on_failure: 'open' },
  { kind: 'pii', name: 'personal-data', enabled: false },
]);
