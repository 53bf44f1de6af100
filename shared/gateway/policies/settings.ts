import * as z from 'zod';
import { answers, dedup, injection, judge, log, models, pii, replace, secrets, tools } from './kind-settings.ts';

export const policySettingSchema = z
  .discriminatedUnion('kind', [models, replace, tools, judge, injection, secrets, log, pii, dedup, answers])
  .meta({ id: 'Policy' });
export type PolicySetting = z.infer<typeof policySettingSchema>;
export type SettingOf<Kind extends PolicySetting['kind']> = Extract<PolicySetting, { kind: Kind }>;

/** What a person wants to have replaced besides what is imposed on them. It never takes a finding of that away. */
export type PiiSetting = SettingOf<'pii'> & { also?: SettingOf<'pii'> };
/** A policy as a chain is made of it. */
export type ChainSetting = Exclude<PolicySetting, { kind: 'pii' }> | PiiSetting;

/**
 * Order: personal data is replaced after all policies that read or change the text; then `dedup`; then `answers`, which
 * remembers what is left.
 */
export const rankOf = ({ kind }: Pick<PolicySetting, 'kind'>): number => RANKS[kind] ?? 0;
const RANKS: Partial<Record<PolicySetting['kind'], number>> = { pii: 1, dedup: 2, answers: 3 };

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
        refuse(
          index,
          'A policy of kind "pii" must come after all others, one of kind "dedup" after that, and "answers" last.',
        );
    }
  });

/**
 * Without configuration personal data stays here, unless the deployment's settings say otherwise, and what else looks wrong is
 * only recorded: other rewriting of what people write must be somebody's decision.
 */
export const defaultPolicies = (redactsPersonalData: boolean): PolicySetting[] =>
  policyListSchema.parse([
    { kind: 'injection', name: 'prompt-injection', action: 'record' },
    { kind: 'secrets', name: 'secrets-in-answers', on: 'response', action: 'record', on_failure: 'open' },
    { kind: 'pii', name: 'personal-data', enabled: redactsPersonalData },
  ]);
