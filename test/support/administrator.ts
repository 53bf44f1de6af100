import { accountItem, NEW_ACCOUNT } from '../../shared/accounts/index.ts';
import { authenticated } from '../../shared/core/scope.ts';
import { pointerKeys } from '../../shared/store/index.ts';
import type { Artel, Person } from './artel.ts';
import type { Operator } from './operator.ts';

/** A new user, the first whom an operator made an administrator. */
export const administratorIn = async (
  { register }: Pick<Artel, 'register'>,
  operator: Operator,
  name = 'root',
): Promise<Person> => {
  const person = await register(name);
  const roles: ('user' | 'admin')[] = ['user', 'admin'];
  await operator.put(accountItem(authenticated({ userId: person.id }), { ...NEW_ACCOUNT, roles }));
  const ids = new Set([person.id]);
  await operator.put({ ...pointerKeys.administrators(), v: 1, members: ids, active: ids });
  return person;
};
