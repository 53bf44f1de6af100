import type { components } from '../../../../../clients/typescript/src/index.ts';
import { type Policy, rankOf } from '../form/fields.ts';

export type UserMay = components['schemas']['UserMay'];

/** A list of policies as a person changes it, before it is stored. */
export type Draft = {
  policies: readonly Policy[];
  /** Imposed policies that a person has switched off for themselves. */
  switched_off: readonly string[];
  /** What administrators leave to people; without it what is left to them anyway. */
  user_may?: UserMay | undefined;
};

/** What is stored, and its version. */
export type Stored = Draft & { version: number };

/** In the order that the service asks for; otherwise as they stand. */
export const ranked = (policies: readonly Policy[]): Policy[] =>
  policies.toSorted((one, other) => rankOf(one.kind) - rankOf(other.kind));

/** `at`: in place of which one; without it, it is another one. */
export const withPolicy = (draft: Draft, policy: Policy, at: number | undefined): Draft => ({
  ...draft,
  policies: ranked(at === undefined ? [...draft.policies, policy] : draft.policies.with(at, policy)),
});

export const without = (draft: Draft, at: number): Draft => ({ ...draft, policies: draft.policies.toSpliced(at, 1) });

export const switched = (draft: Draft, at: number, enabled: boolean): Draft => {
  const policy = draft.policies[at];
  return policy ? { ...draft, policies: draft.policies.with(at, { ...policy, enabled }) } : draft;
};

/** Whether it may change places with the one before: those that have to come last stay there. */
export const mayMoveUp = ({ policies }: Draft, at: number): boolean => {
  const [before, policy] = [policies[at - 1], policies[at]];
  return before !== undefined && policy !== undefined && rankOf(before.kind) === rankOf(policy.kind);
};

export const movedUp = (draft: Draft, at: number): Draft => {
  const [before, policy] = [draft.policies[at - 1], draft.policies[at]];
  if (!before || !policy || !mayMoveUp(draft, at)) return draft;
  return { ...draft, policies: draft.policies.with(at - 1, policy).with(at, before) };
};

export const imposedSwitched = (draft: Draft, name: string, isOn: boolean): Draft => ({
  ...draft,
  switched_off: [...draft.switched_off.filter((one) => one !== name), ...(isOn ? [] : [name])],
});

const said = ({ policies, switched_off, user_may }: Draft): string =>
  JSON.stringify([policies, switched_off.toSorted(), user_may ?? null]);

/** Whether both say the same: nothing would change by storing one in place of the other. */
export const isSame = (one: Draft, other: Draft): boolean => said(one) === said(other);

/** What the service said about one policy of the list, by its fields: `policies.2.rules.0.find` is about `rules`. */
export const errorsOf = (fields: Readonly<Record<string, string>>, at: number): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [path, message] of Object.entries(fields)) {
    const [list, index, field = '', ...rest] = path.split('.');
    if (list !== 'policies' || Number(index) !== at) continue;
    const place = rest.length > 0 ? `${rest.join('.')}: ${message}` : message;
    found[field] = found[field] ? `${found[field]} ${place}` : place;
  }
  return found;
};
