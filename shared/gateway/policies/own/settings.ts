import * as z from 'zod';
import type { FieldError } from '../../../core/errors.ts';
import { policyName } from '../kind-settings.ts';
import { MAX_POLICIES, type PolicySetting, policyListSchema, type SettingOf } from '../settings.ts';

/**
 * The kinds that can only forbid, ask or take away, and `answers`, which gives a person their own answers again. `dedup` does
 * none of it, and `log` tells administrators more.
 */
const ADDABLE = ['models', 'replace', 'tools', 'judge', 'injection', 'secrets', 'pii', 'answers'] as const;

/** What administrators leave to users. What it does not name is not theirs to change. */
export const userMaySchema = z
  .strictObject({
    /** Kinds of which users may add policies of their own. They only ever tighten. */
    add: z
      .array(z.enum(ADDABLE))
      .max(ADDABLE.length)
      .default([...ADDABLE]),
    /** Names of policies that a user may switch off for their own calls. */
    switch_off: z.array(policyName).max(MAX_POLICIES).default([]),
  })
  .meta({ id: 'UserMay' });
export type UserMay = z.infer<typeof userMaySchema>;

export const DEFAULT_USER_MAY: UserMay = userMaySchema.parse({});

/** What one person has set for their own calls. */
export const ownPoliciesSchema = z.object({
  policies: policyListSchema.max(10),
  /** Names of the deployment's policies, of those that are theirs to switch off. */
  switched_off: z.array(policyName).max(MAX_POLICIES),
});
export type OwnPolicies = z.infer<typeof ownPoliciesSchema>;

/**
 * All that a person's own `replace` may put in. With words of their own they could write what the deployment took out; with
 * none, two halves would meet and be what it looks for.
 */
export const REMOVED = '[removed]';

type Given = { may: UserMay; imposed: readonly PolicySetting[] };

/** What of a person's policies goes beyond what administrators leave to them, entry by entry. */
export const beyond = ({ policies, switched_off }: OwnPolicies, { may, imposed }: Given): FieldError[] => [
  ...policies.flatMap((one, at): FieldError[] => {
    const isTheirs = may.add.some((kind) => kind === one.kind);
    if (isTheirs) return one.kind === 'replace' ? wordsOf(one, `policies.${at}`) : [];
    const message = `Policies of the kind "${one.kind}" are not yours to add. Yours are: ${may.add.join(', ') || 'none'}.`;
    return [{ path: `policies.${at}.kind`, message }];
  }),
  ...switched_off.flatMap((name, at): FieldError[] => {
    if (may.switch_off.includes(name) && imposed.some((one) => one.name === name)) return [];
    return [{ path: `switched_off.${at}`, message: `The policy "${name}" is not yours to switch off.` }];
  }),
];

const wordsOf = ({ rules }: SettingOf<'replace'>, path: string): FieldError[] =>
  rules.flatMap((rule, at) => {
    if (rule.with === REMOVED) return [];
    return [{ path: `${path}.rules.${at}.with`, message: `Your own policies only take away: write "${REMOVED}".` }];
  });
