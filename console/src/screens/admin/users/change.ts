import type { components, InputOf } from '../../../../../clients/typescript/src/index.ts';

export type ManagedUser = components['schemas']['ManagedUser'];
export type UserChange = InputOf<'PATCH /admin/users/{user_id}'>['body'];
export type Budget = NonNullable<ManagedUser['budget']>;

/** As the form holds it; a part of the budget that is empty is the tier's. */
export type UserDraft = { isAdministrator: boolean; tier: string; cost: string; tokens: string; requests: string };

const text = (value: number | undefined): string => (value === undefined ? '' : String(value));

export const userDraft = ({ roles, tier, budget }: ManagedUser): UserDraft => ({
  isAdministrator: roles.includes('admin'),
  tier,
  cost: text(budget?.cost),
  tokens: text(budget?.tokens),
  requests: text(budget?.requests),
});

/** What is different from what holds; `undefined` where nothing is. */
export const userChange = (user: ManagedUser, draft: UserDraft): UserChange | undefined => {
  const before = userDraft(user);
  const isBudgetSame = PARTS.every((part) => draft[part].trim() === before[part]);
  const change: UserChange = {
    ...(draft.isAdministrator !== before.isAdministrator && {
      roles: draft.isAdministrator ? ['user', 'admin'] : ['user'],
    }),
    ...(draft.tier !== before.tier && { tier: draft.tier }),
    ...(!isBudgetSame && { budget: budgetOf(draft) }),
  };
  return Object.keys(change).length > 0 ? change : undefined;
};

const PARTS = ['cost', 'tokens', 'requests'] as const;

/** `null`: none of one's own. What is no number goes to the API as it is, which says so at its field. */
const budgetOf = (draft: UserDraft): Budget | null => {
  const given = PARTS.filter((part) => draft[part].trim() !== '');
  if (given.length === 0) return null;
  return Object.fromEntries(given.map((part) => [part, Number(draft[part])])) as Budget;
};
