import type { InputOf } from '../../../../../clients/typescript/src/index.ts';

export type UserFilter = Pick<NonNullable<InputOf<'GET /admin/users'>['query']>, 'email' | 'role' | 'tier' | 'locked'>;

/** Which users an address asks for. What it cannot mean is left out, so that a mistyped address shows everybody. */
export const filterIn = (query: Readonly<Record<string, string>>): UserFilter => {
  const { email, role, tier, locked } = query;
  return {
    ...(email && { email }),
    ...((role === 'user' || role === 'admin') && { role }),
    ...(tier && { tier }),
    ...((locked === 'true' || locked === 'false') && { locked }),
  };
};
